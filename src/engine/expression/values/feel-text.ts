import { numberText } from './decimal.js';
import { isContext, isKinded, isList, isNumber, type FeelRange, type FeelValue } from './feel-value.js';
import { temporalText } from './temporal-text.js';

/** A text as FEEL writes it, in quotes. */
export const quote = (text: string): string =>
  `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;

const plainKey = /^[\p{L}_][\p{L}\p{N}_]*(?: [\p{L}\p{N}_]+)*$/u;

/** What `string()` makes of a value (DMN 1.5 §10.3.4.1): a text is itself, inside lists and contexts it is quoted. */
export function feelText(value: FeelValue): string {
  return typeof value === 'string' ? value : innerText(value, temporalText);
}

type OfTemporal = typeof temporalText;

/** A value as a FEEL expression that gives it again; `undefined` for a function. */
export function feelLiteral(value: FeelValue): string | undefined {
  const text = innerText(value, (temporal) => {
    const name = temporal.kind.endsWith('duration') ? 'duration' : temporal.kind;
    return `${name}(${quote(temporalText(temporal))})`;
  });
  return text.includes('function(') && hasFunction(value) ? undefined : text;
}

function hasFunction(value: FeelValue): boolean {
  if (isList(value)) return value.some(hasFunction);
  if (isContext(value)) return [...value.values()].some(hasFunction);
  return isKinded(value) && value.kind === 'function';
}

function innerText(value: FeelValue, ofTemporal: OfTemporal): string {
  if (value === null) return 'null';
  if (isNumber(value)) return numberText(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map((item) => innerText(item, ofTemporal)).join(', ')}]`;
  if (isContext(value)) {
    const entries = [...value].map(([key, item]) => `${keyText(key)}: ${innerText(item, ofTemporal)}`);
    return `{${entries.join(', ')}}`;
  }
  if (!isKinded(value) || value.kind === 'function') return 'function()';
  return value.kind === 'range' ? rangeText(value, ofTemporal) : ofTemporal(value);
}

const keyText = (key: string): string => (plainKey.test(key) ? key : quote(key));

function rangeText({ start, end, startIncluded, endIncluded, form }: FeelRange, ofTemporal: OfTemporal): string {
  if (form === '=' || form === '!=') return `(${form} ${innerText(start, ofTemporal)})`;
  if (form === undefined && start === null) return `(${endIncluded ? '<=' : '<'} ${innerText(end, ofTemporal)})`;
  if (form === undefined && end === null) return `(${startIncluded ? '>=' : '>'} ${innerText(start, ofTemporal)})`;
  const ends = `${innerText(start, ofTemporal)}..${innerText(end, ofTemporal)}`;
  return `${startIncluded ? '[' : '('}${ends}${endIncluded ? ']' : ')'}`;
}
