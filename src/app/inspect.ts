import 'reflect-metadata';
import { inspectionSteps } from '../engine/index.js';
import { idOf } from '../shared/id.js';
import { openStore } from '../store/open-store.js';
import { openDatabaseToRead } from './composition/open-database.js';
import { runProcess } from './process/run-process.js';
import { refuseToStart } from './start-refusal.js';

// Writes the journal of one case as steps for an inspector, one JSON line each: `npm run inspect -- <case>` plays them.
await runProcess(async (context) => {
  const id = idOf<'ProcessInstance'>(process.argv[2] ?? '');
  const tenant = idOf<'Tenant'>(context.configuration.municipality.id);
  const url = await openDatabaseToRead(context);
  const { queries, close } = await openStore({ url, clock: 'real', deadlineRegister: [] });
  context.stopOrder.add(close);

  const journal = await queries.cases.journal(tenant, id);
  if (journal.length === 0) refuseToStart(`Fant ingen sak med id «${id}». Skriv: npm run inspect -- <id>`);
  const steps = inspectionSteps(journal.map(({ event }) => event));
  process.stdout.write(steps.map((step) => `${JSON.stringify(step)}\n`).join(''));
  await context.stopOrder.stopAll();
});
