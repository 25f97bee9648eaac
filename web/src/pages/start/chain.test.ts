import { emptied, homesIn, linksOf, type Move } from './chain.js';

const named = (id: string) => ({ id, name: id });
const a = named('hus-a');
const sigrid: Move = { person: named('sigrid'), to: named('hf'), from: a };
const odd: Move = { person: named('odd'), to: a, from: named('hus-b') };
const mona: Move = { person: named('mona'), to: named('hus-b') };

it('goes on in the home that the last person leaves, and ends with somebody who leaves none', () => {
  expect(emptied(a, [])).toEqual(a);
  expect(emptied(a, [sigrid, odd])).toEqual(named('hus-b'));
  expect(emptied(a, [sigrid, odd, mona])).toBeUndefined();
});

it('knows the three homes of a chain of three, so that nobody is asked twice', () => {
  expect([...new Set(homesIn(a, [sigrid, odd, mona]))]).toEqual(['hus-a', 'hf', 'hus-b']);
});

it('begins with whoever gets the last home', () => {
  expect(linksOf([sigrid, odd, mona])).toEqual([
    { person: 'mona', til: 'hus-b' },
    { person: 'odd', til: 'hus-a', fra: 'hus-b' },
    { person: 'sigrid', til: 'hf', fra: 'hus-a' },
  ]);
});
