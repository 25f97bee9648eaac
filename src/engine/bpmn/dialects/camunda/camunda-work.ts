import { attributeOf, type XmlElement } from '../../../xml/xml-node.js';
import {
  bpmnChildren,
  childElements,
  textIn,
  vendorAttribute,
  vendorChildren,
  vendorExtensions,
  type DialectPlace,
} from '../dialect-words.js';
import { isDuration } from '../../iso-texts.js';
import { ourElement, withOurWords } from '../our-words.js';
import { asText, camunda } from './camunda-text.js';

const working: ReadonlySet<string> = new Set([
  ...['serviceTask', 'sendTask', 'businessRuleTask', 'messageEventDefinition', 'scriptTask'],
]);

/** A task or sending event with its job, decision and result in our words. Code is a worker's: it is only named. */
export function withWork(element: XmlElement, place: DialectPlace): XmlElement {
  if (element.local === 'multiInstanceLoopCharacteristics') return withLoop(element, place);
  if (element.local === 'process') {
    return withOurWords(element, { attributes: { versionTag: vendorAttribute(element, camunda, 'versionTag') } });
  }
  if (!working.has(element.local)) return element;
  const retries = retriesOf(element);
  const attributes = { jobType: jobTypeOf(element, place), ...(retries === undefined ? {} : { retries }) };
  const word = (name: string): string | undefined => vendorAttribute(element, camunda, name);
  if (element.local === 'messageEventDefinition') return withOurWords(element, { attributes });
  if (element.local !== 'businessRuleTask' && element.local !== 'scriptTask')
    return withOurWords(element, { attributes });

  return withOurWords(element, {
    attributes: {
      ...attributes,
      resultVariable: word('resultVariable'),
      ...(element.local === 'businessRuleTask'
        ? {
            decision: asText(word('decisionRef'), place),
            ...bindingOf(element, 'decisionRef'),
            resultShape: word('mapDecisionResult') ?? 'resultList',
          }
        : {}),
    },
  });
}

/** Which version is called, as Camunda names it. */
export function bindingOf(element: XmlElement, prefix: string): Readonly<Record<string, string | undefined>> {
  const word = (name: string): string | undefined => vendorAttribute(element, camunda, `${prefix}${name}`);
  const binding = word('Binding');
  return {
    binding: binding === 'versionTag' ? 'version-tag' : binding,
    version: word('Version'),
    versionTag: word('VersionTag'),
  };
}

function jobTypeOf(element: XmlElement, place: DialectPlace): string | undefined {
  const word = (name: string): string | undefined => vendorAttribute(element, camunda, name);
  const type = word('type');
  if (type === 'external') return asText(word('topic'), place);
  const [connector] = vendorExtensions(element, camunda, 'connector');
  const connectorId = connector && vendorChildren(connector, camunda, 'connectorId').map(textIn)[0];
  const named = type ?? word('class') ?? word('delegateExpression') ?? word('expression') ?? connectorId;
  // A job type that begins with `=` would be FEEL; the name of code is not.
  return named?.replace(/^=+/, '');
}

// `R3/PT10M` tries three times, `PT5M,PT10M` once more than it has waits.
function retriesOf(element: XmlElement): string | undefined {
  const [cycle] = [
    vendorAttribute(element, camunda, 'failedJobRetryTimeCycle'),
    ...vendorExtensions(element, camunda, 'failedJobRetryTimeCycle').map(textIn),
  ].filter((text) => text !== undefined);
  if (cycle === undefined) return undefined;
  const [, times, wait = ''] = /^R(\d+)\/(.*)$/.exec(cycle) ?? [];
  if (times !== undefined) return isDuration(wait) ? cycle : times;
  return /^P[^/]*$/.test(cycle) ? String(cycle.split(',').length + 1) : undefined;
}

// The reference to the list is a variable's name, or an expression, as `camunda:collection` is.
function withLoop(element: XmlElement, place: DialectPlace): XmlElement {
  const [reference] = bpmnChildren(element, 'loopDataInputRef');
  const collection = vendorAttribute(element, camunda, 'collection') ?? (reference && textIn(reference));
  const isName = collection !== undefined && /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(collection);
  const children = element.children.filter((child) => child !== reference);
  return withOurWords(
    { ...element, children },
    {
      attributes: {
        collection: isName ? `=${collection}` : asText(collection, place),
        elementVariable: vendorAttribute(element, camunda, 'elementVariable'),
      },
    },
  );
}

/** Constants for a worker: Camunda's properties and fields. */
export function workHeaders(element: XmlElement): readonly XmlElement[] {
  if (!working.has(element.local)) return [];
  const properties = vendorExtensions(element, camunda, 'properties').flatMap((one) =>
    vendorChildren(one, camunda, 'property'),
  );
  const fields = vendorExtensions(element, camunda, 'field');
  return [
    ...properties.map((one) => header(attributeOf(one, 'name') ?? attributeOf(one, 'id'), attributeOf(one, 'value'))),
    ...fields.map((one) => header(attributeOf(one, 'name'), fieldValue(one))),
  ];
}

const header = (key = '', value = ''): XmlElement => ourElement('header', { key, value });

const fieldValue = (field: XmlElement): string =>
  attributeOf(field, 'stringValue') ?? attributeOf(field, 'expression') ?? childElements(field).map(textIn).join('');
