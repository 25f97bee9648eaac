// User tasks completed by 64 people at once. Each is answered when its transaction is on the disk.
import { chainOfUserTasks } from '../../models.mjs';
import { median, perSecond } from '../clients.mjs';
import { openWorld } from '../world.mjs';

const clients = 64;
const pieces = 10_000;
const rounds = 5;

export const name = 'tasks';

export async function measure(server) {
  const world = await openWorld(server, { diagrams: [chainOfUserTasks(20)] });
  const speeds = await taskSpeeds(world);
  await world.close();
  return [{ name: 'user tasks completed, 64 at once', value: median(speeds), unit: '/s', atLeast: 5_000 }];
}

/** Speeds of several rounds after one that warms up. Whoever is through with a case begins the next one, which is not counted. */
export async function taskSpeeds(world, { count = pieces, of = rounds } = {}) {
  const cases = await Promise.all(Array.from({ length: clients }, () => world.start('maaling')));
  const next = async (client) => {
    if (cases[client].state !== 'active') cases[client] = await world.start('maaling');
    cases[client] = await world.complete(cases[client]);
  };
  await perSecond(clients, count / 4, next);
  const speeds = [];
  for (let round = 0; round < of; round += 1) speeds.push(await perSecond(clients, count, next));
  return speeds;
}
