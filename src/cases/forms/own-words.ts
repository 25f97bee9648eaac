import { objectOf, textOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';

/** What somebody said to a question of a form, as it was written down. */
export interface SaidWords {
  readonly question: string;
  readonly text: string;
}

/**
 * What was written freely in a form that is filled in together with the person, in the order of the form: their words, and not what staff
 * chose from a list.
 */
export const ownWords = (form: JsonObject | undefined, content: JsonObject): readonly SaidWords[] =>
  Object.entries(objectOf(form?.['properties'])).flatMap(([name, value]) => {
    const field = objectOf(value);
    const text = textOf(content[name]);
    return field['x-widget'] === 'textarea' && text !== '' ? [{ question: textOf(field['title']), text }] : [];
  });
