import 'reflect-metadata';
import { openCore } from './composition/open-core.js';
import { requireOwnDatabase } from './composition/open-database.js';
import { openHealth } from './composition/open-health.js';
import { openWeb } from './composition/open-web.js';
import { requireFreePort } from './http/listen.js';
import { runProcess } from './process/run-process.js';

// API, login and pages. What is to be done afterwards is left to a worker. As many of these as are wanted may run on one database.
await runProcess(async (context) => {
  const { configuration } = context;
  const databaseUrl = await requireOwnDatabase(configuration);
  await requireFreePort(configuration);

  const core = await openCore(context, { databaseUrl, worksHere: false });
  await openHealth(context, core);
  await openWeb(context, core);
  process.stdout.write(`Boligflyt svarer på ${configuration.publicUrl}.\n`);
});
