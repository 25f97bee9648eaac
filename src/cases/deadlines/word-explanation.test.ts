import { computeDeadline } from '../../engine/index.js';
import type { Deadline, DeadlineRule } from '../../engine/index.js';
import { readExplanationTexts } from './explanation-texts.js';
import { lengthText } from './length-text.js';
import { wordExplanation } from './word-explanation.js';

const [nb, nn, en] = await Promise.all(
  (['nb', 'nn', 'en'] as const).map(async (language) => {
    return { texts: await readExplanationTexts('workflows/meldinger', language), language };
  }),
);
if (nb === undefined || nn === undefined || en === undefined) throw new Error('Expected three languages');
const explainDeadline = (rule: DeadlineRule, deadline: Deadline) => wordExplanation(rule, deadline, nb);

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
  const why = explainDeadline(interimReply, computeDeadline(interimReply, '2026-11-25')).map(({ text }) => text);

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

  const why = explainDeadline(meeting, computeDeadline(meeting, '2027-03-01')).map(({ text }) => text);

  expect(why).toContain('Fristen er dagen selv: mandag 1. mars 2027.');
});

it.each([
  [{ period: 'P3W' }, '3 uker'],
  [{ period: 'P1M' }, '1 måned'],
  [{ workingDays: 5 }, '5 virkedager'],
  [{ period: 'P1Y' }, '1 år'],
])('says %j as %s', (length, text) => {
  expect(lengthText(length, nb)).toBe(text);
});

it('explains the pause, the extension and the move of a building case, each with its date, its law and its reason', () => {
  const rule: DeadlineRule = {
    ...interimReply,
    id: 'D35-12U',
    name: 'Byggesak, tolv uker',
    start: 'søknaden er fullstendig',
    length: { period: 'P12W' },
    law: 'SAK10 § 7-2',
    extension: 'SAK10 § 7-3',
    verified: false,
    consequence: 'Gebyret skal betales tilbake.',
  };
  const deadline = computeDeadline(rule, '2026-11-23', {
    pauses: [{ pause: 1, from: '2026-12-01', to: '2026-12-15', ground: 'party-delay', reason: 'tegninger mangler' }],
    extensions: [{ days: 25, reason: 'saken er stor' }],
  });

  const steps = explainDeadline(rule, deadline);

  expect(deadline).toMatchObject({ dueOn: '2027-03-24', legalOn: '2027-03-30' });
  expect(steps.map(({ key, on, law, days }) => [key, on, law, days])).toEqual([
    ['rule', '1967-02-10', 'SAK10 § 7-2', undefined],
    ['unverified', undefined, 'SAK10 § 7-2', undefined],
    ['kind', undefined, undefined, undefined],
    ['start', '2026-11-23', 'domstolloven § 148', undefined],
    ['counted', '2027-02-15', 'domstolloven § 148', undefined],
    ['paused', '2026-12-01', 'forvaltningslovforskriften § 38', 14],
    ['after-pauses', '2027-03-01', undefined, 14],
    ['extended', '2027-03-26', 'SAK10 § 7-3', 25],
    ['moved', '2027-03-24', 'kommunens eget mål', undefined],
    ['legal', '2027-03-30', 'forvaltningslovforskriften § 41', undefined],
    ['end', '2027-03-24', undefined, undefined],
    ['consequence', undefined, undefined, undefined],
  ]);
  expect(steps.map(({ text }) => text).slice(3, 8)).toEqual([
    'Klokka starter når søknaden er fullstendig. Fristen er 12 uker og regnes fra mandag 23. november 2026. Startdagen telles ikke med.',
    'Det gir mandag 15. februar 2027.',
    'Klokka sto fra tirsdag 1. desember 2026 til tirsdag 15. desember 2026 fordi vi ventet på parten: tegninger mangler.',
    'Fristen flyttes 14 dager, til mandag 1. mars 2027.',
    'Fristen ble forlenget med 25 dager, til fredag 26. mars 2027: saken er stor.',
  ]);
});

