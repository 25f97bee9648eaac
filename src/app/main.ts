import 'reflect-metadata';
import { loadDemoMunicipality } from './composition/load-demo-municipality.js';
import { openCore } from './composition/open-core.js';
import { openMigratedDatabase, requireOwnDatabase } from './composition/open-database.js';
import { openHealth } from './composition/open-health.js';
import { openWeb } from './composition/open-web.js';
import { startCoreWorkers } from './composition/start-core-workers.js';
import { takeOverClaims } from './composition/take-over-claims.js';
import { createDemoProgress } from './demo/demo-progress.js';
import { welcome } from './demo/welcome.js';
import { requireFreePort } from './http/listen.js';
import { runProcess } from './process/run-process.js';

// Web, API and worker in one process; in a demo the database, the login and the mailbox too.
await runProcess(async (context) => {
  const { configuration } = context;
  await requireFreePort(configuration);
  const { demo } = configuration;
  const databaseUrl = demo ? (await openMigratedDatabase(context)).url : await requireOwnDatabase(configuration);
  const core = await openCore(context, { databaseUrl, worksHere: true });
  await takeOverClaims(core.store, configuration);
  if (demo) await loadDemoMunicipality(core, { configuration, databaseUrl, onProgress: createDemoProgress() });

  await openHealth(context, core);
  await startCoreWorkers(context, core);
  await openWeb(context, core);
  process.stdout.write(welcome(configuration));
});
