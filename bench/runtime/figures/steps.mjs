// Automatic steps: service tasks in a row, whose work is nothing. Each is on the disk before the next one begins.
import { chainOfJobs } from '../../models.mjs';
import { median } from '../clients.mjs';
import { openWorld, tenant } from '../world.mjs';

const cases = 256;
const stepsEach = 20;
const rounds = 5;

export const name = 'steps';

export async function measure(server) {
  const jobs = [{ type: 'ingenting', run: async () => ({}) }];
  const world = await openWorld(server, { diagrams: [chainOfJobs(stepsEach)], jobs, worksHere: true });
  const speeds = [];
  for (let round = 0; round <= rounds; round += 1) speeds.push(await oneRound(world));
  const [open] = await world.ask(`select count(*)::int as count from process_instance where state = 'active'`);
  if (open.count > 0) throw new Error(`Expected every case to have ended, but ${open.count} have not`);
  await world.close();
  // Its goal is ten times a peer's figure of the same run: it has none until a peer is measured beside it.
  return [{ name: 'automatic steps, 256 cases at once', value: median(speeds.slice(1)), unit: '/s' }];
}

async function oneRound(world) {
  const from = performance.now();
  await Promise.all(Array.from({ length: cases }, () => world.start('maaling')));
  await world.runtime.dueWork.drain(tenant);
  return (cases * stepsEach * 1000) / (performance.now() - from);
}
