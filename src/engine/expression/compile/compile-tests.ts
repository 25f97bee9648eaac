import { allExpressions, type Expression } from '../syntax/ast.js';
import { isKinded, type FeelValue } from '../values/feel-value.js';
import { inside, lookUp, type Code, type Frame } from './code.js';
import type { Compiler } from './compiler.js';
import { comparer, isInRange, passes } from './ranges.js';

type In = Extract<Expression, { readonly form: 'in' }>;
type Tests = Extract<Expression, { readonly form: 'tests' }>;
type Test = (frame: Frame, input: FeelValue) => boolean | null;

/** Compiles `value in tests` (DMN 1.5 §10.3.2.12.2, Table 52). */
export function compileIn({ value, tests }: In, compiler: Compiler): Code {
  const input = compiler.code(value);
  const test = anyOf(tests.map((one) => compileTest(one, compiler)));
  return (frame) => test(frame, input(frame));
}

/** Compiles the cell of a decision table (DMN 1.5 §10.3.2.8): true where the input `?` passes. */
export function compileTests({ tests, isNegated }: Tests, compiler: Compiler): Code {
  const test = anyOf(tests.map((one) => compileTest(one, compiler)));
  return (frame) => {
    const answer = test(frame, lookUp(frame, '?') ?? null);
    if (!isNegated) return answer;
    return answer === null ? null : !answer;
  };
}

function anyOf(tests: readonly Test[]): Test {
  const [only, ...others] = tests;
  if (only !== undefined && others.length === 0) return only;
  return (frame, input) => {
    let answer: boolean | null = false;
    for (const test of tests) {
      const one = test(frame, input);
      if (one === true) return true;
      if (one === null) answer = null;
    }
    return answer;
  };
}

function compileTest(test: Expression, compiler: Compiler): Test {
  if (test.form === 'any') return () => true;
  if (test.form === 'unary') {
    const compare = comparer(test.operator);
    const limit = compiler.code(test.value);
    return (frame, input) => compare(input, limit(frame), frame.run);
  }
  const code = compiler.code(test);
  if (test.form === 'interval') {
    return (frame, input) => {
      const range = code(frame);
      return isKinded(range) && range.kind === 'range' ? isInRange(input, range) : null;
    };
  }
  // DMN 1.5 §7.3.2 a: what gives a value is compared with the input, so that `true` is not met by what is not known. A condition that does not
  // ask for the input is taken as it is for what cannot be compared with it (c: "evaluates to true when the implicit value is applied to it").
  const isCondition = test.form !== 'boolean';
  const asksInput = allExpressions(test).some((inner) => inner.form === 'name' && inner.name === '?');
  return (frame, input) => {
    const value = code(inside(frame, { get: (name) => (name === '?' ? input : undefined) }));
    if (asksInput) return typeof value === 'boolean' ? value : value === null ? null : passes(input, value, frame.run);
    if (value === true && isCondition && typeof input !== 'boolean' && input !== null) return true;
    return passes(input, value, frame.run);
  };
}
