import type { Mail } from '../../src/cases/mail-sender.js';
import type { ChronicleEntry } from './chronicle.js';
import { readChronicle } from './chronicle.js';
import type { Play } from './play.js';
import { createPlay } from './play.js';
import type { Stack } from './stack.js';
import { furnish, openStack } from './stack.js';
import { createTestDatabase } from './test-database.js';

/** The whole stack below HTTP on PostgreSQL, in virtual time: the clock stands still until somebody moves it. */
export interface TestWorld extends Play {
  readonly stack: Stack;
  /** Mail that was handed to the mail server, for one person or for all. */
  readonly mails: readonly Mail[];
  chronicle(): Promise<readonly ChronicleEntry[]>;
  /** What a person was reminded of or told, in order: `2026-12-22 08:00 påminnelse …`. */
  sentTo(name: string): Promise<readonly string[]>;
  /** Ends everything but the database, and begins again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes a municipality of a suite's own in which it is `now`. */
export async function createTestWorld(now: string): Promise<TestWorld> {
  const database = await createTestDatabase();
  const mails: Mail[] = [];
  const mail = { send: async (one: Mail) => void mails.push(one) };
  let stack = await openStack(database.url, async () => mail);
  await furnish(stack, now);
  let play = createPlay(stack, database.url);
  const close = async (): Promise<void> => {
    await play.close();
    await stack.close();
  };
  const chronicle = () => readChronicle(play, stack.files.deadlines);

  return {
    get stack() {
      return stack;
    },
    mails,
    start: (...of) => play.start(...of),
    complete: (...of) => play.complete(...of),
    hasOpen: (...of) => play.hasOpen(...of),
    timesCompleted: (...of) => play.timesCompleted(...of),
    casesOf: (process) => play.casesOf(process),
    advance: (target) => play.advance(target),
    settle: () => play.settle(),
    query: (sql, values) => play.query(sql, values),
    chronicle,
    sentTo: async (name) => {
      const told = ['påminnelse', 'eskalering', 'fristbrudd', 'ikke vurdert'];
      const entries = await chronicle();
      return entries
        .filter(({ who, kind }) => who === name && told.includes(kind))
        .map(({ at, kind }) => `${at} ${kind}`);
    },
    restart: async () => {
      await close();
      stack = await openStack(database.url, async () => mail);
      play = createPlay(stack, database.url);
    },
    close,
    stop: async () => {
      await close();
      await database.drop();
    },
  };
}
