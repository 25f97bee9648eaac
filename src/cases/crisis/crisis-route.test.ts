import { readFile } from 'node:fs/promises';
import { crisisRoute } from './crisis-route.js';
import { crisisHelpOn, readCrisisHelp, type CrisisHelp } from './crisis-help.js';

let help: CrisisHelp;
beforeAll(async () => {
  [help] = await readCrisisHelp('workflows/krise.json');
});

describe('somebody without a place to sleep is helped', () => {
  it.each([
    ['Monday at 09:00', '2026-11-23T08:00:00.000Z'],
    ['Friday at 14:59', '2026-11-27T13:59:00.000Z'],
  ])('by NAV on %s', (_, now) => {
    expect(crisisRoute(help, now)).toEqual({ channel: 'nav', contacts: help.byDay, emergency: help.emergency });
  });

  it.each([
    ['Monday at 08:59, open the same day', '2026-11-23T07:59:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['Friday at 15:00, open on Monday', '2026-11-27T14:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['Saturday at 02:00, open on Monday', '2026-11-21T01:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['Christmas Day 2026, a Friday, open on Monday', '2026-12-25T10:00:00.000Z', '2026-12-28T08:00:00.000Z'],
    ['17 May 2027, a Monday in summer time, open on Tuesday', '2027-05-17T10:00:00.000Z', '2027-05-18T07:00:00.000Z'],
  ])('by police and legevakt on %s', (_, now, navOpensAt) => {
    expect(crisisRoute(help, now)).toMatchObject({ channel: 'vakt', contacts: help.byNight, navOpensAt });
  });
});

it('has the numbers of the day: the old ones until 2026-12-31, the new from 2027-01-01, the first on days before them', () => {
  const old = { ...help, validTo: '2027-01-01' };
  const next = { ...help, validFrom: '2027-01-01', open: { from: '08:00', to: '15:30' } };

  expect(crisisHelpOn([old, next], '2026-12-31')).toBe(old);
  expect(crisisHelpOn([old, next], '2027-01-01')).toBe(next);
  expect(crisisHelpOn([old, next], '2019-06-01')).toBe(old);
});

it.each(['workflows/brev/krise-vakt.md', 'workflows/brev/nn/krise-vakt.md'])(
  'has the numbers that the letter of the night has: %s',
  async (file) => {
    const letter = await readFile(file, 'utf8');

    const newest = (await readCrisisHelp('workflows/krise.json')).at(-1) ?? help;
    for (const { phone } of [...newest.byNight, newest.emergency]) expect(letter).toContain(`: ${phone}\n`);
  },
);
