import type { DeadlineRule } from '../../engine/index.js';
import { readDeadlineRegister } from '../deadlines/read-deadline-register.js';
import { postArrivesOn, postByOn } from './days-in-post.js';

const register = await readDeadlineRegister('workflows');

describe('a letter that is posted', () => {
  it.each([
    ['Monday 23 November', '2026-11-23', 'Monday 30 November', '2026-11-30'],
    ['Friday 27 November', '2026-11-27', 'Friday 4 December', '2026-12-04'],
    [
      'the day before Christmas Eve',
      '2026-12-23',
      'the first Monday of January, for the office is closed on Christmas Eve',
      '2027-01-04',
    ],
    ['the Friday before Easter week', '2027-03-19', 'Easter Wednesday of the week after', '2027-03-31'],
  ])('on %s (%s) counts as having come after five working days: %s (%s)', (_, sentOn, __, arrivesOn) => {
    expect(postArrivesOn(register, sentOn)).toBe(arrivesOn);
  });

  it('counts by the rule of the day it was sent, also where it arrives under the next one: 5 days, from December 7', () => {
    const rule = register.find(({ id }) => id === 'D04P');
    const five: DeadlineRule[] = rule === undefined ? [] : [{ ...rule, validTo: '2026-12-01' }];
    const seven = five.map((one): DeadlineRule => {
      const { validTo: _, ...open } = one;
      return { ...open, validFrom: '2026-12-01', length: { workingDays: 7 } };
    });

    expect(postArrivesOn([...five, ...seven], '2026-11-30')).toBe('2026-12-07');
    expect(postArrivesOn([...five, ...seven], '2026-12-01')).toBe('2026-12-10');
  });

  it.each([
    ['Monday 23 November', '2026-11-23', 'on Tuesday', '2026-11-24'],
    ['Friday 27 November', '2026-11-27', 'on Monday', '2026-11-30'],
    ['the day before Christmas Eve', '2026-12-23', 'on the first Monday after Christmas', '2026-12-28'],
  ])('written on %s (%s) should be in the post after one working day: %s (%s)', (_, writtenOn, __, postBy) => {
    expect(postByOn(register, writtenOn)).toBe(postBy);
  });

  it('is refused where no rule says when it comes', () => {
    expect(() => postArrivesOn([], '2026-11-30')).toThrow("Expected a rule 'D04P' in force on 2026-11-30");
  });
});
