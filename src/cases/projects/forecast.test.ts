import { forecastFinish } from './forecast.js';

const phases = [
  { phase: 7, name: 'Byggeprosess', history: [300, 400, 500], byRules: 448 },
  { phase: 8, name: 'Ferdigstilling', history: [20], byRules: 51 },
];

it('adds the shortest, the middle and the longest of 3 projects to the deadlines of a phase that only 1 has been through', () => {
  const forecast = forecastFinish(phases, { today: '2026-11-23', since: '2026-11-23' });

  expect(forecast).toMatchObject({ earliestOn: '2027-11-09', likelyOn: '2028-02-17', latestOn: '2028-05-27' });
  expect(forecast.phases.map(({ basis, cases }) => `${basis} ${cases}`)).toEqual(['history 3', 'rules 1']);
});

it('takes the 100 days that the phase has lasted off it, but never promises a day that is over', () => {
  const halfway = forecastFinish(phases, { today: '2026-11-23', since: '2026-08-15' });
  const overdue = forecastFinish(phases, { today: '2026-11-23', since: '2024-01-01' });

  expect(halfway.likelyOn).toBe('2027-11-09');
  expect([overdue.earliestOn, overdue.latestOn]).toEqual(['2027-01-13', '2027-01-13']);
});
