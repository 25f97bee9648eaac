import type { FeelKind, FeelValue } from './feel-value.js';
import { readDate, readDateTime, readDuration, readTime } from './read-temporal.js';

const readers: Partial<Record<FeelKind, (text: string) => FeelValue | undefined>> = {
  date: readDate,
  time: readTime,
  'date and time': readDateTime,
  'days and time duration': readDuration,
  'years and months duration': readDuration,
};

/** A text of JSON as a kind of value that JSON writes as a text (ISO 8601); as it is where it is no such text. */
export const readTextAs = (text: string, kind: FeelKind): FeelValue => readers[kind]?.(text) ?? text;
