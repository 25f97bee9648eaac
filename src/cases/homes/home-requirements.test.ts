import { readHomeRequirements, requirementsOn } from './home-requirements.js';

it('is what applied on the day: the version until 2026-12-31, the next from 2027-01-01, the first on days before it', async () => {
  const [first] = await readHomeRequirements('workflows/boligkrav.json');
  const old = { ...first, validTo: '2027-01-01' };
  const next = { ...first, validFrom: '2027-01-01', requirements: [] };

  expect(requirementsOn([old, next], '2026-12-31')).toBe(old);
  expect(requirementsOn([old, next], '2027-01-01')).toBe(next);
  expect(requirementsOn([old, next], '2019-06-01')).toBe(old);
});
