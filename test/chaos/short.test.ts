import * as crash from './crash.js';
import * as herd from './herd.js';
import * as postgres from './postgres.js';
import * as races from './races.js';
import * as redis from './redis.js';
import * as storm from './storm.js';
import type { ChaosOptions, ChaosOutcome } from './support/chaos-run.js';

// The short form of each run; `npm run chaos -- <name>` plays the long one.
const seed = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const short: readonly (readonly [string, (options: ChaosOptions) => Promise<ChaosOutcome>])[] = [
  [
    'killed with SIGKILL at each of twelve named points, no case stands in between, and nothing is lost or said as two things',
    crash.runShort,
  ],
  [
    'a PostgreSQL that stops, loses connections, fails one commit of five, is read-only or locked loses none of 200 acknowledged commands, and who asks meanwhile is told 503',
    postgres.runShort,
  ],
  [
    'a Redis that is flushed or killed, or has yesterday’s hints, loses none of 30 timers and rings none early',
    redis.runShort,
  ],
  ['of fifty who ask for the same at once in two processes, one is told yes, in 24 races', races.runShort],
  ['2,000 cases that wait for the same instant all ring, each once', herd.runShort],
  ['hints that come five times, too early, too late and for nobody change nothing but what is due', storm.runShort],
];

it.each(short)(
  `%s (CHAOS_SEED=${seed})`,
  async (_what, play) => {
    const { faults } = await play({ reps: 1, seed, say: () => undefined });

    expect(faults).toEqual([]);
  },
  240_000,
);
