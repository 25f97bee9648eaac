import 'reflect-metadata';
import { startWorkers } from '../jobs/workers.js';
import { openCore } from './composition/open-core.js';
import { runProcess } from './process/run-process.js';
import { refuseToStart } from './start-refusal.js';

// Only the work that waits: timers, letters, reminders. As many of these as are wanted may run beside the web process.
await runProcess(async (context) => {
  const { configuration, stopOrder, log } = context;
  if (configuration.database === undefined)
    refuseToStart('En egen worker trenger DATABASE_URL: «npm start» har sin egen.');

  const core = await openCore(context, { databaseUrl: configuration.database.url, worksHere: true });
  const workers = await startWorkers({
    queue: core.queue,
    handler: core.runtime.handler,
    dueWork: core.runtime.dueWork,
    outbox: core.store.outbox,
    onFailure: (failure) => log.error(failure, 'The sweeper failed and tries again'),
  });
  stopOrder.add(() => workers.stop());
  process.stdout.write('Boligflyt arbeider.\n');
});
