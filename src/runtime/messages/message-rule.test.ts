import { isFor, keptUntil, turnsOf } from './message-rule.js';

const at = '2026-11-23T09:00:00.000Z';
const place = { processKey: 'tildeling', processInstanceId: 'sak-1', node: 'vent', message: 'svar' };

describe('who a message is for', () => {
  it.each([
    [true, { name: 'svar' }, place],
    [false, { name: 'annet' }, place],
    [true, { name: 'svar', correlationKey: '7' }, { ...place, correlationKey: '7' }],
    [false, { name: 'svar', correlationKey: '8' }, { ...place, correlationKey: '7' }],
    [false, { name: 'svar' }, { ...place, correlationKey: '7' }],
    // Who asks for no key takes any message of its name.
    [true, { name: 'svar', correlationKey: '7' }, place],
    // Along a message flow: the element decides, else the process and the name.
    [true, { name: 'annet', target: { process: 'tildeling', element: 'vent' } }, place],
    [false, { name: 'svar', target: { process: 'tildeling', element: 'annet' } }, place],
    [true, { name: 'svar', target: { process: 'tildeling' } }, place],
    [false, { name: 'svar', target: { process: 'klage' } }, place],
    // Named by the sender: the instance, without a key too, and the element.
    [true, { name: 'svar', instance: 'sak-1' }, { ...place, correlationKey: '7' }],
    [false, { name: 'svar', instance: 'sak-2' }, place],
    [false, { name: 'svar', element: 'annet' }, place],
  ])('%s: %j at %j', (expected, message, awaiting) => {
    expect(isFor(message, awaiting)).toBe(expected);
  });
});

describe('whose turn it is', () => {
  const [first, second, third] = ['a', 'b', 'a'].map((processKey, nr) => ({ processKey, nr }));
  const waiting = [first, second, third].filter((one) => one !== undefined);
  const starts = [
    { processKey: 'b', nr: 3 },
    { processKey: 'c', nr: 4 },
  ];
  const numbers = (reach: Parameters<typeof turnsOf>[0], all = { waiting, starts }) =>
    turnsOf(reach, all).map((turn) => turn.map(({ nr }) => nr));

  it('one: the longest waiting one, and a start only when nobody who waits will have it', () => {
    expect(numbers('one')).toEqual([[0, 1, 2, 3, 4]]);
    expect(numbers('one', { waiting: [], starts: [] })).toEqual([]);
  });

  it('all: everybody, each in a turn of its own', () => {
    expect(numbers('all')).toEqual([[0], [1], [2], [3], [4]]);
  });

  it('one in each process: the longest waiting one there, or a start where nobody waits', () => {
    expect(numbers('one-per-process')).toEqual([[0], [1], [4]]);
  });
});

describe('how long a message is kept', () => {
  it.each([
    ['not at all without a key', { name: 'svar' }, at],
    ['30 days with one', { name: 'svar', correlationKey: '7' }, '2026-12-23T09:00:00.000Z'],
    ['until its target waits', { name: 'svar', target: { process: 'klage' } }, undefined],
    ['as long as it says', { name: 'svar', correlationKey: '7', timeToLive: 'PT0S' }, at],
    ['as long as it says', { name: 'svar', timeToLive: 'PT10M' }, '2026-11-23T09:10:00.000Z'],
    [
      'as long as it says',
      { name: 'svar', target: { process: 'klage' }, timeToLive: 'P1D' },
      '2026-11-24T09:00:00.000Z',
    ],
  ])('%s: %j', (_, message, until) => {
    expect(keptUntil(message, at)).toBe(until);
  });
});
