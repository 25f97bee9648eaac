import 'reflect-metadata';
import { deployWorkflows } from './composition/deploy-workflows.js';
import { openCore } from './composition/open-core.js';
import { openMigratedDatabase } from './composition/open-database.js';
import { runProcess } from './process/run-process.js';

// Brings the database to this version and deploys the processes, then ends.
await runProcess(async (context) => {
  const { url } = await openMigratedDatabase(context);
  const core = await openCore(context, { databaseUrl: url, worksHere: false });
  await deployWorkflows(core, context.configuration);
  await context.stopOrder.stopAll();
  process.stdout.write('Databasen er klar for denne versjonen.\n');
});
