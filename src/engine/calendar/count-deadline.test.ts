import { hoursEndAt } from './count-deadline.js';
import type { DeadlineCourse, DeadlinePause } from './deadline-dates.js';
import type { DeadlineLength, DeadlineRule } from './deadline-rule.js';
import { computeDeadline } from './deadline.js';
import { mergedPauses } from './pauses.js';

const ruleOf = (length: DeadlineLength, rounding: DeadlineRule['rounding'] = 'none'): DeadlineRule => ({
  id: 'D00',
  name: 'prøveregel',
  length,
  kind: 'local',
  rounding,
  law: 'prøve',
  verified: true,
  validFrom: '2020-01-01',
  ladder: [],
});
const due = (length: DeadlineLength, startOn: string, course: DeadlineCourse = {}): string =>
  computeDeadline(ruleOf(length), startOn, course).dueOn;
const pause = (number: number, from: string, to?: string): DeadlinePause => ({
  pause: number,
  from,
  ...(to === undefined ? {} : { to }),
  ground: 'party-delay',
  reason: 'Vi venter på tegninger',
});

describe('domain register §3.3 the count', () => {
  it.each([
    ['2026-11-21', '2027-02-28'],
    ['2026-11-30', '2027-02-28'],
    ['2026-12-01', '2027-03-31'],
  ])('of 3 months to the end of the month from %s ends on %s', (startOn, endOn) => {
    expect(due({ period: 'P3M', to: 'monthEnd' }, startOn)).toBe(endOn);
  });

  it('of 1 year from 29 February 2028 ends on 28 February 2029', () => {
    expect(due({ period: 'P1Y' }, '2028-02-29')).toBe('2029-02-28');
  });

  it('of 6 months before 31 August 2027 is 28 February 2027', () => {
    expect(due({ period: '-P6M' }, '2027-08-31')).toBe('2027-02-28');
  });

  it('to a date that the law names is that date, whatever day it starts', () => {
    expect(due({ fixedOn: '2027-07-01' }, '2024-01-01')).toBe('2027-07-01');
  });

  it('of 72 hours goes through the night with 23 hours: from 27 March 2027 at 10:00 to the 30th at 11:00', () => {
    const deadline = computeDeadline(ruleOf({ hours: 72, count: 'clock' }), '2027-03-27', {
      startAt: '2027-03-27T09:00:00.000Z',
    });

    expect(deadline).toMatchObject({ dueOn: '2027-03-30', legalOn: '2027-03-30', dueAt: '2027-03-30T09:00:00.000Z' });
  });

  it('of hours that end at midnight ends on the day that is over', () => {
    expect(due({ hours: 24, count: 'clock' }, '2026-11-23')).toBe('2026-11-23');
  });

  it('of 48 lawful hours from Friday 14 May 2027 at 12:00 leaves out Whitsun and 17 May, but not Saturday: Tuesday the 18th at 12:00', () => {
    expect(hoursEndAt({ hours: 48, count: 'lawful' }, '2027-05-14T10:00:00.000Z')).toBe('2027-05-18T10:00:00.000Z');
  });

  it('of 3 working days before Christmas leaves out 24 December where the municipality is closed', () => {
    const closed = { municipality: 'Trondheim kommune', closedDays: [{ everyYear: '12-24', name: 'julaften' }] };
    const rule = { ...ruleOf({ workingDays: 3 }), calendar: closed };

    expect(computeDeadline(rule, '2026-12-21').dueOn).toBe('2026-12-28');
    expect(due({ workingDays: 3 }, '2026-12-21')).toBe('2026-12-24');
  });

  it('leaves out a bridge day only in the years that the municipality says', () => {
    const closedDays = [
      { on: '2027-05-07', name: 'inneklemt dag' },
      { everyYear: '12-31', name: 'nyttårsaften', from: '2027-01-01', to: '2027-12-31' },
    ];
    const rule = { ...ruleOf({ workingDays: 1 }), calendar: { municipality: 'Orkland kommune', closedDays } };
    const dueOn = (startOn: string): string => computeDeadline(rule, startOn).dueOn;

    expect(dueOn('2027-05-05')).toBe('2027-05-10');
    expect([dueOn('2026-12-30'), dueOn('2027-12-30')]).toEqual(['2026-12-31', '2028-01-03']);
  });
});

describe('a paused clock', () => {
  const twelveWeeks: DeadlineLength = { period: 'P12W' };

  it('that stood from Tuesday 1 to Tuesday 15 December makes 12 weeks end 14 days later', () => {
    const pauses = [pause(1, '2026-12-01', '2026-12-15')];

    expect(due(twelveWeeks, '2026-11-23')).toBe('2027-02-15');
    expect(due(twelveWeeks, '2026-11-23', { pauses })).toBe('2027-03-01');
  });

  it('that is started again on the day it was stopped loses no day', () => {
    expect(due(twelveWeeks, '2026-11-23', { pauses: [pause(1, '2026-12-01', '2026-12-01')] })).toBe('2027-02-15');
  });

  it('stands once where two pauses overlap', () => {
    const pauses = [pause(1, '2026-12-10', '2026-12-20'), pause(2, '2026-12-01', '2026-12-15')];

    expect(mergedPauses(pauses)).toEqual([{ from: '2026-12-01', to: '2026-12-20' }]);
    expect(due(twelveWeeks, '2026-11-23', { pauses })).toBe('2027-03-06');
  });

  it('stands twice where two pauses are apart', () => {
    const pauses = [pause(1, '2026-12-01', '2026-12-04'), pause(2, '2027-01-04', '2027-01-08')];

    expect(due(twelveWeeks, '2026-11-23', { pauses })).toBe('2027-02-22');
  });

  it('cannot be stopped any more once it has run out, unless an earlier pause has moved the end', () => {
    expect(due({ period: 'P1W' }, '2026-11-23', { pauses: [pause(1, '2026-12-01', '2026-12-08')] })).toBe('2026-11-30');
    const pauses = [pause(1, '2026-11-24', '2026-11-27'), pause(2, '2026-12-01', '2026-12-08')];
    expect(due({ period: 'P1W' }, '2026-11-23', { pauses })).toBe('2026-12-10');
  });

  it('does not move its end while nobody knows when it goes on', () => {
    expect(due(twelveWeeks, '2026-11-23', { pauses: [pause(1, '2026-12-01')] })).toBe('2027-02-15');
  });

  it('that is stopped before the start day counts from the day on which it goes on', () => {
    expect(due({ period: 'P1W' }, '2026-11-23', { pauses: [pause(1, '2026-11-20', '2026-11-25')] })).toBe('2026-12-02');
  });

  it('of working days leaves out the working days on which it stood', () => {
    const pauses = [pause(1, '2026-11-27', '2026-11-30')];

    expect(due({ workingDays: 5 }, '2026-11-25')).toBe('2026-12-02');
    expect(due({ workingDays: 5 }, '2026-11-25', { pauses })).toBe('2026-12-03');
  });

  it('goes on where it was made longer too: 14 days of pause and 10 of extension are 24', () => {
    const course = { pauses: [pause(1, '2026-12-01', '2026-12-15')], extensions: [{ days: 10, reason: 'Stor sak' }] };

    expect(due(twelveWeeks, '2026-11-23', course)).toBe('2027-03-11');
  });
});
