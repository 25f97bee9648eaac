import 'reflect-metadata';
import { deployWorkflows } from './composition/deploy-workflows.js';
import { loadDemoMunicipality } from './composition/load-demo-municipality.js';
import { openCore } from './composition/open-core.js';
import { openMigratedDatabase } from './composition/open-database.js';
import { createDemoProgress } from './demo/demo-progress.js';
import { runProcess } from './process/run-process.js';

// Brings the database to this version, deploys the processes and, in a demo, plays its history; then ends.
await runProcess(async (context) => {
  const { configuration } = context;
  const { url: databaseUrl } = await openMigratedDatabase(context);
  const core = await openCore(context, { databaseUrl, worksHere: configuration.demo });
  if (configuration.demo)
    await loadDemoMunicipality(core, { configuration, databaseUrl, onProgress: createDemoProgress() });
  else await deployWorkflows(core, configuration);
  await core.runtime.dueWork.stop();
  await context.stopOrder.stopAll();
  process.stdout.write('Databasen er klar for denne versjonen.\n');
});
