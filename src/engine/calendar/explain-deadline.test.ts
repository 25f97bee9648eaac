import { computeDeadline } from './deadline.js';
import type { DeadlineRule } from './deadline-rule.js';
import { explainDeadline, lengthText } from './explain-deadline.js';

const interimReply: DeadlineRule = {
  id: 'D02',
  name: 'Foreløpig svar',
  length: { period: 'P1M' },
  kind: 'authority',
  rounding: 'backward',
  law: 'forvaltningsloven § 11 a',
  verified: true,
  validFrom: '1967-02-10',
  ladder: [],
};

it('explains in Norwegian why an interim reply is due on 24 December and not on the 25th', () => {
  const why = explainDeadline(interimReply, computeDeadline(interimReply, '2026-11-25'));

  expect(why).toEqual([
    'Regel D02: Foreløpig svar (forvaltningsloven § 11 a).',
    'Dette er en plikt for kommunen.',
    'Fristen er 1 måned og regnes fra onsdag 25. november 2026. Startdagen telles ikke med.',
    'Det gir fredag 25. desember 2026.',
    'Den dagen er 1. juledag. Derfor flyttes fristen tilbake til siste virkedag: torsdag 24. desember 2026.',
    'Loven gir tid til mandag 28. desember 2026. Vi arbeider mot den tidligste datoen.',
    'Fristen går ut ved midnatt, når torsdag 24. desember 2026 er slutt.',
  ]);
});

it('says of a rule of no length that the deadline is the day itself', () => {
  const meeting: DeadlineRule = { ...interimReply, length: { period: 'P0D' }, rounding: 'none' };

  const why = explainDeadline(meeting, computeDeadline(meeting, '2027-03-01'));

  expect(why).toContain('Fristen er dagen selv: mandag 1. mars 2027.');
});

it.each([
  [{ period: 'P3W' }, '3 uker'],
  [{ period: 'P1M' }, '1 måned'],
  [{ workingDays: 5 }, '5 virkedager'],
  [{ period: 'P1Y' }, '1 år'],
])('says %j as %s', (length, text) => {
  expect(lengthText({ ...interimReply, length })).toBe(text);
});