it('says since when and why a clock stands still', () => {
  const pauses = [{ pause: 1, from: '2026-12-01', ground: 'others-delay', reason: 'fylket uttaler seg' }] as const;

  const why = explainDeadline(interimReply, computeDeadline(interimReply, '2026-11-25', { pauses }));

  expect(why.find(({ key }) => key === 'stopped')).toEqual({
    key: 'stopped',
    text: 'Klokka har stått siden tirsdag 1. desember 2026 fordi vi ventet på andre: fylket uttaler seg. Datoen flyttes når den går igjen.',
    on: '2026-12-01',
    law: 'forvaltningslovforskriften § 39',
    ground: 'others-delay',
    reason: 'fylket uttaler seg',
  });
});

it('explains hours by the clock on the wall, and a date that the law names', () => {
  const breach: DeadlineRule = { ...interimReply, rounding: 'none', length: { hours: 72, count: 'clock' } };
  const plan: DeadlineRule = { ...interimReply, rounding: 'none', length: { fixedOn: '2027-07-01' } };

  const hours = explainDeadline(breach, computeDeadline(breach, '2027-03-27', { startAt: '2027-03-27T09:00:00.000Z' }));
  const named = explainDeadline(plan, computeDeadline(plan, '2026-11-25'));

  expect(hours.map(({ text }) => text).slice(2)).toEqual([
    'Fristen er 72 timer og regnes fra lørdag 27. mars 2027 klokka 10:00. Alle timer telles.',
    'Fristen går ut tirsdag 30. mars 2027 klokka 11:00.',
  ]);
  expect(named.map(({ text }) => text)).toContain('Datoen står i regelen: torsdag 1. juli 2027.');
});

it.each([
  [{ hours: 1, count: 'clock' }, '1 time'],
  [{ period: '-P3M' }, '3 måneder før'],
  [{ period: 'P3M', to: 'monthEnd' }, '3 måneder, til slutten av måneden'],
  [{ period: 'P0D' }, 'samme dag'],
  [{ fixedOn: '2027-07-01' }, 'fast dato torsdag 1. juli 2027'],
] as const)('says %j as %s', (length, text) => {
  expect(lengthText(length, nb)).toBe(text);
});

describe('in the language that the reader has chosen', () => {
  const pauses = [
    { pause: 1, from: '2026-12-01', to: '2026-12-03', ground: 'party-asks', reason: 'Siv er på reise.' },
  ] as const;
  const deadline = computeDeadline(interimReply, '2026-11-25', { pauses });
  const textsIn = (words: typeof nb) => wordExplanation(interimReply, deadline, words).map(({ text }) => text);

  it('is nynorsk, with dates in nynorsk', () => {
    expect(textsIn(nn)).toEqual([
      'Regel D02: Foreløpig svar (forvaltningsloven § 11 a).',
      'Dette er ei plikt for kommunen.',
      'Fristen er 1 månad og blir rekna frå onsdag 25. november 2026. Startdagen tel ikkje med.',
      'Det gir fredag 25. desember 2026.',
      'Klokka stod frå tysdag 1. desember 2026 til torsdag 3. desember 2026 fordi parten bad om å vente: Siv er på reise.',
      'Fristen blir flytta 2 dagar, til søndag 27. desember 2026.',
      'Den dagen er ein søndag. Derfor blir fristen flytta tilbake til siste yrkedag: torsdag 24. desember 2026.',
      'Lova gir tid til måndag 28. desember 2026. Vi arbeider mot den tidlegaste datoen.',
      'Fristen går ut ved midnatt, når torsdag 24. desember 2026 er slutt.',
    ]);
  });

  it('is English, with the names of days off in English', () => {
    const christmas = computeDeadline(interimReply, '2026-11-25');

    expect(textsIn(en).slice(1, 6)).toEqual([
      'This is a duty of the municipality.',
      'The deadline is 1 month, counted from Wednesday 25 November 2026. The first day is not counted.',
      'That gives Friday 25 December 2026.',
      'The clock stood still from Tuesday 1 December 2026 to Thursday 3 December 2026 because the party asked us to wait: Siv er på reise.',
      'The deadline moves by 2 days, to Sunday 27 December 2026.',
    ]);
    expect(wordExplanation(interimReply, christmas, en).map(({ text }) => text)).toContain(
      'That day is Christmas Day. The deadline therefore moves back to the last working day before: Thursday 24 December 2026.',
    );
  });
});
