import type { ChaosOptions, ChaosOutcome } from './chaos-run.js';

const seed = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
// For what hangs: the longest of them takes less than a third of it on a quiet machine.
const patienceMs = 240_000;

/** Tests the short form of a run by the sentence that must hold; `npm run chaos -- <name>` plays the long one. */
export function playsShort(sentence: string, play: (options: ChaosOptions) => Promise<ChaosOutcome>): void {
  it(
    `${sentence} (CHAOS_SEED=${seed})`,
    async () => {
      const { faults } = await play({ reps: 1, seed, say: () => undefined });

      expect(faults).toEqual([]);
    },
    patienceMs,
  );
}
