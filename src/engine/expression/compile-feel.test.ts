import type { Json, JsonObject } from '../../shared/json.js';
import { compileFeel } from './compile-feel.js';
import { fromJson, namesIn } from './feel-json.js';
import type { FeelValue } from './values/feel-value.js';
import { toJson } from './values/json.js';

const valueOf = (source: string, context: JsonObject = {}): Json => {
  const compiled = compileFeel(source, { names: namesIn(context) });
  if (!compiled.ok) return compiled.message;
  const scope = new Map<string, FeelValue>(Object.entries(context).map(([name, value]) => [name, fromJson(value)]));
  return toJson(compiled.feel.evaluate(scope).value, { isTyped: true });
};

describe('DMN §10.3 an expression', () => {
  it.each<[string, Json]>([
    ['1 + 2 * 3', 7],
    ['0.1 + 0.2', 0.3],
    ['-5 ** 2', 25],
    ['1 / 3', { $feel: '0.3333333333333333333333333333333333' }],
    ['[1, 2, 3][item > 1]', [2, 3]],
    ['{a: 1, b: a + 1}.b', 2],
    ['date("2026-01-31") + duration("P1M")', { $feel: 'date("2026-02-28")' }],
    ['@"2026-01-05T10:00:00Z" - @"2026-01-05T09:00:00+01:00"', { $feel: 'duration("PT2H")' }],
    ['5 in (1..5]', true],
    ['5 in ]1..5[', false],
    ['for i in 1..3 return i * i', [1, 4, 9]],
    ['some x in [1, 2] satisfies x > 1', true],
    ['(function(a, b) a + b)(1, 2)', 3],
    ['{f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), r: f(10)}.r', 55],
    ['string length("🐎ab")', 3],
    ['sort([3, 1, 2], function(x, y) x < y)', [1, 2, 3]],
    ['substring(string: "abc", start position: 2)', 'bc'],
    ['"a" < "b" and null', null],
    ['1 = "1"', null],
  ])('%s is %j', (source, expected) => {
    expect(valueOf(source)).toEqual(expected);
  });

  it.each<[string, JsonObject, Json]>([
    ['Applicant Age > 3', { 'Applicant Age': 4 }, true],
    ['a-b + 1', { 'a-b': 1, a: 5 }, 2],
    ['Loan.date and time', { Loan: { 'date and time': 1 } }, 1],
    ['list[b - c = 1]', { list: [{ 'b-c': 1 }] }, [{ 'b-c': 1 }]],
    ['due < date("2026-01-06")', { due: { $feel: 'date("2026-01-05")' } }, true],
  ])('%s of %j is %j', (source, context, expected) => {
    expect(valueOf(source, context)).toEqual(expected);
  });
});

describe('DMN §10.3.2.8 unary tests', () => {
  const passes = (source: string, input: FeelValue): FeelValue => {
    const compiled = compileFeel(source, { dialect: 'unary-tests' });
    return compiled.ok ? compiled.feel.evaluate(new Map(), { input }).value : compiled.message;
  };

  it.each<[string, FeelValue, boolean]>([
    ['-', null, true],
    ['< 5', 4, true],
    ['1, 2', 3, false],
    ['not(1, 2)', 3, true],
    ['[1..5]', 5, true],
    ['? > 3 and ? < 5', 4, true],
    ['"a", "b"', 'b', true],
    ['? = true', null, false],
    ['not(null)', null, false],
    ['3 > 1', 'mann', true],
  ])('%s with %j is %j', (source, input, expected) => {
    expect(passes(source, input)).toBe(expected);
  });

  // §7.3.2 a: compared by value; what is not known is neither true nor false, and no text is.
  it.each(['true', 'false', '3 > 1'])('%s is not met by null', (source) => {
    expect(passes(source, null)).toBe(false);
  });

  it('true is met by true alone', () => {
    expect([true, false, 'true', 1].map((input) => passes('true', input) === true)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('an expression that asks for too much', () => {
  it.each([
    'for i in 1..50000000 return string(i)',
    '{f: function(x) f(x), r: f(1)}.r',
    '{a: "x", r: (for i in 1..60 return if partial[-1] = null then a else partial[-1] + partial[-1])[-1]}.r',
  ])('is ended: %s', (source) => {
    const compiled = compileFeel(source);
    const result = compiled.ok ? compiled.feel.evaluate(new Map()) : undefined;

    expect(result?.limit).toContain('FEEL_LIMIT');
  });
});
