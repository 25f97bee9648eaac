import type { FeelKind } from './feel-value.js';

/** The kinds of value that are not made of others. */
export type BaseKind = Exclude<FeelKind, 'list' | 'context' | 'range' | 'function'>;

const kinds: ReadonlyMap<string, BaseKind> = new Map<string, BaseKind>([
  ['number', 'number'],
  // Not of DMN, but written by widespread tools.
  ['integer', 'number'],
  ['long', 'number'],
  ['double', 'number'],
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['time', 'time'],
  ['date and time', 'date and time'],
  ['dateTime', 'date and time'],
  ['days and time duration', 'days and time duration'],
  ['dayTimeDuration', 'days and time duration'],
  ['years and months duration', 'years and months duration'],
  ['yearMonthDuration', 'years and months duration'],
]);

/** The kind of value that a base type of FEEL has, by its name in any of the spellings that DMN has had; absent where it is none. */
export const feelKindNamed = (name: string): BaseKind | undefined => kinds.get(name);

/** Whether a namespace is that of FEEL's own types, of any version of DMN. */
export const isFeelNamespace = (uri: string): boolean =>
  /^https?:\/\/www\.omg\.org\/spec\/(?:FEEL\/\d{8}|DMN\/\d{8}\/FEEL\/?)$/.test(uri);
