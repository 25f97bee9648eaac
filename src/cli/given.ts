import { parseArgs } from 'node:util';
import { UsageError } from './failure.js';

/** An option of a command: with a value, with several, or without. */
export type Option = 'text' | 'texts' | 'flag';

/** The options of a command by their names. */
export type Options = Readonly<Record<string, Option>>;

/** What was written after the name of a command. */
export interface Given {
  /** The words that are no options, as many as the command wants. */
  readonly words: readonly string[];
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
  /** A whole number from 0; what is none is refused. */
  number(option: string): number | undefined;
}

/** Reads words and options; what is wrong with them is said without repeating a value, for it may be a secret. */
export function parseGiven(args: readonly string[], options: Options): Given {
  const { values, positionals } = parsed(args, options);
  const textsOf = (option: string): readonly string[] =>
    [values[option] ?? []].flat().filter((value) => typeof value === 'string');
  const text = (option: string): string | undefined => textsOf(option)[0];
  return {
    words: positionals,
    text,
    texts: textsOf,
    flag: (option) => values[option] === true,
    number: (option) => numberOf(option, text(option)),
  };
}

function parsed(args: readonly string[], options: Options) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'texts' },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals: true });
  } catch (error) {
    const [, name] = /'(?:-\w, )?(--?[a-z-]+)/.exec(String(error)) ?? [];
    throw new UsageError(
      name === undefined ? 'Expected other options.' : `Expected other options: ${name} is unknown or lacks its value.`,
    );
  }
}

function numberOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`Expected --${option} to be a whole number.`);
  return Number(text);
}

/** The value of an option that must be there. */
export function needed(given: Given, option: string): string {
  const value = given.text(option);
  if (value === undefined || value.trim() === '') throw new UsageError(`Expected --${option}.`);
  return value;
}

/** What cannot be undone must be said twice. */
export function requireYes(given: Given, what: string): void {
  if (!given.flag('yes')) throw new UsageError(`Expected --yes: ${what} cannot be undone.`);
}

/** `from=to`, as a pair. */
export function pairOf(option: string, text: string): readonly [from: string, to: string] {
  const [, from, to] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) throw new UsageError(`Expected --${option} to be <from>=<to>.`);
  return [from, to];
}
