import { systemActor } from '../../src/runtime/system-actor.js';
import { idOf } from '../../src/shared/id.js';
import type { MessageChannels } from '../../src/cases/delivery/message-channel.js';
import type { DeliveryRules } from '../../src/cases/notifications/delivery-rules.js';
import type { Mail } from '../../src/cases/mail-sender.js';
import type { ChronicleEntry } from './chronicle.js';
import { readChronicle } from './chronicle.js';
import type { CaseId, Play } from './play.js';
import { createPlay } from './play.js';
import type { Stack } from './stack.js';
import { exemptCheckpoint, skipTo } from './skip-ahead.js';
import { furnishStack, openStack, trondheim } from './stack.js';
import { createFurnishedDatabase } from './test-database.js';

/** The whole stack below HTTP on PostgreSQL, in virtual time: the clock stands still until somebody moves it. */
export interface TestWorld extends Play {
  readonly stack: Stack;
  /** Mail that was handed to the mail server, for one person or for all. */
  readonly mails: readonly Mail[];
  chronicle(): Promise<readonly ChronicleEntry[]>;
  /** What a person was reminded of or told, in order: `2026-12-22 08:00 påminnelse …`. */
  sentTo(name: string): Promise<readonly string[]>;
  journalOf(id: CaseId): Promise<readonly unknown[]>;
  /** Rings a timer, as a worker does on a hint; answers why it was refused, if it was. */
  ring(id: CaseId, timerId: string): Promise<string | undefined>;
  /** Does what a project needs until a task at `node` is open, with an exemption for every checkpoint on the way. */
  skipTo(id: CaseId, node: string): Promise<void>;
  /** Asks for an exemption from the open checkpoint, and gives it. */
  exemptCheckpoint(id: CaseId): Promise<void>;
  /** Ends everything but the database, and begins again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What is different in a municipality. */
export interface WorldOptions {
  /** Asked before the mail server takes a mail; what it throws, the server says. */
  readonly send?: (mail: Mail) => Promise<void>;
  readonly rules?: Partial<DeliveryRules>;
  /** Ways to people beside e-mail. */
  readonly channels?: Omit<MessageChannels, 'email'>;
}

/** Makes a municipality of a suite's own in which it is `now`. */
export async function createTestWorld(now: string, { send, ...different }: WorldOptions = {}): Promise<TestWorld> {
  const database = await createFurnishedDatabase(`stack ${now}`, (url) => furnishStack(url, now));
  const mails: Mail[] = [];
  const mail = {
    send: async (one: Mail) => {
      await send?.(one);
      mails.push(one);
    },
  };
  let stack = await openStack(database.url, async () => mail, different);
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
    journalOf: (id) => play.query('select seq, payload from journal_event where instance = $1 order by seq', [id]),
    ring: async (processInstanceId, timerId) => {
      const command = { type: 'TriggerTimer', timerId: idOf<'Timer'>(timerId), actor: systemActor } as const;
      const outcome = await stack.runtime.handler.handle({ tenant: trondheim, processInstanceId, command });
      return outcome.ok ? undefined : outcome.rejection.reason;
    },
    skipTo: (id, node) => skipTo(play, id, node),
    exemptCheckpoint: (id) => exemptCheckpoint(play, id),
    restart: async () => {
      await close();
      stack = await openStack(database.url, async () => mail, different);
      play = createPlay(stack, database.url);
    },
    close,
    stop: async () => {
      await close();
      await database.drop();
    },
  };
}
