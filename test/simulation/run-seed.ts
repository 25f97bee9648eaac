import fc from 'fast-check';
import { anyBlock, type Block } from './block.js';
import { Simulation, type RunFigures, type Step } from './simulate.js';

/** What a run of one seed came to. */
export type SeedOutcome =
  | { readonly ok: true; readonly figures: RunFigures }
  | {
      readonly ok: false;
      readonly seed: number;
      readonly message: string;
      readonly block: Block;
      readonly steps: readonly Step[];
    };

/** Runs one seed: always the same process and the same steps. */
export function runSeed(seed: number, length: number): SeedOutcome {
  const [block] = fc.sample(anyBlock, { seed, numRuns: 1 });
  if (block === undefined) throw new Error('Expected a block');
  const steps = stepsOf(seed, length);
  const message = violationOf(block, steps, seed % 16 === 0);
  return typeof message === 'string' ? { ok: false, seed, message, block, steps } : { ok: true, figures: message };
}

/** The figures of a run, or the law that it breaks. `twice` runs it again without restarts: it must go the same way. */
export function violationOf(block: Block, steps: readonly Step[], twice: boolean): RunFigures | string {
  try {
    const simulation = new Simulation(block, { restarts: true, recorded: twice });
    const figures = simulation.run(steps);
    if (!twice) return figures;
    const undisturbed = new Simulation(block, { restarts: false, recorded: true });
    undisturbed.run(steps);
    return undisturbed.journals === simulation.journals ? figures : 'with restarts it went another way than without';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function stepsOf(seed: number, length: number): readonly Step[] {
  const next = randomFrom(seed);
  return Array.from({ length }, () => ({ pick: next(), x: next() % 3, fault: next() }));
}

/** Mulberry32: small, fast, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
