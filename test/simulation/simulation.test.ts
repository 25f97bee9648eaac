import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSeed } from './run-seed.js';
import { seededBugs } from './seeded-bugs.js';

describe('the simulator', () => {
  it('finds the engine and the oracle of one mind for 60 random processes with faults', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const outcome = runSeed(seed, 60);
      if (!outcome.ok) throw new Error(`seed ${seed}: ${outcome.message}`);
    }
  });

  it('does the same for the same seed', () => {
    expect(runSeed(8, 80)).toEqual(runSeed(8, 80));
  });
});

describe('the seeded bugs', () => {
  const engine = join(import.meta.dirname, '../../src/engine');

  it.each(seededBugs)('$name can be made: the text it changes is in the engine once', ({ file, find }) => {
    expect(readFileSync(join(engine, file), 'utf8').split(find)).toHaveLength(2);
  });

  it('are at least 30, each with a name of its own, and all listed in docs/simulation.md', () => {
    const listed = readFileSync(join(import.meta.dirname, '../../docs/simulation.md'), 'utf8');

    expect(new Set(seededBugs.map(({ name }) => name)).size).toBeGreaterThanOrEqual(30);
    expect(seededBugs.filter(({ name }) => !listed.includes(`\`${name}\``))).toEqual([]);
  });
});
