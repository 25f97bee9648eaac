import 'reflect-metadata';
import { openCore } from './composition/open-core.js';
import { startCoreWorkers } from './composition/start-core-workers.js';
import { runProcess } from './process/run-process.js';
import { refuseToStart } from './start-refusal.js';

// Only the work that waits: timers, letters, reminders. As many of these as are wanted may run beside the web process.
await runProcess(async (context) => {
  const { configuration } = context;
  if (configuration.database === undefined)
    refuseToStart('En egen worker trenger DATABASE_URL: «npm start» har sin egen.');

  const core = await openCore(context, { databaseUrl: configuration.database.url, worksHere: true });
  await startCoreWorkers(context, core);
  process.stdout.write('Boligflyt arbeider.\n');
});
