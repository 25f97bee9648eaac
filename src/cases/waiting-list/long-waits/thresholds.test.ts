import { readFile } from 'node:fs/promises';
import { idOf } from '../../../shared/id.js';
import { nextOn, passedOn, thresholdChoices, thresholdsOf } from './thresholds.js';

const usual = [3, 6, 12, 24];
const trondheim = idOf<'Tenant'>('trondheim');

it.each([
  ['2027-02-09', undefined, '2027-02-10'],
  ['2027-02-10', { level: 1, months: 3 }, '2027-05-10'],
  ['2027-11-09', { level: 2, months: 6 }, '2027-11-10'],
  ['2027-11-10', { level: 3, months: 12 }, '2028-11-10'],
  ['2028-11-10', { level: 4, months: 24 }, '2029-11-10'],
  ['2029-11-10', { level: 5, months: 36 }, '2030-11-10'],
])('who waits since 2026-11-10 has on %s passed %j, and passes the next on %s', (on, passed, next) => {
  expect([passedOn('2026-11-10', usual, on), nextOn('2026-11-10', usual, on)]).toEqual([passed, next]);
});

it('who waits since 30 November 2026 passes 3 months on the last day of February', () => {
  expect(passedOn('2026-11-30', usual, '2027-02-27')).toBeUndefined();
  expect(passedOn('2026-11-30', usual, '2027-02-28')).toEqual({ level: 1, months: 3 });
});

it('passes nothing, and waits for nothing, where no threshold is chosen', () => {
  expect([passedOn('2020-01-01', [], '2027-01-01'), nextOn('2020-01-01', [], '2027-01-01')]).toEqual([
    undefined,
    undefined,
  ]);
});

it('reads 3, 6, 12 and 24 months from the choices as they come, and leaves out one that is not deployed', async () => {
  const asTheyCome = async (id: string) => ({
    ...{ version: 1, deployedAt: '2026-11-23T09:00:00.000Z', deployedBy: idOf<'Actor'>('ada') },
    xml: await readFile(`workflows/lokalt-valg/${id}.dmn`, 'utf8'),
  });
  const versionsOf = async (_tenant: unknown, id: string) => [await asTheyCome(id)];

  expect(thresholdChoices).toHaveLength(4);
  expect(await thresholdsOf({ versionsOf }, trondheim)).toEqual([3, 6, 12, 24]);
  const lacking = (tenant: unknown, id: string) =>
    id === 'ventetidsgrense-2' ? Promise.resolve([]) : versionsOf(tenant, id);
  expect(await thresholdsOf({ versionsOf: lacking }, trondheim)).toEqual([3, 12, 24]);
});
