import type { Expression, Iteration } from '../syntax/ast.js';
import { dateOfEpochDay, daysSinceEpoch } from '../values/calendar-days.js';
import { compareValues } from '../values/compare.js';
import { describe } from '../values/describe.js';
import { isKinded, isList, type FeelRange, type FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { inside, type Code, type Frame } from './code.js';
import type { Compiler } from './compiler.js';

type Loop = Extract<Expression, { readonly form: 'for' | 'some' | 'every' }>;

/** What a loop goes through, without it all being there at once. */
interface Domain {
  readonly length: number;
  readonly at: (index: number) => FeelValue;
}

interface CompiledIteration {
  readonly name: string;
  readonly from: Code;
  readonly to: Code | undefined;
}

/** Goes through all combinations; `visit` says whether to go on. `false` when there is nothing to go through. */
type Walk = (frame: Frame, visit: (frame: Frame) => boolean) => boolean;

/** Compiles `for … return …` (DMN 1.5 §10.3.2.14); the results so far are `partial`. */
export function compileFor(loop: Loop, compiler: Compiler): Code {
  const walk = walker(loop.iterations, compiler);
  const body = compiler.code(loop.body);
  return (frame) => {
    const results: FeelValue[] = [];
    const partial = {
      get: (name: string) => {
        if (name !== 'partial') return undefined;
        frame.run.use(results.length);
        return results.slice();
      },
    };
    const isComplete = walk(inside(frame, partial), (inner) => results.push(body(inner)) > 0);
    return isComplete ? results : null;
  };
}

/** Compiles `some … satisfies …` and `every …` (DMN 1.5 Table 44): the first that decides ends it. */
export function compileQuantified(loop: Loop, compiler: Compiler): Code {
  const walk = walker(loop.iterations, compiler);
  const body = compiler.code(loop.body);
  const deciding = loop.form === 'some';
  return (frame) => {
    let answer: boolean | null = !deciding;
    const isComplete = walk(frame, (inner) => {
      const value = body(inner);
      if (value === deciding) answer = deciding;
      else if (value !== !deciding) answer = null;
      return value !== deciding;
    });
    return isComplete || answer === deciding ? answer : null;
  };
}

function walker(iterations: readonly Iteration[], compiler: Compiler): Walk {
  const compiled = iterations.map(({ name, from, to }) => ({
    name,
    from: compiler.code(from),
    to: to && compiler.code(to),
  }));
  return (frame, visit) => walkFrom(compiled, 0, { frame, visit });
}

interface Step {
  readonly frame: Frame;
  readonly visit: (frame: Frame) => boolean;
}

function walkFrom(iterations: readonly CompiledIteration[], depth: number, { frame, visit }: Step): boolean {
  const iteration = iterations[depth];
  if (iteration === undefined) return visit(frame);
  const domain = domainOf(iteration, frame);
  if (domain === undefined) return false;
  for (let index = 0; index < domain.length; index++) {
    frame.run.use(1);
    const value = domain.at(index);
    const scope = { get: (name: string) => (name === iteration.name ? value : undefined) };
    if (!walkFrom(iterations, depth + 1, { frame: inside(frame, scope), visit })) return false;
  }
  return true;
}

function domainOf({ from, to }: CompiledIteration, frame: Frame): Domain | undefined {
  const first = from(frame);
  if (to !== undefined) return stepsBetween(first, to(frame), frame.run);
  if (isList(first)) return { length: first.length, at: (index) => first[index] ?? null };
  if (isKinded(first) && first.kind === 'range') return stepsOf(first, frame.run);
  if (first === null) {
    frame.run.note('Expected a list to go through, but got null');
    return undefined;
  }
  return { length: 1, at: () => first };
}

function stepsBetween(first: FeelValue, last: FeelValue, run: Run): Domain | undefined {
  const from = placeOf(first);
  const to = placeOf(last);
  if (from === undefined || to === undefined || isDay(first) !== isDay(last)) {
    run.warn(`Expected whole numbers or days to go through, but got ${describe(first)} and ${describe(last)}`);
    return undefined;
  }
  const sign = to < from ? -1 : 1;
  const valueAt = isDay(first) ? (place: number) => dateOfEpochDay(place) ?? null : (place: number) => place;
  return { length: Math.abs(to - from) + 1, at: (index) => valueAt(from + index * sign) };
}

const isDay = (value: FeelValue): boolean => isKinded(value) && value.kind === 'date';

function placeOf(value: FeelValue): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return isKinded(value) && value.kind === 'date' ? daysSinceEpoch(value) : undefined;
}

function stepsOf(range: FeelRange, run: Run): Domain | undefined {
  const all = stepsBetween(range.start, range.end, run);
  if (all === undefined) return undefined;
  if ((compareValues(range.start, range.end) ?? 0) > 0) {
    run.warn(`Expected a range that ascends, but it goes from ${describe(range.start)} to ${describe(range.end)}`);
    return undefined;
  }
  const skipped = range.startIncluded ? 0 : 1;
  const length = all.length - skipped - (range.endIncluded ? 0 : 1);
  return { length: Math.max(0, length), at: (index) => all.at(index + skipped) };
}
