import { computeDeadline, deadlineEventAt, rungsOf, ruleInForce } from './deadline.js';
import type { DeadlineRule } from './deadline-rule.js';
import { instantOf } from './oslo-time.js';

const ruleOf = (period: string, rounding: DeadlineRule['rounding']): DeadlineRule => ({
  id: 'D00',
  name: 'prøveregel',
  length: { period },
  kind: rounding === 'forward' ? 'right' : 'authority',
  rounding,
  law: 'domstolloven §§ 148–149',
  verified: true,
  validFrom: '1967-02-10',
  ladder: [],
});

describe('the dates of a deadline', () => {
  it.each([
    ['P3W', 'forward', '2026-12-04', '2026-12-28'],
    ['P3W', 'forward', '2026-12-11', '2027-01-04'],
    ['P3W', 'forward', '2026-12-03', '2026-12-24'],
    ['P3W', 'forward', '2027-03-04', '2027-03-30'],
    ['P3W', 'forward', '2027-04-26', '2027-05-18'],
    ['P3W', 'forward', '2027-04-24', '2027-05-18'],
    ['P4W', 'forward', '2027-02-25', '2027-03-30'],
    ['P1M', 'backward', '2026-11-25', '2026-12-24'],
    ['P1M', 'backward', '2027-01-31', '2027-02-26'],
    ['P1M', 'backward', '2027-02-26', '2027-03-24'],
    ['P1M', 'backward', '2028-01-31', '2028-02-29'],
    ['P3M', 'backward', '2026-11-21', '2027-02-19'],
    ['P6W', 'forward', '2026-11-23', '2027-01-04'],
    ['P14D', 'forward', '2027-03-15', '2027-03-30'],
  ] as const)('%s %s from %s falls due on %s', (period, rounding, startOn, dueOn) => {
    expect(computeDeadline(ruleOf(period, rounding), startOn).dueOn).toBe(dueOn);
  });

  it.each([
    ['P3W', '2026-12-04', '2026-12-25'],
    ['P3W', '2026-12-11', '2027-01-01'],
    ['P3W', '2026-12-03', '2026-12-24'],
    ['P3W', '2027-03-04', '2027-03-25'],
    ['P3W', '2027-04-26', '2027-05-17'],
    ['P3W', '2027-04-24', '2027-05-15'],
    ['P4W', '2027-02-25', '2027-03-25'],
    ['P1M', '2026-11-25', '2026-12-25'],
    ['P1M', '2027-01-31', '2027-02-28'],
    ['P1M', '2027-02-26', '2027-03-26'],
    ['P1M', '2028-01-31', '2028-02-29'],
    ['P3M', '2026-11-21', '2027-02-21'],
    ['P6W', '2026-11-23', '2027-01-04'],
    ['P14D', '2027-03-15', '2027-03-29'],
  ])('%s from %s counts to %s before it is moved', (period, startOn, countedOn) => {
    expect(computeDeadline(ruleOf(period, 'none'), startOn)).toMatchObject({ dueOn: countedOn, legalOn: countedOn });
  });

  it('an appeal that arrives on 28 December at 23:50 is in time, one that arrives on the 29th at 00:01 is late', () => {
    const { dueAt } = computeDeadline(ruleOf('P3W', 'forward'), '2026-12-04');

    expect(instantOf('2026-12-28', '23:50') < dueAt).toBe(true);
    expect(instantOf('2026-12-29', '00:01') < dueAt).toBe(false);
  });

  it('keeps 28 December as what the law allows where our target is 24 December', () => {
    const deadline = computeDeadline(ruleOf('P1M', 'backward'), '2026-11-25');

    expect(deadline).toMatchObject({ dueOn: '2026-12-24', legalOn: '2026-12-28', dueAt: '2026-12-24T23:00:00.000Z' });
  });

  it('counts 5 working days over Easter 2027 as 31 March to 6 April', () => {
    const rule: DeadlineRule = { ...ruleOf('P1D', 'backward'), length: { workingDays: 5 } };

    expect(computeDeadline(rule, '2027-03-24').dueOn).toBe('2027-04-05');
  });

  it('ends at 24:00 in Norway also on the day with 23 hours', () => {
    expect(computeDeadline(ruleOf('P1D', 'none'), '2027-03-27').dueAt).toBe('2027-03-28T22:00:00.000Z');
  });
});

describe('the ladder of a deadline', () => {
  it('reminds at 08:00 in Norway 14, 7 and 2 days before and escalates on day 0', () => {
    const deadline = computeDeadline(ruleOf('P6W', 'forward'), '2026-11-23');

    const rungs = rungsOf(deadline.dueOn, [
      { kind: 'escalation', offset: 'P0D', to: 'kd' },
      { kind: 'reminder', offset: '-P14D', to: 'assignee' },
      { kind: 'reminder', offset: '-P7D', to: 'assignee' },
      { kind: 'reminder', offset: '-P2D', to: 'assignee' },
    ]);

    expect(rungs.map((rung) => rung.at)).toEqual([
      '2026-12-21T07:00:00.000Z',
      '2026-12-28T07:00:00.000Z',
      '2027-01-02T07:00:00.000Z',
      '2027-01-04T07:00:00.000Z',
    ]);
  });

  it('rings an event drawn 7 days before the due date at 08:00 that day', () => {
    const deadline = computeDeadline(ruleOf('P1M', 'backward'), '2026-11-25');

    expect(deadlineEventAt(deadline, '-P7D')).toBe('2026-12-17T07:00:00.000Z');
    expect(deadlineEventAt(deadline, undefined)).toBe('2026-12-24T23:00:00.000Z');
  });
});

describe('the rule in force', () => {
  it('is the version whose dates hold the start day', () => {
    const old: DeadlineRule = { ...ruleOf('P3W', 'forward'), validTo: '2027-07-01' };
    const next: DeadlineRule = { ...ruleOf('P4W', 'forward'), validFrom: '2027-07-01' };

    expect(ruleInForce([old, next], 'D00', '2027-06-30')).toBe(old);
    expect(ruleInForce([old, next], 'D00', '2027-07-01')).toBe(next);
    expect(ruleInForce([old, next], 'D99', '2027-07-01')).toBeUndefined();
  });
});
