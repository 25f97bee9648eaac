// Automatic steps: service tasks in a row, whose work is nothing. Each is on the disk before the next one begins.
import { chainOfJobs } from '../../models.mjs';
import { median } from '../clients.mjs';
import { startPeer } from '../peers.mjs';
import { sized } from '../sizes.mjs';
import { openEmptyDatabase, openWorld, tenant } from '../world.mjs';

const cases = sized(256, 32);
const stepsEach = 20;
const rounds = sized(5);

export const name = 'steps';

export async function measure(server) {
  const jobs = [{ type: 'ingenting', run: async () => ({}) }];
  const world = await openWorld(server, { diagrams: [chainOfJobs(stepsEach)], jobs, worksHere: true });
  const dbos = await startPeer('dbos.mjs', await openEmptyDatabase(server, 'dbos_steps'));
  const [ours, theirs] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    ours.push(await oneRound(world));
    theirs.push(await dbos.ask('steps', cases));
  }
  await dbos.stop();
  const [open] = await world.ask(`select count(*)::int as count from process_instance where state = 'active'`);
  if (open.count > 0) throw new Error(`Expected every case to have ended, but ${open.count} have not`);
  await world.close();
  const [speed, dbosSpeed] = [ours, theirs].map((speeds) => median(speeds.slice(1)));
  return [
    { name: `automatic steps, ${cases} cases at once`, value: speed, unit: '/s' },
    {
      name: 'automatic steps, times DBOS steps',
      value: speed / dbosSpeed,
      unit: '×',
      atLeast: 10,
      peer: 'DBOS, /s',
      peerValue: Math.round(dbosSpeed),
    },
  ];
}

async function oneRound(world) {
  const from = performance.now();
  await Promise.all(Array.from({ length: cases }, () => world.start('maaling')));
  await world.runtime.dueWork.drain(tenant);
  return (cases * stepsEach * 1000) / (performance.now() - from);
}
