import { canBeWithdrawn } from './can-be-withdrawn.js';

const waits = { stage: 6, decisions: [{ outcome: 'innvilget' }], hasOpenAppeal: false };

it.each([
  ['is not decided', { ...waits, stage: 4, decisions: [] }, true],
  ['waits on the list', waits, true],
  ['has an offer', { ...waits, stage: 7 }, true],
  ['has a lease to sign', { ...waits, stage: 8 }, false],
  [
    'was refused: it is decided, and can be appealed',
    { ...waits, stage: 5, decisions: [{ outcome: 'avslag' }] },
    false,
  ],
  [
    'was refused by a decision that was quashed',
    { ...waits, stage: 5, decisions: [{ outcome: 'avslag', quashedAt: '2026-12-01T09:00:00.000Z' }] },
    true,
  ],
  ['is under appeal: that would be lost', { ...waits, hasOpenAppeal: true }, false],
])('an application that %s', (_, where, expected) => {
  expect(canBeWithdrawn(where)).toBe(expected);
});
