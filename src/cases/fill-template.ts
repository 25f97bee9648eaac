import { norwegianDate } from '../engine/index.js';
import type { NoticeLanguage } from '../runtime/notice-ports.js';
import { isObject } from '../shared/json.js';
import type { Json, JsonObject } from '../shared/json.js';
import type { LocalDate } from '../shared/time.js';

/** A template that asks for a value that is not there. */
export class MissingValue extends Error {}

/**
 * Puts values where a text says `{{name}}` or `{{name.inner}}`, written as people read them: dates in Norwegian, lists as
 * lines, yes and no as `ja` and `nei`. A line that says `{{name?}}` is left out when there is no such value. In another
 * language dates and yes and no are of that language. A heading under which nothing is left falls away.
 */
export function fillTemplate(template: string, values: JsonObject, language: NoticeLanguage = 'nb'): string {
  const lines = template.split('\n').filter((line) => !hasAbsentOption(line, values));
  return withoutEmptySections(lines.join('\n')).replace(/\{\{\s*([\w.-]+)\??\s*\}\}/g, (_place, path: string) =>
    textOf(required(path, values), language),
  );
}

// A heading, and nothing but empty lines until the next one or the end.
const withoutEmptySections = (text: string): string => text.replace(/^##[^\n]*\n\s*(?=^##|(?![^]))/gm, '');

function hasAbsentOption(line: string, values: JsonObject): boolean {
  return [...line.matchAll(/\{\{\s*([\w.-]+)\?\s*\}\}/g)].some(([, path = '']) => isAbsent(valueAt(path, values)));
}

function required(path: string, values: JsonObject): Json {
  const value = valueAt(path, values);
  if (value === undefined || value === null)
    throw new MissingValue(`Expected a value for '${path}', but there is none`);
  return value;
}

const isAbsent = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function valueAt(path: string, values: JsonObject): Json | undefined {
  let value: Json | undefined = values;
  for (const name of path.split('.')) value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}

function textOf(value: Json, language: NoticeLanguage): string {
  if (typeof value === 'boolean') return yesAndNo[language][value ? 0 : 1];
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? dateText(value, language) : value;
  if (Array.isArray(value)) return value.map((item: Json) => `- ${textOf(item, language)}`).join('\n');
  if (isObject(value))
    return Object.values(value)
      .map((item) => textOf(item, language))
      .join(', ');
  return String(value);
}

const yesAndNo = { nb: ['ja', 'nei'], nn: ['ja', 'nei'], en: ['yes', 'no'] } as const;

const inFull = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/** A date with its weekday, as people write it in a language. */
export function dateText(on: LocalDate, language: NoticeLanguage): string {
  if (language === 'nb') return norwegianDate(on);
  const locale = language === 'nn' ? 'nn-NO' : 'en-GB';
  return new Intl.DateTimeFormat(locale, inFull).format(new Date(`${on}T00:00:00Z`)).replace(',', '');
}
