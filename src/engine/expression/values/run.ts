/** Why a value is null: nothing was there to work with (`note`), or something does not fit (`mistake`). */
export interface Warning {
  readonly kind: 'note' | 'mistake';
  readonly message: string;
}

/** How much one evaluation may do. Steps are counted, not timed: the same expression ends in the same place everywhere. */
export interface RunLimits {
  readonly steps: number;
  readonly depth: number;
  /** The instant that `now()` and `today()` give, in nanoseconds since 1970; without it they are null. */
  readonly now?: bigint;
}

/** The limits that an evaluation has when nobody says otherwise. */
export const usualLimits: RunLimits = { steps: 2_000_000, depth: 3_000 };

/** Counts steps; may end the evaluation. */
export interface Meter {
  /** Uses steps: one for a small thing, the size for a large one. Ends the evaluation when none are left. */
  readonly use: (steps: number) => void;
}

/** One evaluation under way: what it has used, and what it found wrong. */
export interface Run extends Meter {
  readonly now?: bigint | undefined;
  /** Remembers why something is null, and is null itself. */
  readonly warn: (message: string) => null;
  /** The same where nothing is wrong: there was only nothing to work with. */
  readonly note: (message: string) => null;
  /** Remembers that a name or key is not there. */
  readonly miss: (name: string) => null;
  /** Goes one function call deeper, by the height of what is called. */
  readonly enter: (height: number) => void;
  readonly leave: (height: number) => void;
  readonly warnings: () => readonly Warning[];
}

// Marks an error as the end of an evaluation that asked for too much: thrown inside FEEL, never out of it.
const limitReached = Symbol('FEEL limit');

/** Whether an error says that an evaluation asked for too much, and is no defect. */
export const isLimitError = (error: unknown): error is Error => error instanceof Error && error.cause === limitReached;

const giveUp = (message: string): never => {
  throw new Error(`FEEL_LIMIT ${message}`, { cause: limitReached });
};

const mostWarnings = 50;

/** Begins an evaluation. */
export function beginRun(limits: RunLimits = usualLimits): Run {
  const warnings: Warning[] = [];
  let left = limits.steps;
  let depth = 0;

  const remember = (warning: Warning): null => {
    if (warnings.length < mostWarnings) warnings.push(warning);
    return null;
  };
  return {
    now: limits.now,
    warn: (message) => remember({ kind: 'mistake', message }),
    note: (message) => remember({ kind: 'note', message }),
    miss: (name) => remember({ kind: 'note', message: `Expected '${name}' to be there, but it is not` }),
    use: (steps) => {
      left -= steps;
      if (left < 0) giveUp(`Expected at most ${limits.steps} steps, but it takes more`);
    },
    enter: (height) => {
      depth += height;
      if (depth > limits.depth) giveUp('Expected calls inside each other to end, but they go on');
    },
    leave: (height) => {
      depth -= height;
    },
    warnings: () => warnings,
  };
}
