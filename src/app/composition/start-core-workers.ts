import { startWorkers } from '../../jobs/workers.js';
import { Watch } from '../../runtime/watch.js';
import type { ProcessContext } from '../process/run-process.js';
import type { Core } from './open-core.js';

/** Lets this process do the work that waits; it stops before what it works with is closed. */
export async function startCoreWorkers({ log, stopOrder }: ProcessContext, core: Core): Promise<void> {
  const workers = await startWorkers({
    queue: core.queue,
    handler: core.runtime.handler,
    dueWork: core.runtime.dueWork,
    outbox: core.store.outbox,
    jobDesk: core.runtime.jobDesk,
    watch: new Watch(core.store.lookout, core.runtime.handler, ({ subject, message }) =>
      log.warn({ subject, reason: message }, 'Work failed and is tried again'),
    ),
    canaries: core.store.canaries,
    clockCheck: core.clockCheck,
    horizon: core.store.horizon,
    receipts: core.store.receipts,
    onFailure: (failure) => log.error(failure, 'The sweeper failed and tries again'),
  });
  stopOrder.add(() => workers.stop());
}
