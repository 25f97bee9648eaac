/** What a run is told. */
export interface ChaosOptions {
  /** How much of it: what one means, each run says itself. */
  readonly reps: number;
  /** The same seed makes the same choices. */
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** What a run has seen: figures to be read, and everything that was not as it should be. */
export interface ChaosOutcome {
  readonly figures: Readonly<Record<string, number | string>>;
  readonly faults: readonly string[];
}

/** One run of the programme. */
export interface ChaosRun {
  readonly usualReps: number;
  run(options: ChaosOptions): Promise<ChaosOutcome>;
}

/** mulberry32: numbers from 0 to below 1, the same for the same seed. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Runs `work` on each item, `lanes` at a time. */
export async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const lane = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(numbers(lanes).map(lane));
}

/** The smallest value that `share` of them do not exceed, e.g. 0.95; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Asks again until there is an answer; gives up after `patienceMs` with `what` was expected. */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined>,
  patienceMs = 60_000,
): Promise<Answer> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > until) throw new Error(`Expected ${what} within ${patienceMs / 1000} s, but it never came`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
