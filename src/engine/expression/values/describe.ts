import { typeOf, type FeelValue } from './feel-value.js';

/** What kind of value it is, for people; never the value: messages are read by some who may not know the case. */
export function describe(value: FeelValue): string {
  const kind = typeOf(value);
  return kind === null ? 'null' : `a ${kind}`;
}
