import { randomUUID } from 'node:crypto';
import type { Client, Shape } from './client.js';
import { UnreachedError, UsageError } from './failure.js';
import type { Given, Options } from './given.js';

/** What a command has to work with. */
export interface Work {
  readonly given: Given;
  readonly client: Client;
  /** Says how it goes, beside the answer. */
  readonly tell: (text: string) => void;
  readonly wait: (ms: number) => Promise<void>;
  /** Everything on standard input. */
  readonly readInput: () => Promise<string>;
  /** Writes a part of the answer at once. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

/** What a command answers: one document for machines, and the same for people. */
export interface Answer {
  readonly body: object;
  readonly text: string;
  /** True when something of it was refused. */
  readonly isRefused?: boolean;
}

/** A command of the operator: `boligflyt <name> <words> <options>`. */
export interface Command {
  readonly name: string;
  /** How its words and options are written, for --help. */
  readonly usage: string;
  /** Least and most words after the name. */
  readonly words: readonly [least: number, most: number];
  readonly options: Options;
  /** Undefined: everything is written already. */
  readonly run: (work: Work) => Promise<Answer | undefined>;
}

/** What every change may be told. */
export const changeOptions: Options = { 'idempotency-key': 'text' };

/** Asks for a change, with a key that makes it safe to ask again. */
export async function change<Result>(
  { client, given }: Work,
  { path, body = {}, shape }: { readonly path: string; readonly body?: object; readonly shape: Shape<Result> },
): Promise<Result> {
  const key = given.text('idempotency-key') ?? randomUUID();
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new UsageError('Expected --idempotency-key to be 1 to 200 visible characters.');
  const revision = given.number('revision');
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': key,
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
  };
  try {
    return await client.ask({ path, change: { body, headers } }, shape);
  } catch (failure) {
    if (!(failure instanceof UnreachedError)) throw failure;
    throw new UnreachedError(
      `${failure.message}\nKanskje er det gjort. Gi kommandoen igjen med --idempotency-key ${key}`,
    );
  }
}

/** The address of a route with its ids in place. */
export function pathOf(route: string, id: string): string {
  return route.replace(/:[a-z]+/i, encodeURIComponent(id));
}

/** The first word, which every command that wants one has been given. */
export const wordOf = ({ given }: Work): string => given.words[0] ?? '';
