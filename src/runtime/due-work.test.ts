import { start } from '../../test/support/contract-commands.js';
import { createMemoryWorld, trondheim } from '../../test/support/store-world.js';
import { idOf } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import { CommandHandler } from './command-handler.js';
import { DueWork } from './due-work.js';
import { JobWorker } from './jobs/job-worker.js';
import { MessageDelivery } from './messages/message-delivery.js';
import type { ProcessInstanceStore, UntimedCommand } from './ports.js';
import { readAs, readingAs } from './reading-as.js';
import type { ReadingAs } from './reading-as.js';
import { createRuntime } from './runtime.js';

const kari = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };
const id = idOf<'ProcessInstance'>('sak-1');

/** The runtime on a store in memory, with a handler for letters that does what the test says. */
async function runtimeWith(send: (attempt: number) => Promise<Record<string, string>>) {
  const world = await createMemoryWorld();
  const failures: string[] = [];
  const told: string[] = [];
  let attempts = 0;
  class Letters {
    @JobWorker('send-brev')
    send(): Promise<JsonObject> {
      return send((attempts += 1));
    }
  }
  const runtime = createRuntime({
    ...world,
    alarms: { effectsWaiting: async () => undefined, timerSet: async () => undefined },
    notifier: { notify: async ({ key }) => void told.push(key) },
    worksHere: false,
    onFailure: ({ message }) => void failures.push(message),
  });
  runtime.jobs.add(new Letters());
  const handle = (command: UntimedCommand, key?: string) =>
    runtime.handler.handle({
      tenant: trondheim,
      processInstanceId: id,
      command,
      ...(key === undefined ? {} : { definition: { key } }),
    });
  const start = (key: string, variables = {}) =>
    handle({ type: 'StartProcessInstance', processInstanceId: id, variables, actor: kari }, key);
  return { world, runtime, handle, start, failures, told, attempts: () => attempts };
}

type Played = Awaited<ReturnType<typeof runtimeWith>>;

/** Brings a request to the letter that answers it: the assessment is done and the day's wait is over. */
async function letterIsDue({ world, runtime, handle, start }: Played): Promise<void> {
  await start('henvendelse', { soker: 'siv' });
  const task = [...((await world.snapshot(trondheim, id))?.userTasks.keys() ?? [])][0] ?? idOf<'UserTask'>('ingen');
  await handle({ type: 'ClaimUserTask', userTaskId: task, actor: kari });
  await handle({ type: 'CompleteUserTask', userTaskId: task, variables: {}, actor: kari });
  await world.clock.moveTo(trondheim, '2026-11-24T09:00:00.000Z');
  await runtime.dueWork.drain(trondheim);
}

const stateOf = async ({ world }: Played) => (await world.snapshot(trondheim, id))?.state;
const incidentsOf = async ({ world }: Played) =>
  [...((await world.snapshot(trondheim, id))?.incidents.values() ?? [])].map(({ code, message }) => [code, message]);

it('rings a due timer, runs the job that follows, and tells whoever must be told, in one go', async () => {
  const played = await runtimeWith(async () => ({}));

  await letterIsDue(played);

  expect(await stateOf(played)).toBe('completed');
  expect(played.attempts()).toBe(1);
  expect(played.told.filter((key) => key.startsWith('sak-1'))).toHaveLength(1);
});

it('tries a failing job five times, then stops the case with an incident that says why', async () => {
  const played = await runtimeWith(async () => {
    throw new Error('Malen mangler');
  });

  await letterIsDue(played);
  for (let round = 0; round < 8; round += 1) await played.runtime.dueWork.drain(trondheim);

  expect(played.attempts()).toBe(5);
  expect(await incidentsOf(played)).toEqual([['JOB_FAILED', 'Malen mangler']]);
});

it('goes on where a job succeeds at the third attempt', async () => {
  const played = await runtimeWith(async (attempt) => {
    if (attempt < 3) throw new Error('Posten svarer ikke');
    return {};
  });

  await letterIsDue(played);
  for (let round = 0; round < 4; round += 1) await played.runtime.dueWork.drain(trondheim);

  expect(played.failures).toEqual(['Posten svarer ikke', 'Posten svarer ikke']);
  expect(await stateOf(played)).toBe('completed');
});

it('starts the weekly round once, also when it crashes before it has noted the start', async () => {
  const played = await runtimeWith(async () => ({}));
  const { outbox, clock } = played.world;
  const markStarted = outbox.markStarted.bind(outbox);
  outbox.markStarted = async () => {
    throw new Error('Connection lost');
  };
  await clock.moveTo(trondheim, '2026-11-24T08:00:00.000Z');
  await played.runtime.dueWork.drain(trondheim);

  outbox.markStarted = markStarted;
  await played.runtime.dueWork.drain(trondheim);

  expect(played.failures).toEqual(['Connection lost']);
  expect(await outbox.dueStarts(trondheim, 10)).toEqual([]);
  expect(played.told.filter((key) => key.includes('opened'))).toHaveLength(1);
});

