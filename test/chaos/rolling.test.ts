import { hasRedisServer } from '../support/redis-server.js';
import { runOn } from './rolling.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const homes = hasRedisServer ? (['postgres', 'redis'] as const) : (['postgres'] as const);
const home = homes[Date.now() % homes.length] ?? 'postgres';

it(`of two web processes and two workers each is killed with SIGKILL in turn (hints in ${home}): what was answered is there, nothing twice, and a new worker does what fell due`, async () => {
  const { faults, figures } = await runOn(home, { reps: 1, seed: 0, say });

  expect(faults).toEqual([]);
  expect(figures[`${home}-answers`]).toBeGreaterThanOrEqual(80);
  expect(figures[`${home}-timers-rung`]).toBeGreaterThan(0);
}, 300_000);
