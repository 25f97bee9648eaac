import { hasRedisServer } from '../support/redis-server.js';
import { chanceFrom, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { handOver } from './support/hand-over.js';
import { watchHouse, type Watched } from './support/house-watch.js';
import { openHouse, type House } from './support/house.js';
import { look } from './support/look.js';
import { suffer, sufferEach, type Scene } from './support/misfortunes.js';
import type { HouseProcess } from './support/house-process.js';
import { startRedis } from './support/redis.js';
import { settle, verify } from './support/verify-house.js';

/** T12 and T24: a house is used while one misfortune follows the other at moments that the seed chooses; reps are minutes. */
export const usualReps = 10;

// The first two are never ended, so that their memory can be followed; the others are.
const kinds = ['web', 'worker', 'web', 'worker'] as const;
// What kills is in the short forms of other runs, where nobody waits for the lease of the dead.
const gentle = ['flushRedis', 'endBackends', 'killRedis', 'endWorker'] as const;
const lanes = 4;
const betweenReadsMs = 250;
// Of a process that holds 200 to 400; what a leak of a kilobyte in each request comes to within the hour is more.
const mostGrownMb = 96;
// Rows of a case are the same in the first half and in the second; dead ones come and go.
const mostGrowth = 1.5;

const lists = ['user-tasks', 'process-instances', 'incidents', 'jobs'];

/** Somebody who looks at the lists all the while. */
function readLists({ client }: House): () => Promise<void> {
  const rest = { isOver: false };
  const reading = (async () => {
    for (let place = 0; !rest.isOver; place += 1) {
      await client.ask(lists[place % lists.length] ?? '');
      await new Promise((resolve) => setTimeout(resolve, betweenReadsMs));
    }
  })();
  return () => {
    rest.isOver = true;
    return reading;
  };
}

const forgottenIn = ({ forgotten }: Pick<Watched, 'forgotten'>): readonly string[] =>
  forgotten.map((id) => `forgotten for a while: ${id}`);

const faultsOf = ({ memoryGrownMb, bytesPerCase: [first, second], ...watched }: Watched): readonly string[] => [
  ...forgottenIn(watched),
  ...(memoryGrownMb <= mostGrownMb ? [] : [`a process grew by ${memoryGrownMb} MB`]),
  ...(second <= first * mostGrowth ? [] : [`a case came to cost ${second} bytes of rows, after ${first}`]),
];

const latenessSql = `
  select coalesce(max(extract(epoch from fired_at - due_at)), 0)::float8 as seconds from timer where fired_at is not null`;

/** How a house is used, and what must hold besides. */
interface Course {
  readonly kinds: readonly HouseProcess['kind'][];
  /** How many of the first are never ended. */
  readonly steady: number;
  readonly happen: (scene: Scene) => ReturnType<typeof suffer>;
  readonly faultsOf: (watched: Watched) => readonly string[];
}

async function live(
  scene: Scene,
  { steady, happen, faultsOf: faultsIn }: Course,
  say: ChaosOptions['say'],
): Promise<ChaosOutcome> {
  const { house } = scene;
  const stopLoad = house.load.begin(lanes);
  const stopReading = readLists(house);
  const stopWatching = watchHouse(house.url, house.processes.slice(0, steady));
  const happened = await happen(scene);
  say(`it is over: ${JSON.stringify(house.load.figures())}`);
  await Promise.all([stopLoad(), stopReading()]);
  const begun = performance.now();
  await settle(house);
  const keptBack = await handOver(house);
  const settledSeconds = rounded((performance.now() - begun) / 1000);
  const watched = await stopWatching();
  const [lateness] = await look<{ seconds: number }>(house.url, latenessSql);
  const { bytesPerCase, memoryGrownMb, memoryMb, looks, connections } = watched;
  return {
    faults: [...(await verify(house)), ...faultsIn(watched)],
    figures: {
      ...{ ...Object.fromEntries(happened), ...house.load.figures(), mails: house.mail.attempts.size },
      ...{ keptBack, latestTimerSeconds: rounded(lateness?.seconds ?? 0), settledSeconds, untouchedLooks: looks },
      ...{ memoryGrownMb, memoryMb, bytesPerCase: bytesPerCase.join(' then '), connections },
    },
  };
}

async function play(course: Course, { seed, say }: ChaosOptions): Promise<ChaosOutcome> {
  if (!hasRedisServer) return { faults: [], figures: { redis: 'skipped' } };
  const redis = await startRedis();
  const house = await openHouse(course.kinds, { redisUrl: redis.url });
  try {
    const mortal = house.processes.slice(course.steady);
    return await live({ house, redis, mortal, chance: chanceFrom(seed) }, course, say);
  } finally {
    await house.close();
    await redis.remove();
  }
}

export async function run(options: ChaosOptions): Promise<ChaosOutcome> {
  const happen = (scene: Scene) => {
    const until = performance.now() + options.reps * 60_000;
    return suffer(scene, () => performance.now() > until);
  };
  const { faults, figures } = await play({ kinds, steady: 2, happen, faultsOf }, options);
  return { faults, figures: { minutes: options.reps, ...figures } };
}

/** Four misfortunes in some seconds; what grows shows itself only in the long run. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> =>
  play(
    { kinds: ['web', 'worker'], steady: 1, happen: (scene) => sufferEach(scene, gentle), faultsOf: forgottenIn },
    options,
  );
