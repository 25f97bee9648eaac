import fc from 'fast-check';
import { findIdentifiers } from './find-identifiers.js';
import { nobodyKnown } from './finding.js';
import { isBirthNumber } from './birth-number.js';
import { readIdentityWords } from './read-identity-words.js';

const words = await readIdentityWords('workflows/avidentifisering.json');

const innocent = [
  'Personen vil bo for seg selv.',
  'Bo nær sentrum er viktig, uten trapper.',
  'Liv og røre i gangen er slitsomt.',
  'Stein på stein bygges hverdagen opp.',
  'Dag og natt er like.',
  'Hun trenger besøk to ganger i uka, 24 timer på det meste.',
  'Leia kan være opptil 9 500 kroner.',
  'Nav betaler husleia, og Housing First er aktuelt.',
  'Det er lang vei til butikken.',
  'Planen gjelder 2024-2026.',
];
const text = fc.array(fc.constantFrom(...innocent), { maxLength: 4 }).map((sentences) => sentences.join(' '));
const separator = fc.constantFrom('', ' ', '.', '-', '\u00A0', ' - ', '\n');

/** The two check digits of nine digits, or undefined where there are none. */
const withCheckDigits = (nine: string): string | undefined => {
  const candidates = Array.from({ length: 100 }, (_, two) => nine + String(two).padStart(2, '0'));
  return candidates.find(isBirthNumber);
};
const day = fc.tuple(
  fc.integer({ min: 1, max: 28 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 0, max: 99 }),
  fc.integer({ min: 0, max: 999 }),
  fc.constantFrom(0, 40),
  fc.constantFrom(0, 40, 65, 80),
);
const two = (number: number): string => String(number).padStart(2, '0');
const birthNumbers = day
  .map(([d, m, y, person, forD, forM]) =>
    withCheckDigits(`${two(d + forD)}${two(m + forM)}${two(y)}${String(person).padStart(3, '0')}`),
  )
  .filter((number) => number !== undefined);

/** Whether everything from the planted text is inside what was found. */
function covers(before: string, planted: string, after: string): boolean {
  const found = findIdentifiers(`${before} ${planted} ${after}`, nobodyKnown, words);
  const from = before.length + 1;
  const units = Array.from({ length: planted.length }, (_, at) => from + at);
  const isFound = (at: number): boolean => found.some((one) => one.from <= at && at < one.to);
  return units.every((at) => isFound(at) || !/[\p{L}\d]/u.test(planted.charAt(at - from)));
}

it('sees nobody in 300 texts about nobody', () => {
  fc.assert(
    fc.property(text, (written) => findIdentifiers(written, nobodyKnown, words).length === 0),
    { numRuns: 300 },
  );
});

it('finds 1 000 birth numbers, D-numbers and synthetic ones, split anywhere by anything', () => {
  const split = fc.tuple(
    birthNumbers,
    fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), separator), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(text, split, text, (before, [number, cuts], after) => {
      const marks = new Map(cuts);
      const written = [...number].map((digit, at) => (marks.get(at) ?? '') + digit).join('');
      return covers(before, written, after);
    }),
    { numRuns: 1000 },
  );
});

it('lets no birth number through because one digit is wrong', () => {
  const wrong = fc.tuple(birthNumbers, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(wrong, text, ([number, at, more], after) => {
      const digit = (Number(number.charAt(at)) + more) % 10;
      return covers('', number.slice(0, at) + String(digit) + number.slice(at + 1), after);
    }),
    { numRuns: 500 },
  );
});

it('finds every listed name, however it is written', () => {
  const ways: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => name.toLowerCase(),
    (name) => name.toUpperCase(),
    (name) => `${name}s`,
    (name) => `${name}’s`,
    (name) => name.normalize('NFD'),
    (name) => [...name].join('\u00AD'),
    (name) => [...name].join('\u200B'),
    (name) => `(${name})`,
    (name) => `«${name}»`,
    (name) => `${name}-${name}`,
  ];
  const missed = [...words.names].flatMap((small) => {
    const name = small.charAt(0).toUpperCase() + small.slice(1);
    return ways.map((way) => way(name)).filter((written) => !covers('Snakket med', written, 'om boligen.'));
  });

  expect(missed).toEqual([]);
});

it('finds every name that is a word too inside a sentence, and lets the word be in small letters', () => {
  const all = [...words.namesThatAreWords];
  const capital = (small: string): string => small.charAt(0).toUpperCase() + small.slice(1);

  expect(all.filter((small) => !covers('Snakket med', capital(small), 'om boligen.'))).toEqual([]);
  expect(all.filter((small) => findIdentifiers(`Det er ${small} her.`, nobodyKnown, words).length > 0)).toEqual([]);
});

it('finds 500 telephone numbers in the ways that people write them', () => {
  const digits = fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 9_999_999 }));
  const shapes = fc.constantFrom([8], [2, 2, 2, 2], [3, 2, 3], [3, 5], [5, 3]);
  fc.assert(
    fc.property(text, digits, shapes, fc.constantFrom('', '+47 ', '0047 '), (before, [first, rest], shape, country) => {
      const number = `${first}${String(rest).padStart(7, '0')}`;
      const starts = shape.map((_, at) => shape.slice(0, at).reduce((sum, size) => sum + size, 0));
      const written = starts.map((start, at) => number.slice(start, start + (shape[at] ?? 0))).join(' ');
      return covers(before, country + written, 'etter klokka ti.');
    }),
    { numRuns: 500 },
  );
});

it('tells of places inside the text, in order, none overlapping, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (written) => {
      const found = findIdentifiers(written, { ...nobodyKnown, names: ['Åse K. (Bo)'], contacts: ['a+b*c.d'] }, words);
      return found.every(({ from, to }, at) => from >= (found[at - 1]?.to ?? 0) && from < to && to <= written.length);
    }),
    { numRuns: 500 },
  );
});
