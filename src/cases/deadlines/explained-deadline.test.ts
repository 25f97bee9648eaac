import { computeDeadline, ruleInForce } from '../../engine/index.js';
import { explainedDeadline } from './explained-deadline.js';
import { readExplanationTexts } from './explanation-texts.js';
import { readDeadlineRegister } from './read-deadline-register.js';

const texts = await readExplanationTexts('workflows/meldinger', 'nb');
const why = { texts, language: 'nb' } as const;
const deadlines = await readDeadlineRegister('workflows');
const interimReply = ruleInForce(deadlines, 'D02', '2026-11-25');
const building = ruleInForce(deadlines, 'D35-12U', '2026-11-23');
if (interimReply === undefined || building === undefined) throw new Error('Expected D02 and D35-12U');

describe('the two clocks of a deadline', () => {
  const deadline = computeDeadline(interimReply, '2026-11-25');
  const clocksAt = (now: string) => {
    const { overdue, legallyOverdue } = explainedDeadline(deadline, { deadlines, now, why });
    return { overdue, legallyOverdue };
  };

  it('run out when 24 December is over, and when 28 December is', () => {
    expect(clocksAt('2026-12-24T22:59:59.999Z')).toEqual({ overdue: false, legallyOverdue: false });
    expect(clocksAt('2026-12-24T23:00:00.000Z')).toEqual({ overdue: true, legallyOverdue: false });
    expect(clocksAt('2026-12-28T23:00:00.000Z')).toEqual({ overdue: true, legallyOverdue: true });
  });

  it('are never over while the clock stands', () => {
    const pauses = [{ pause: 1, from: '2026-12-01', ground: 'party-delay', reason: 'Tegninger mangler' }] as const;

    const paused = explainedDeadline(computeDeadline(building, '2026-11-23', { pauses }), {
      deadlines,
      why,
      now: '2027-06-01T00:00:00.000Z',
    });

    expect(paused).toMatchObject({ overdue: false, legallyOverdue: false, pausedSince: '2026-12-01' });
  });

  it('say that the rule is gone when the register has lost the version', () => {
    const { steps, name } = explainedDeadline(
      { ...deadline, ruleFrom: '1999-01-01' },
      { deadlines, why, now: '2026-12-01T00:00:00.000Z' },
    );

    expect(name).toBe('D02');
    expect(steps.map(({ text }) => text)).toEqual([
      'Regel D02 finnes ikke i fristregisteret lenger. Datoen er den som ble regnet ut da.',
    ]);
  });
});
