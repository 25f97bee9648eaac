import 'reflect-metadata';
import { loadDemoMunicipality } from './composition/load-demo-municipality.js';
import { openCore, type Core } from './composition/open-core.js';
import { openDatabase, openMigratedDatabase } from './composition/open-database.js';
import { openWeb } from './composition/open-web.js';
import { startCoreWorkers } from './composition/start-core-workers.js';
import { takeOverClaims } from './composition/take-over-claims.js';
import { welcome } from './demo/welcome.js';
import { requireFreePort } from './http/listen.js';
import { runProcess, type ProcessContext } from './process/run-process.js';

// Web, API and worker in one process; in a demo the database, the login and the mailbox too.
await runProcess(async (context) => {
  const { configuration } = context;
  await requireFreePort(configuration);
  const { url } = configuration.demo ? await openMigratedDatabase(context) : await openDatabase(context);
  const core = await openCore(context, { databaseUrl: url, worksHere: true });
  await takeOverClaims(core.store, configuration);
  if (configuration.demo) await loadDemo(context, core, url);

  await startCoreWorkers(context, core);
  await openWeb(context, core);
  process.stdout.write(welcome(configuration));
});

async function loadDemo({ configuration }: ProcessContext, core: Core, databaseUrl: string): Promise<void> {
  let shown = 0;
  const onProgress = (share: number): void => {
    if (share < shown) return;
    process.stdout.write(`Spiller demokommunens historie … ${Math.round(share * 100)} %\n`);
    shown += 0.25;
  };
  await loadDemoMunicipality(core, { configuration, databaseUrl, onProgress });
}
