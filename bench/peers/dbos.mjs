// The same durable work on DBOS, as its own documentation says to do it, in a process of its own: `user tasks` are messages that a
// workflow waits for, `steps` are steps of a workflow. It is told what to do, and answers with pieces per second.
import { DBOS } from '@dbos-inc/dbos-sdk';

const perWorkflow = 20;
const quiet = { info: () => {}, debug: () => {}, warn: console.error, error: console.error };

const waiting = DBOS.registerWorkflow(
  async () => {
    for (let index = 0; index < perWorkflow; index += 1) {
      if ((await DBOS.recv('svar', 600)) === null) throw new Error('Expected an answer, but none came in ten minutes');
    }
  },
  { name: 'waiting' },
);

const working = DBOS.registerWorkflow(
  async () => {
    for (let index = 0; index < perWorkflow; index += 1)
      await DBOS.runStep(async () => ({}), { name: `steg-${index}` });
  },
  { name: 'working' },
);

const many = (count, begin) => Promise.all(Array.from({ length: count }, begin));

/** Sent by so many at once and taken by as many workflows. Who sends does not wait until it is taken, which is to DBOS's advantage. */
async function sendAndReceive(workflows) {
  const handles = await many(workflows, () => DBOS.startWorkflow(waiting)());
  const from = performance.now();
  await Promise.all(
    handles.map(async ({ workflowID }) => {
      for (let index = 0; index < perWorkflow; index += 1) await DBOS.send(workflowID, { svar: 'ja' }, 'svar');
    }),
  );
  await Promise.all(handles.map((handle) => handle.getResult()));
  return (workflows * perWorkflow * 1000) / (performance.now() - from);
}

async function steps(workflows) {
  const from = performance.now();
  const handles = await many(workflows, () => DBOS.startWorkflow(working)());
  await Promise.all(handles.map((handle) => handle.getResult()));
  return (workflows * perWorkflow * 1000) / (performance.now() - from);
}

const work = { sendAndReceive, steps };
const [systemDatabaseUrl] = process.argv.slice(2);
DBOS.setConfig({ name: 'maling', systemDatabaseUrl, logger: quiet });
await DBOS.launch();
process.on('message', async ({ name, count }) => process.send({ value: await work[name](count) }));
process.on('disconnect', async () => {
  await DBOS.shutdown();
  process.exit(0);
});
process.send({ value: 'ready' });
