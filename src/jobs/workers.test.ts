import { createMemoryWorld, trondheim } from '../../test/support/store-world.js';
import { newCase, start } from '../../test/support/contract-commands.js';
import { CommandHandler } from '../runtime/command-handler.js';
import { DueWork } from '../runtime/due-work.js';
import { MessageDelivery } from '../runtime/messages/message-delivery.js';
import type { Wake } from './wake-queue.js';
import { startWorkers } from './workers.js';

it('stops after the effect at work, though 500 more are waiting', async () => {
  const { store, outbox, messages: index, messageBuffer: buffer } = await createMemoryWorld();
  const handler = new CommandHandler(store);
  let done = 0;
  let stopping: Promise<void> | undefined;
  const runEffect = async (): Promise<void> => {
    done += 1;
    stopping ??= workers.stop();
  };
  const messages = { delivery: new MessageDelivery(index, buffer, handler), buffer };
  const dueWork = new DueWork({ outbox, handler, runEffect, messages, carryOnBatches: async () => 0 });
  let hear: (wake: Wake) => Promise<void> = async () => undefined;
  let hint: Promise<void> = Promise.resolve();
  const queue = {
    add: async () => undefined,
    addAll: async () => undefined,
    answers: async () => true,
    work: async (ring: typeof hear) => void (hear = ring),
    close: () => hint,
  };
  const watch = { look: async () => undefined };
  const canaries = { ring: async () => false };
  const jobDesk = { giveUpOnSilent: async () => undefined };
  const horizon = { entering: async () => [] };
  const receipts = { forgetOld: async () => 0 };
  const clockCheck = { isTrusted: async () => true, secondsOff: async () => 0 };
  const workers = await startWorkers({
    ...{ queue, handler, dueWork, outbox, watch, jobDesk, canaries, horizon, receipts },
    clockCheck,
    onFailure: () => undefined,
  });
  await store.change(
    trondheim,
    Array.from({ length: 500 }, () => start(newCase())),
  );

  hint = hear({ kind: 'effects', tenant: trondheim });
  await hint;
  await stopping;

  expect(done).toBeLessThan(100);
});

it('dispatches nothing while its clock is 45 s off the database’s, says so, and goes on when the clock is right', async () => {
  const { store, outbox, messages: index, messageBuffer: buffer } = await createMemoryWorld();
  const handler = new CommandHandler(store);
  let done = 0;
  const runEffect = async (): Promise<void> => void (done += 1);
  const messages = { delivery: new MessageDelivery(index, buffer, handler), buffer };
  const dueWork = new DueWork({ outbox, handler, runEffect, messages, carryOnBatches: async () => 0 });
  let hear: (wake: Wake) => Promise<void> = async () => undefined;
  const queue = {
    add: async () => undefined,
    addAll: async () => undefined,
    answers: async () => true,
    work: async (ring: typeof hear) => void (hear = ring),
    close: async () => undefined,
  };
  const clock = { secondsOff: 45 };
  const clockCheck = { secondsOff: async () => clock.secondsOff, isTrusted: async () => clock.secondsOff <= 30 };
  const failures: string[] = [];
  await store.change(trondheim, [start(newCase())]);

  const workers = await startWorkers({
    ...{ queue, dueWork, outbox, clockCheck, handler },
    watch: { look: async () => undefined },
    jobDesk: { giveUpOnSilent: async () => undefined },
    canaries: { ring: async () => false },
    horizon: { entering: async () => [] },
    receipts: { forgetOld: async () => 0 },
    onFailure: (failure) => void failures.push(String(failure)),
  });
  await hear({ kind: 'effects', tenant: trondheim });
  const whileWrong = done;
  clock.secondsOff = 1;
  await hear({ kind: 'effects', tenant: trondheim });
  await workers.stop();

  expect([whileWrong, done]).toEqual([0, 1]);
  expect(failures).toContainEqual(expect.stringContaining('45 s off'));
});
