import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ReadRelation, ShownPart } from '../../runtime/read-log-ports.js';

/** A sentence to the person it is about, and the same to whoever looks after reads. */
export interface ToBoth {
  readonly own: string;
  readonly other: string;
}

/** What is said of reads: what was shown, in the order in which it is told, and why. `{{enhet}}` is the unit of the reader. */
export interface ReadWords {
  readonly parts: Readonly<Record<ShownPart, ToBoth>>;
  readonly reasons: Readonly<Record<ReadRelation, ToBoth>>;
}

const both = z.strictObject({ own: z.string().min(1), other: z.string().min(1) });
const wordsSchema = z.strictObject({
  parts: z.strictObject({
    ...{ export: both, case: both, application: both, decision: both, record: both, journal: both, notices: both },
    ...{
      letter: both,
      document: both,
      journey: both,
      task: both,
      person: both,
      'waiting-list': both,
      home: both,
      'access-log': both,
    },
    ...{ 'housing-plan': both, exception: both, search: both },
  }),
  reasons: z.strictObject({ unit: both, task: both, shared: both, consent: both, emergency: both, oversight: both }),
});

/** Reads what is said of reads from workflows/innsyn.json; refuses what is not complete. */
export async function readReadWords(file: string): Promise<ReadWords> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  return wordsSchema.parse(json);
}
