import type { Expression } from '../syntax/ast.js';
import { describe } from '../values/describe.js';
import { isWhole, toDouble } from '../values/decimal.js';
import { isContext, isList, isNumber, type FeelList, type FeelNumber, type FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { inside, type Code, type Scope } from './code.js';
import type { Compiler } from './compiler.js';

type Filter = Extract<Expression, { readonly form: 'filter' }>;

/** Compiles `list[condition]` and `list[1]` (DMN 1.5 §10.3.2.5): a value that is no list is a list of itself. */
export function compileFilter(filter: Filter, compiler: Compiler): Code {
  const value = compiler.code(filter.value);
  const condition = compiler.code(filter.condition);
  const isPosition = filter.condition.form === 'number' || isNegative(filter.condition);
  return (frame) => {
    const filtered = value(frame);
    const list = isList(filtered) ? filtered : [filtered];
    if (isPosition) return itemAt(list, condition(frame), frame.run);
    if (filtered === null) return null;
    if (list.length === 0) return isNumber(condition(inside(frame, scopeOf(null)))) ? null : list;
    const kept: FeelValue[] = [];
    for (const item of list) {
      frame.run.use(1);
      const answer = condition(inside(frame, scopeOf(item)));
      if (isNumber(answer)) return itemAt(list, answer, frame.run);
      if (answer === true) kept.push(item);
      else if (answer !== false && answer !== null)
        frame.run.warn(`Expected a filter to be true or false, but got ${describe(answer)}`);
    }
    return kept;
  };
}

const isNegative = (condition: Expression): boolean => condition.form === 'negate' && condition.value.form === 'number';

function itemAt(list: FeelList, position: FeelValue, run: Run): FeelValue {
  const place = isNumber(position) ? placeOf(position, list.length) : undefined;
  if (place === undefined) return run.miss('item at that position');
  return list[place] ?? null;
}

function placeOf(position: FeelNumber, length: number): number | undefined {
  const whole = toDouble(position);
  if (!isWhole(position) || whole === 0 || Math.abs(whole) > length) return undefined;
  return whole > 0 ? whole - 1 : length + whole;
}

// The entries of an item that is a context are names of their own; `item` is the item, unless it has such an entry.
const scopeOf = (item: FeelValue): Scope =>
  isContext(item)
    ? { get: (name) => (name === 'item' && !item.has(name) ? item : item.get(name)) }
    : { get: (name) => (name === 'item' ? item : undefined) };
