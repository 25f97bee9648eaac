import { runMutations } from './mutation-run.js';

it('400 mutated models are each read or refused in both languages, never thrown at', async () => {
  const { accepted, refused, faults } = await runMutations(400, 20_261_122);

  expect(faults).toEqual([]);
  expect(accepted).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(100);
}, 60_000);
