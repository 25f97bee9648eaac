// User tasks completed by 64 people at once. Each is answered when its transaction is on the disk.
import { chainOfUserTasks } from '../../models.mjs';
import { median, perSecond } from '../clients.mjs';
import { startPeer } from '../peers.mjs';
import { sized } from '../sizes.mjs';
import { openEmptyDatabase, openWorld } from '../world.mjs';

const clients = 64;
const pieces = sized(10_000, 256);
const rounds = sized(5);

export const name = 'tasks';

export async function measure(server) {
  const world = await openWorld(server, { diagrams: [chainOfUserTasks(20)] });
  const dbos = await startPeer('dbos.mjs', await openEmptyDatabase(server, 'dbos_tasks'));
  const bpmnEngine = await startPeer('bpmn-engine-kept.mjs', await openEmptyDatabase(server, 'bpmn_engine'));
  const [ours, theirs, kept] = [[], [], []];
  // In turns, so that all meet the same neighbours. The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    ours.push(...(await taskSpeeds(world, { of: 1 })));
    theirs.push(await dbos.ask('sendAndReceive', clients));
    kept.push(await bpmnEngine.ask('userTasks', clients));
  }
  await Promise.all([dbos.stop(), bpmnEngine.stop()]);
  await world.close();
  const [speed, dbosSpeed, keptSpeed] = [ours, theirs, kept].map((speeds) => median(speeds.slice(1)));
  return [
    { name: 'user tasks completed, 64 at once', value: speed, unit: '/s', atLeast: 5_000 },
    {
      name: 'user tasks completed, times DBOS send and recv',
      value: speed / dbosSpeed,
      unit: '×',
      atLeast: 10,
      peer: 'DBOS, /s',
      peerValue: Math.round(dbosSpeed),
    },
    {
      name: 'user tasks completed, times bpmn-engine with its state saved',
      value: speed / keptSpeed,
      unit: '×',
      peer: 'bpmn-engine, /s',
      peerValue: Math.round(keptSpeed),
    },
  ];
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
