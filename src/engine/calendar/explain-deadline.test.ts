import { computeDeadline } from './deadline.js';
import type { DeadlineRule } from './deadline-rule.js';
import { explainDeadline } from './explain-deadline.js';

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

it('says step by step why an interim reply is due on 24 December and not on the 25th', () => {
  expect(explainDeadline(interimReply, computeDeadline(interimReply, '2026-11-25'))).toEqual([
    { key: 'rule', on: '1967-02-10', law: 'forvaltningsloven § 11 a' },
    { key: 'kind' },
    { key: 'start', on: '2026-11-25', law: 'domstolloven § 148', length: { period: 'P1M' } },
    { key: 'counted', on: '2026-12-25', law: 'domstolloven § 148' },
    { key: 'moved', on: '2026-12-24', law: 'kommunens eget mål', reason: '1. juledag', direction: 'backward' },
    { key: 'legal', on: '2026-12-28', law: 'forvaltningslovforskriften § 41' },
    { key: 'end', on: '2026-12-24' },
  ]);
});

it('counts hours from the instant, and no start day', () => {
  const breach: DeadlineRule = { ...interimReply, rounding: 'none', length: { hours: 72, count: 'clock' } };
  const startAt = '2027-03-27T09:00:00.000Z';

  expect(explainDeadline(breach, computeDeadline(breach, '2027-03-27', { startAt })).slice(2)).toEqual([
    { key: 'start', on: '2027-03-27', at: startAt, law: 'forvaltningsloven § 11 a', length: breach.length },
    { key: 'end', on: '2027-03-30', at: '2027-03-30T09:00:00.000Z' },
  ]);
});
