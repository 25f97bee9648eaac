import fc from 'fast-check';
import { harmfulInput } from './harmful-input.js';

it.each([
  ['a text with NUL', { a: 'x\u0000y' }, 'a'],
  ['half of a character', { a: ['ok', '\ud83d'] }, 'a.1'],
  ['a name with NUL', JSON.parse('{"a\\u0000":1}'), 'a\u0000'],
  ['__proto__', JSON.parse('{"a":{"__proto__":{}}}'), 'a.__proto__'],
  ['constructor', JSON.parse('{"constructor":1}'), 'constructor'],
  ['infinity', { a: JSON.parse('1e400') }, 'a'],
  ['a number that loses digits', { a: 2 ** 53 }, 'a'],
])('finds %s', (_, input, path) => {
  expect(harmfulInput(input)?.path).toBe(path);
});

it('lets through what can be kept exactly', () => {
  expect(
    harmfulInput({ navn: 'Ðorđe Šuljagić 🏠', rom: 2, andel: 0.1, tom: null, liste: [true, -0, 2 ** 53 - 1] }),
  ).toBeUndefined();
  expect(harmfulInput(undefined)).toBeUndefined();
});

it('survives 100,000 levels and a list of a million', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];

  expect(harmfulInput(deep)?.message).toBe('Verdier kan ikke ligge dypere enn 32 nivåer.');
  expect(harmfulInput({ a: Array(60_000).fill(0) })?.message).toBe('For mange verdier.');
});

it('never lets through what JSON and PostgreSQL would not give back unchanged', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const input: unknown = JSON.parse(text);
      if (harmfulInput(input) !== undefined) return;

      expect(JSON.parse(JSON.stringify(input))).toEqual(input);
      expect(JSON.stringify(input)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    }),
  );
});
