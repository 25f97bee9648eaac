import type { FeelNumber, FeelType } from '../values/feel-value.js';

/** An operator that compares. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** An operator that calculates. */
export type Arithmetic = '+' | '-' | '*' | '/' | '**';

/** `name in list`, or `name in first..last`. */
export interface Iteration {
  readonly name: string;
  readonly from: Expression;
  readonly to?: Expression;
}

/** A parameter as it is written; a type that nobody knows is `null`. */
export interface WrittenParameter {
  readonly name: string;
  readonly type?: FeelType | null;
}

/** A value with the name it is given: an entry of a context, or an argument. */
export interface Named {
  readonly name: string;
  readonly value: Expression;
}

/** What stands in the brackets of a call. */
export type Arguments =
  | { readonly by: 'place'; readonly values: readonly Expression[] }
  | { readonly by: 'name'; readonly values: readonly Named[] };

/** A FEEL expression as it is written (DMN 1.5 §10.3.1.2), with its place in the source. */
export type Expression = Form & { readonly from: number; readonly to: number };

/** The forms that an expression may have. */
export type Form =
  | { readonly form: 'number'; readonly value: FeelNumber }
  | { readonly form: 'string' | 'at'; readonly text: string }
  | { readonly form: 'boolean'; readonly value: boolean }
  | { readonly form: 'null' | 'any' | 'external' }
  | { readonly form: 'name'; readonly name: string; readonly isQuoted: boolean }
  | { readonly form: 'list'; readonly items: readonly Expression[] }
  | { readonly form: 'context'; readonly entries: readonly Named[] }
  | {
      readonly form: 'interval';
      readonly start: Expression;
      readonly end: Expression;
      readonly startIncluded: boolean;
      readonly endIncluded: boolean;
    }
  | { readonly form: 'unary'; readonly operator: Comparison; readonly value: Expression }
  | { readonly form: 'if'; readonly condition: Expression; readonly then: Expression; readonly else: Expression }
  | { readonly form: 'for'; readonly iterations: readonly Iteration[]; readonly body: Expression }
  | {
      readonly form: 'some' | 'every';
      readonly iterations: readonly Iteration[];
      readonly body: Expression;
    }
  | { readonly form: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly form: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly form: 'calculate'; readonly operator: Arithmetic; readonly left: Expression; readonly right: Expression }
  | { readonly form: 'negate'; readonly value: Expression }
  | { readonly form: 'between'; readonly value: Expression; readonly low: Expression; readonly high: Expression }
  | { readonly form: 'in'; readonly value: Expression; readonly tests: readonly Expression[] }
  | { readonly form: 'instance'; readonly value: Expression; readonly type: FeelType | null }
  | { readonly form: 'path' | 'descendants'; readonly value: Expression; readonly name: string }
  | { readonly form: 'filter'; readonly value: Expression; readonly condition: Expression }
  | { readonly form: 'call'; readonly callee: Expression; readonly arguments: Arguments }
  | { readonly form: 'function'; readonly parameters: readonly WrittenParameter[]; readonly body: Expression }
  | { readonly form: 'tests'; readonly tests: readonly Expression[]; readonly isNegated: boolean };

/** The expressions that stand directly inside another. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.form) {
    case 'list':
      return expression.items;
    case 'context':
      return expression.entries.map(({ value }) => value);
    case 'interval':
      return [expression.start, expression.end];
    case 'if':
      return [expression.condition, expression.then, expression.else];
    case 'for':
    case 'some':
    case 'every':
      return [...expression.iterations.flatMap(({ from, to }) => (to ? [from, to] : [from])), expression.body];
    case 'and':
    case 'or':
    case 'compare':
    case 'calculate':
      return [expression.left, expression.right];
    case 'between':
      return [expression.value, expression.low, expression.high];
    case 'in':
      return [expression.value, ...expression.tests];
    case 'tests':
      return expression.tests;
    case 'filter':
      return [expression.value, expression.condition];
    case 'call':
      return [expression.callee, ...argumentsOf(expression.arguments)];
    case 'function':
      return [expression.body];
    default:
      return 'value' in expression && typeof expression.value === 'object' && 'form' in expression.value
        ? [expression.value]
        : [];
  }
}

/** The expressions that are given to a call, in order. */
export const argumentsOf = (written: Arguments): readonly Expression[] =>
  written.by === 'place' ? written.values : written.values.map(({ value }) => value);

/** An expression and everything inside it, outermost first. */
export const allExpressions = (expression: Expression): readonly Expression[] => {
  const all: Expression[] = [expression];
  for (let at = 0; at < all.length; at++) {
    const next = all[at];
    if (next !== undefined) all.push(...childrenOf(next));
  }
  return all;
};
