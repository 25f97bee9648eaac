import { idOf } from '../../shared/id.js';
import { aheadLine, aheadOf, reasonsFor, reasonsOfRound } from './passed-over.js';

const waits = (id: string, enteredAt: string) => ({
  entry: {
    processInstanceId: idOf<'ProcessInstance'>(id),
    title: id,
    enteredAt,
    need: {},
    circumstances: {},
    roundsMissed: 0,
  },
});
const list = [
  waits('odd', '2026-11-01T08:00:00.000Z'),
  waits('rune', '2026-09-01T08:00:00.000Z'),
  waits('siv', '2026-10-01T08:00:00.000Z'),
  waits('tove', '2026-01-01T08:00:00.000Z'),
];
const ahead = aheadOf(list, idOf('siv'));

it('those above somebody on the list are told of by place and waiting: Odd and Rune stand above Siv, Tove does not', () => {
  expect(ahead.map(aheadLine)).toEqual(['1: venter siden 2026-11-01', '2: venter siden 2026-09-01']);
  expect(aheadOf(list, idOf('odd'))).toEqual([]);
  expect(aheadOf(list, idOf('nobody'))).toEqual([]);
});

it('everybody who is passed over needs a reason; a line without a place or without words is none', () => {
  expect(reasonsFor(ahead, undefined).missing).toEqual([1, 2]);
  expect(reasonsFor(ahead, ['2:  ', 'Trenger heis', '1: Trenger heis.']).missing).toEqual([2]);
  expect(reasonsFor(ahead, ['2: Er bortreist.', '1 – Trenger heis.'])).toEqual({
    missing: [],
    kept: [
      { plass: 1, ventelisteId: 'odd', grunn: 'Trenger heis.' },
      { plass: 2, ventelisteId: 'rune', grunn: 'Er bortreist.' },
    ],
  });
});

it('the reason that the round gave when it gave the offer is a reason, that of another round is none', () => {
  const review = (id: string, round: string, said: { readonly outcome: string; readonly reason?: string }) => ({
    ...{ processInstanceId: idOf<'ProcessInstance'>(id), title: id, round, on: '2026-11-24', ...said },
  });
  const reasons = reasonsOfRound(
    [
      review('rune', 'uke-46', { outcome: 'uendret', reason: 'Ingen ledig.' }),
      review('odd', 'uke-47', { outcome: 'uendret', reason: 'Trenger heis.' }),
      review('siv', 'uke-47', { outcome: 'tilbud', reason: 'Haster.' }),
    ],
    idOf('siv'),
  );

  expect([...reasons]).toEqual([['odd', 'Trenger heis.']]);
  const [odd, rune] = ahead.map((one) => {
    const reason = reasons.get(one.entry.processInstanceId);
    return reason === undefined ? one : { ...one, reason };
  });
  expect(odd && aheadLine(odd)).toBe('1: venter siden 2026-11-01 (har en grunn fra runden)');
  expect(odd && rune && reasonsFor([odd, rune], undefined).missing).toEqual([2]);
});
