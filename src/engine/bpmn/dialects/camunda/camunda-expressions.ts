import type { XmlElement } from '../../../xml/xml-node.js';
import { attributeOf } from '../../../xml/xml-node.js';
import { quartzCycle } from '../cron.js';
import { textIn, type DialectPlace } from '../dialect-words.js';
import { hasJuel } from '../juel/juel-text.js';
import { withAttribute, withoutAttribute, withText } from '../our-words.js';
import { asText } from './camunda-text.js';

const expressions: ReadonlySet<string> = new Set([
  ...['conditionExpression', 'condition', 'timeDate', 'timeDuration', 'timeCycle', 'loopCardinality'],
  ...['completionCondition', 'loopCondition', 'activationCondition', 'from', 'to', 'transformation'],
  ...['messagePath', 'dataPath', 'script'],
]);

const isJuel = (language: string | undefined): boolean => language === undefined || /juel|unified.?el/i.test(language);

/** An expression of BPMN with its JUEL said in FEEL; expressions in other languages are left to be refused. */
export function withExpression(element: XmlElement, place: DialectPlace): XmlElement {
  if (element.local === 'scriptTask') return withScriptFormat(element);
  if (element.local === 'resourceParameterBinding') return withBoundExpressions(element, place);
  if (!expressions.has(element.local)) return element;
  return translated(element, place);
}

// Who is assigned is written in words of Camunda's own, which are read as a whole; what is bound is an expression.
const withBoundExpressions = (element: XmlElement, place: DialectPlace): XmlElement => ({
  ...element,
  children: element.children.map((child) => (child.kind === 'element' ? translated(child, place) : child)),
});

function translated(element: XmlElement, place: DialectPlace): XmlElement {
  if (!isJuel(attributeOf(element, 'language'))) return element;

  const written = withoutAttribute(element, 'language');
  const text = textIn(element);
  if (hasJuel(text)) return withText(written, asText(text, place) ?? '');
  const cycle = element.local === 'timeCycle' ? quartzCycle(text) : undefined;
  return cycle === undefined ? written : withText(written, cycle);
}

// JUEL in a script task has become FEEL when its script was translated.
const withScriptFormat = (element: XmlElement): XmlElement =>
  /^juel$/i.test(attributeOf(element, 'scriptFormat') ?? '') ? withAttribute(element, 'scriptFormat', 'feel') : element;
