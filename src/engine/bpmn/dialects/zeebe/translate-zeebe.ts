import type { XmlElement } from '../../../xml/xml-node.js';
import { attributeOf } from '../../../xml/xml-node.js';
import { warning } from '../../../xml/diagnostic.js';
import { candidateList, partsOfList } from '../candidates.js';
import { vendorChildren, vendorExtensions, vendorNamespaces, type DialectPlace } from '../dialect-words.js';
import { withZeebeTimer } from './zeebe-timers.js';
import { feelValue, zeebeMappings } from './zeebe-mappings.js';
import { bpmnElement, ourElement, withAttribute, withOurWords } from '../our-words.js';

const zeebe = vendorNamespaces.zeebe;

/** Says in our words what one element of a model for Camunda 8 says in Zeebe's. */
export function translateZeebe(given: XmlElement, place: DialectPlace): XmlElement {
  const words = vendorExtensions(given, zeebe);
  const element = withZeebeTimer(given);
  if (words.length === 0) return withUsualPriority(element);
  if (words.some(({ local }) => local === 'executionListeners' || local === 'taskListeners')) reportListeners(place);

  const translated = withUsualPriority(words.reduce(translateWord, element));
  return withOurWords(translated, {
    attributes: resultsOf(element, words),
    extensions: words.flatMap((word) => [...zeebeMappings(word), ...headersIn(word)]),
  });
}

function translateWord(element: XmlElement, word: XmlElement): XmlElement {
  switch (word.local) {
    case 'taskDefinition':
      return withJob(element, {
        jobType: attributeOf(word, 'type'),
        retries: attributeOf(word, 'retries') ?? usualRetries,
      });
    case 'calledElement':
      return withCall(element, word);
    case 'script':
      return withScript(element, word);
    default: {
      const attributes = attributesOf.get(word.local)?.(word);
      return attributes === undefined ? element : withOurWords(element, { attributes });
    }
  }
}

// What Camunda 8 gives a job that says nothing of it.
const usualRetries = '3';

type Attributes = Readonly<Record<string, string | undefined>>;

const attributesOf: ReadonlyMap<string, (word: XmlElement) => Attributes> = new Map<
  string,
  (word: XmlElement) => Attributes
>([
  [
    'assignmentDefinition',
    (word) => ({
      assignee: feelValue(attributeOf(word, 'assignee')),
      assigneeOptional: 'true',
      candidateUsers: candidates(attributeOf(word, 'candidateUsers')),
      candidateGroups: candidates(attributeOf(word, 'candidateGroups')),
    }),
  ],
  [
    'taskSchedule',
    (word) => ({
      dueDate: feelValue(attributeOf(word, 'dueDate')),
      followUpDate: feelValue(attributeOf(word, 'followUpDate')),
    }),
  ],
  ['priorityDefinition', (word) => ({ priority: attributeOf(word, 'priority') })],
  [
    'formDefinition',
    (word) => ({
      form: attributeOf(word, 'formId') ?? attributeOf(word, 'externalReference') ?? attributeOf(word, 'formKey'),
    }),
  ],
  [
    'calledDecision',
    (word) => ({
      decision: attributeOf(word, 'decisionId'),
      resultVariable: attributeOf(word, 'resultVariable'),
      ...bindingOf(word),
    }),
  ],
  ['subscription', (word) => ({ correlationKey: attributeOf(word, 'correlationKey') })],
  [
    'loopCharacteristics',
    (word) => ({
      collection: attributeOf(word, 'inputCollection'),
      elementVariable: attributeOf(word, 'inputElement'),
      outputCollection: attributeOf(word, 'outputCollection'),
      outputElement: attributeOf(word, 'outputElement'),
    }),
  ],
  ['adHoc', (word) => ({ activeElements: attributeOf(word, 'activeElementsCollection') })],
  ['versionTag', (word) => ({ versionTag: attributeOf(word, 'value') })],
]);

const candidates = (text = ''): string | undefined =>
  text.trim().startsWith('=')
    ? text.trim()
    : candidateList(partsOfList(text).map((part) => ({ kind: 'text', text: part })));

function bindingOf(word: XmlElement): Attributes {
  const binding = attributeOf(word, 'bindingType');
  return { binding: binding === 'versionTag' ? 'version-tag' : binding, versionTag: attributeOf(word, 'versionTag') };
}

// The job of an event that sends stands on the event; ours stands on what is sent.
function withJob(element: XmlElement, attributes: Attributes): XmlElement {
  if (!/^(?:intermediateThrow|end)Event$/.test(element.local)) return withOurWords(element, { attributes });
  const children = element.children.map((child) =>
    child.kind === 'element' && child.local === 'messageEventDefinition' ? withOurWords(child, { attributes }) : child,
  );
  return { ...element, children };
}

function withCall(element: XmlElement, word: XmlElement): XmlElement {
  const process = attributeOf(word, 'processId');
  const called = process === undefined ? element : withAttribute(element, 'calledElement', process);
  const mapsOutput = vendorExtensions(element, zeebe, 'ioMapping').some(
    (mapping) => vendorChildren(mapping, zeebe, 'output').length > 0,
  );
  const passesAll = attributeOf(word, 'propagateAllParentVariables') !== 'false';
  const returnsAll = attributeOf(word, 'propagateAllChildVariables') !== 'false' && !mapsOutput;
  return withOurWords(called, {
    attributes: { ...bindingOf(word), passesAll: String(passesAll), returnsAll: String(returnsAll) },
  });
}

function withScript(element: XmlElement, word: XmlElement): XmlElement {
  const script = bpmnElement(element, 'script', [{ kind: 'text', text: attributeOf(word, 'expression') ?? 'null' }]);
  const children = element.children.filter((child) => child.kind !== 'element' || child.local !== 'script');
  const written = withAttribute({ ...element, children: [...children, script] }, 'scriptFormat', 'feel');
  return withOurWords(written, { attributes: { resultVariable: attributeOf(word, 'resultVariable') } });
}

const activity = /(?:[tT]ask|ubProcess|^transaction)$/;

// What an input has made stays the activity's own, whatever comes of it; outputs say what goes out, and no more does.
function resultsOf(element: XmlElement, words: readonly XmlElement[]): Attributes {
  const mappings = words.flatMap((word) => (word.local === 'ioMapping' ? vendorChildren(word, zeebe) : []));
  const isInputsOnly = mappings.length > 0 && mappings.every(({ local }) => local === 'input');
  return activity.test(element.local) && isInputsOnly ? { returnsAll: 'true' } : {};
}

// What Camunda 8 gives a task that says nothing of it.
const withUsualPriority = (element: XmlElement): XmlElement =>
  element.local === 'userTask' ? withOurWords(element, { attributes: { priority: '=50' } }) : element;

const headersIn = (word: XmlElement): readonly XmlElement[] =>
  word.local === 'taskHeaders'
    ? vendorChildren(word, zeebe, 'header').map((header) =>
        ourElement('header', { key: attributeOf(header, 'key') ?? '', value: attributeOf(header, 'value') ?? '' }),
      )
    : [];

const reportListeners = ({ element, report }: DialectPlace): void =>
  report(
    warning('vendor-words', element, {
      message: `Expected work as tasks, but '${element ?? 'the document'}' has listeners, which are ignored`,
      melding: 'Lyttere blir ikke kjørt. Tegn arbeidet som en oppgave.',
    }),
  );
