import fc from 'fast-check';
import { checkExpression } from './check-expression.js';
import { evaluate } from './evaluate.js';

const words =
  'a b liste soknad 1 2.5 "x" true null if then else for in return some every satisfies and or not ( ) [ ] { } : , . .. + - * / ** = != < > >= between instance of string date("2026-01-01") duration("P1D") count( sum( split( concatenate( get value( item partial now() function(x) @ ? ` \\ \u0000 æ';
const variables = { a: 1, b: 'to', liste: [1, 2, 3, null], soknad: { navn: 'Siv', liste: [{ a: 1 }] } };

const expression = fc
  .array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(' '));

describe('whatever the expression', () => {
  it('never throws, and gives the same answer twice (300 random expressions)', () => {
    fc.assert(
      fc.property(expression, (source) => {
        const first = evaluate(source, variables);
        const second = evaluate(source, variables);

        expect(second).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('what is refused when deployed is refused when evaluated (300 random expressions)', () => {
    fc.assert(
      fc.property(expression, (source) => {
        const isRefused = checkExpression(source) !== undefined;

        expect(isRefused && evaluate(source, variables).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a repeated group', 'matches(b, "^(a+)+$")'],
    ['a million steps', 'count(for i in 1..1000000 return i)'],
    ['a recursion', '(function(f) f(f))(function(f) f(f))'],
    ['brackets 1 000 deep', `${'['.repeat(1_000)}${']'.repeat(1_000)}`],
    ['a doubling context', '{a:"xxxxxxxxxx",b:a+a,c:b+b,d:c+c,e:d+d,f:e+e,g:f+f}'],
  ])('is refused without being tried: %s', (_, source) => {
    expect(evaluate(source, variables).ok).toBe(false);
  });
});
