import { dayOffName, nearestWorkingDay, norwegianHolidays } from './holidays.js';

describe('Norwegian holidays', () => {
  it.each([
    ['2026', ['2026-04-02', '2026-04-06', '2026-05-14', '2026-05-25']],
    ['2027', ['2027-03-25', '2027-03-29', '2027-05-06', '2027-05-17']],
    ['2028', ['2028-04-13', '2028-04-17', '2028-05-25', '2028-06-05']],
    ['2029', ['2029-03-29', '2029-04-02', '2029-05-10', '2029-05-21']],
    ['2030', ['2030-04-18', '2030-04-22', '2030-05-30', '2030-06-10']],
    ['2031', ['2031-04-10', '2031-04-14', '2031-05-22', '2031-06-02']],
    ['2032', ['2032-03-25', '2032-03-29', '2032-05-06', '2032-05-17']],
  ])('of %s follow Easter', (year, dates) => {
    const holidays = norwegianHolidays(Number(year));

    expect(dates.filter((date) => !holidays.has(date))).toEqual([]);
  });

  it('gives 17 May 2027 both of its names', () => {
    expect(dayOffName('2027-05-17')).toBe('17. mai og 2. pinsedag');
  });

  it.each(['2026-12-24', '2026-12-31', '2026-01-02'])('does not count %s', (date) => {
    expect(dayOffName(date)).toBeUndefined();
  });

  it('counts Easter Eve only as the Saturday that it is', () => {
    expect(dayOffName('2027-03-27')).toBe('lørdag');
  });

  it('goes back over Easter to Wednesday 24 March 2027', () => {
    expect(nearestWorkingDay('2027-03-26', 'backward')).toBe('2027-03-24');
  });
});
