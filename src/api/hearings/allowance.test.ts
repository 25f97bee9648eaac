import { Allowance } from './allowance.js';

it('lets 2 through in 10 minutes from an address, refuses the third, and lets it through when the first is 10 minutes old', () => {
  const allowance = new Allowance({ most: 2, withinMinutes: 10 });
  const at = (time: string, address = '10.0.0.1') => allowance.take(address, `2026-11-23T${time}:00.000Z`);

  expect([at('08:00'), at('08:05'), at('08:09'), at('08:10'), at('08:11')]).toEqual([true, true, false, true, false]);
  expect(at('08:11', '10.0.0.2')).toBe(true);
});