it('delivers a message by its key to the case that waits', async () => {
  const played = await runtimeWith(async () => ({}));
  await played.start('bestilling', { nummer: 'B-7' });
  const message = { message: 'levert', variables: {}, actor: kari };

  const later = await played.runtime.messages.correlate(trondheim, { ...message, key: 'B-8' });
  expect(later).toMatchObject({ correlated: [], started: [], isKept: true });
  const now = await played.runtime.messages.correlate(trondheim, { ...message, key: 'B-7' });
  expect(now).toMatchObject({ correlated: [id], started: [], isKept: false });
  expect(await stateOf(played)).toBe('completed');
});

it('runs no job again that took the process down five times, and says so to the case', async () => {
  const played = await runtimeWith(async () => ({}));
  const { outbox } = played.world;
  const claim = outbox.claimEffects.bind(outbox);
  outbox.claimEffects = async (tenant, limit) =>
    (await claim(tenant, limit)).map((claimed) => ({ ...claimed, attempt: claimed.attempt + 5 }));

  await letterIsDue(played);

  expect(played.attempts()).toBe(0);
  expect((await incidentsOf(played)).map(([code]) => code)).toEqual(['JOB_FAILED']);
});

it('reminds of all 300 requests that are due at the same time, each once', async () => {
  const { world, runtime, failures } = await runtimeWith(async () => ({}));
  const ids = Array.from({ length: 300 }, (_, index) => idOf<'ProcessInstance'>(`sak-${index}`));
  await world.store.change(
    trondheim,
    ids.map((one) => start(one)),
  );
  await world.clock.moveTo(trondheim, '2026-12-01T09:00:00.000Z');

  await runtime.dueWork.drain(trondheim);

  const journals = await Promise.all(ids.map((one) => world.journal(trondheim, one)));
  const reminders = journals.map((events) => events.filter(({ type }) => type === 'UserTaskReminded').length);
  expect(reminders).toEqual(ids.map(() => 1));
  expect(failures).toEqual([]);
});

it('reminds of the request that is due after 230 whose timers cannot be rung', async () => {
  const { world } = await runtimeWith(async () => ({}));
  const ids = Array.from({ length: 231 }, (_, index) =>
    idOf<'ProcessInstance'>(`sak-${String(index).padStart(3, '0')}`),
  );
  await world.store.change(
    trondheim,
    ids.map((one) => start(one)),
  );
  const refusing: ProcessInstanceStore = {
    change: async (tenant, requests) => {
      if (requests.some(({ processInstanceId }) => processInstanceId < 'sak-230')) throw new Error('Broken diagram');
      return world.store.change(tenant, requests);
    },
    changeDue: async () => {
      throw new Error('Broken diagram');
    },
  };
  const handler = new CommandHandler(refusing);
  const { outbox, messages: index, messageBuffer: buffer } = world;
  const messages = { delivery: new MessageDelivery(index, buffer, handler), buffer };
  const dueWork = new DueWork({
    outbox,
    handler,
    runEffect: async () => undefined,
    messages,
    carryOnBatches: async () => 0,
  });
  await world.clock.moveTo(trondheim, '2026-12-01T09:00:00.000Z');

  await dueWork.drain(trondheim);

  const last = await world.journal(trondheim, idOf('sak-230'));
  expect(last.map(({ type }) => type)).toContain('UserTaskReminded');
});

it('asks for effects once and never for due starts, where an effect was all there was to do', async () => {
  const played = await runtimeWith(async () => ({}));
  const { outbox } = played.world;
  const [claimEffects, dueStarts] = [outbox.claimEffects.bind(outbox), outbox.dueStarts.bind(outbox)];
  const asked = { effects: 0, starts: 0 };
  outbox.claimEffects = (...of) => ((asked.effects += 1), claimEffects(...of));
  outbox.dueStarts = (...of) => ((asked.starts += 1), dueStarts(...of));
  await played.start('henvendelse', { soker: 'siv' });

  await played.runtime.dueWork.drain(trondheim);

  expect(asked).toEqual({ effects: 1, starts: 0 });
});

it('carries out in the name of the system what a request of a politician sets off', async () => {
  const reading: (ReadingAs | undefined)[] = [];
  const played = await runtimeWith(async () => {
    reading.push(readingAs());
    return {};
  });

  await readAs({ id: 'pia', roles: ['politiker'] }, () => letterIsDue(played));

  expect(reading).toEqual(['the system']);
  expect(readingAs()).toBeUndefined();
});
