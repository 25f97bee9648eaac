import { compileExpression, heightOf } from './compile/compile.js';
import type { Code, Scope } from './compile/code.js';
import { parse, type ParseOptions } from './syntax/parse.js';
import type { FeelValue } from './values/feel-value.js';
import { beginRun, isLimitError, usualLimits, type Run, type RunLimits, type Warning } from './values/run.js';

/** What an evaluation gives: a value, and why it (or a part of it) is null where FEEL has no answer. */
export interface FeelResult {
  readonly value: FeelValue;
  readonly warnings: readonly string[];
  /** The same warnings with their kind: nothing there, or a mistake. */
  readonly details: readonly Warning[];
  /** Says `FEEL_LIMIT …` when the evaluation was ended because it asked for too much; the value is null then. */
  readonly limit?: string;
}

/** What one evaluation is given beside its names. */
export interface EvaluationOptions {
  /** The input that unary tests ask about, `?`. */
  readonly input?: FeelValue;
  readonly limits?: RunLimits;
}

/** An expression that was read once and can be evaluated often. Never throws. */
export interface CompiledFeel {
  /** Evaluates with the names of `scope` (a `Map` will do). */
  readonly evaluate: (scope: Scope, options?: EvaluationOptions) => FeelResult;
  /** Evaluates as part of an evaluation under way: for functions of a decision model. May end it. */
  readonly evaluateWithin: (run: Run, scope: Scope) => FeelValue;
}

/** A compiled expression, or what is wrong with it. */
export type Compilation =
  | { readonly ok: true; readonly feel: CompiledFeel }
  | {
      readonly ok: false;
      readonly code: 'FEEL_SYNTAX' | 'FEEL_LIMIT';
      readonly message: string;
      readonly position: number;
    };

const longestSource = 100_000;
const highest = 400;

/**
 * Compiles FEEL (DMN 1.5 §10). `dialect` is `unary-tests` for the cells of decision tables; `names` are the names in
 * scope and of members, so that `Applicant Age` or `a-b` is read as a name; `types` those that `instance of` may name.
 */
export function compileFeel(source: string, options: ParseOptions = {}): Compilation {
  if (source.length > longestSource) {
    return refused(
      'FEEL_LIMIT',
      `Expected at most ${longestSource} characters of FEEL, but there are ${source.length}`,
      0,
    );
  }
  const parsed = parse(source, options);
  if (!parsed.ok) {
    const message = `Expected FEEL, but '${source}' makes no sense from character ${parsed.position + 1}`;
    return refused('FEEL_SYNTAX', message, parsed.position);
  }
  if (heightOf(parsed.root) > highest) {
    return refused('FEEL_LIMIT', `Expected at most ${highest} expressions inside each other, but there are more`, 0);
  }
  return { ok: true, feel: compiledFeel(compileExpression(parsed.root, source)) };
}

const refused = (code: 'FEEL_SYNTAX' | 'FEEL_LIMIT', message: string, position: number): Compilation => ({
  ok: false,
  code,
  message,
  position,
});

/** A piece of code with the ways to evaluate it. */
export function compiledFeel(code: Code): CompiledFeel {
  return {
    evaluate: (scope, { input, limits = usualLimits } = {}) => {
      const run = beginRun(limits);
      const outer = { scope, run };
      const frame = input === undefined ? outer : { scope: new Map([['?', input]]), outer, run };
      return resultOf(run, () => code(frame));
    },
    evaluateWithin: (run, scope) => code({ scope, run }),
  };
}

/** What came of an evaluation: its value and warnings, or the limit at which it ended. */
function resultOf(run: Run, evaluate: () => FeelValue): FeelResult {
  try {
    const value = evaluate();
    const details = run.warnings();
    return { value, warnings: details.map(({ message }) => message), details };
  } catch (error) {
    const limit = limitOf(error);
    const details = run.warnings();
    return { value: null, warnings: [...details.map(({ message }) => message), limit], details, limit };
  }
}

// The stack of the machine is a limit too: what ends there ends as everything else that asks for too much.
function limitOf(error: unknown): string {
  if (isLimitError(error)) return error.message;
  if (error instanceof RangeError) return 'FEEL_LIMIT Expected less at once, but it is too much';
  throw error;
}
