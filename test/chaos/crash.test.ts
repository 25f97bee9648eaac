import { runShort } from './crash.js';

const seed = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

it(`killed with SIGKILL at each of twelve named points (CHAOS_SEED=${seed}), no case stands in between, and nothing is lost or said as two things`, async () => {
  const { faults, figures } = await runShort({ reps: 1, seed, say: () => undefined });

  expect(faults).toEqual([]);
  expect(figures).toMatchObject({ kills: 12 });
}, 240_000);
