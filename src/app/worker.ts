import 'reflect-metadata';
import { openCore } from './composition/open-core.js';
import { requireOwnDatabase } from './composition/open-database.js';
import { openHealth } from './composition/open-health.js';
import { startCoreWorkers } from './composition/start-core-workers.js';
import { runProcess } from './process/run-process.js';

// Only the work that waits: timers, letters, reminders. As many of these as are wanted may run on one database.
await runProcess(async (context) => {
  const databaseUrl = await requireOwnDatabase(context.configuration);

  const core = await openCore(context, { databaseUrl, worksHere: true });
  await openHealth(context, core);
  await startCoreWorkers(context, core);
  process.stdout.write('Boligflyt arbeider.\n');
});
