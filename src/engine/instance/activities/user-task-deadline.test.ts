import { CasePlayer, kari } from '../../../../test/support/case-player.js';
import { buildProcess, endEvent, inOrder, startEvent, userTask } from '../../../../test/support/process-builder.js';
import type { DeadlineRule } from '../../calendar/deadline-rule.js';
import { effectsOf } from '../facts/effects-of.js';

const interimReply: DeadlineRule = {
  id: 'D02',
  name: 'Foreløpig svar',
  length: { period: 'P1M' },
  kind: 'authority',
  rounding: 'backward',
  law: 'forvaltningsloven § 11 a',
  verified: true,
  validFrom: '2020-01-01',
  ladder: [
    { kind: 'reminder', offset: '-P7D', to: 'assignee' },
    { kind: 'escalation', offset: '-P2D', to: 'hvk-leder' },
  ],
  breachTo: 'hvk-leder',
};

const answering = (
  deadline: NonNullable<Parameters<typeof userTask>[1]>['deadline'],
  rule: DeadlineRule = interimReply,
): CasePlayer =>
  new CasePlayer(
    buildProcess('svar', {
      nodes: [
        startEvent('start'),
        userTask('svar', { name: 'Svar på søknaden', participation: { code: 'MP-A1' }, ...(deadline && { deadline }) }),
        endEvent('slutt'),
      ],
      flows: inOrder('start', 'svar', 'slutt'),
    }),
    [rule],
  );

const timersOf = (play: CasePlayer): readonly (string | undefined)[][] =>
  [...play.instance.timers.values()].map(({ purpose, dueAt, to }) => [purpose, dueAt, to]);

describe('the deadline of a user task', () => {
  it('sets a timer for each rung at 08:00 in Norway, and one for the end of the due date', () => {
    const play = answering({ rule: 'D02' });

    const effects = play.start().flatMap(effectsOf);

    expect(effects.map((effect) => effect.type)).toEqual(['Notify', 'ScheduleTimer', 'ScheduleTimer', 'ScheduleTimer']);
    expect(play.task('svar').deadline).toEqual({
      rule: 'D02',
      ruleFrom: '2020-01-01',
      startOn: '2026-11-23',
      dueOn: '2026-12-23',
      legalOn: '2026-12-23',
      dueAt: '2026-12-23T23:00:00.000Z',
    });
    expect(timersOf(play)).toEqual([
      ['reminder', '2026-12-16T07:00:00.000Z', 'assignee'],
      ['escalation', '2026-12-21T07:00:00.000Z', 'hvk-leder'],
      ['breach', '2026-12-23T23:00:00.000Z', 'hvk-leder'],
    ]);
  });

  it('reminds the groups while nobody has taken the task, and the assignee once somebody has', () => {
    const waiting = answering({ rule: 'D02' });
    waiting.start();
    const taken = answering({ rule: 'D02' });
    taken.start();
    taken.play({ type: 'ClaimUserTask', userTaskId: taken.task('svar').id });

    const heard = [waiting, taken].map((play) => play.ring().flatMap(effectsOf));

    expect(heard).toMatchObject([
      [
        {
          type: 'Notify',
          kind: 'reminder',
          to: { groups: ['hvk'] },
          taskName: 'Svar på søknaden',
          participation: 'MP-A1',
        },
      ],
      [{ type: 'Notify', kind: 'reminder', to: { actor: 'kari' } }],
    ]);
  });

  it('tells the leader two days before and again when the due date is over; the task stays open', () => {
    const play = answering({ rule: 'D02' });
    play.start();

    const heard = [play.ring(), play.ring(), play.ring()].map((events) => events.flatMap(effectsOf));

    expect(heard.slice(1)).toMatchObject([
      [{ kind: 'escalation', to: { groups: ['hvk-leder'] } }],
      [{ kind: 'breach', to: { groups: ['hvk-leder'] }, deadline: { dueOn: '2026-12-23' } }],
    ]);
    expect(play.at).toBe('2026-12-23T23:00:00.000Z');
    expect(play.instance.userTasks.size).toBe(1);
    expect(play.instance.timers.size).toBe(0);
  });

  it('runs from the day the diagram says, and rungs that are already past are not rung', () => {
    const play = answering({ rule: 'D02', from: 'mottatt' });

    play.start({ mottatt: '2026-10-27' });

    expect(timersOf(play)).toEqual([
      ['escalation', '2026-11-25T07:00:00.000Z', 'hvk-leder'],
      ['breach', '2026-11-27T23:00:00.000Z', 'hvk-leder'],
    ]);
  });

  it('uses the rungs of the diagram where it draws any', () => {
    const play = answering({ rule: 'D02', ladder: [{ kind: 'reminder', offset: '-P1D', to: 'bst' }] });

    play.start();

    expect(timersOf(play).map(([purpose, , to]) => [purpose, to])).toEqual([
      ['reminder', 'bst'],
      ['breach', 'hvk-leder'],
    ]);
  });

  it('has two clocks where a month ends on Christmas Day: our target ends on the 24th, the law’s last day on Monday the 28th', () => {
    const rung = { kind: 'escalation', offset: 'P0D', to: 'leader', text: 'siste-dag' } as const;
    const play = answering({ rule: 'D02', from: 'mottatt' }, { ...interimReply, legalLadder: [rung] });
    play.start({ mottatt: '2026-11-25' });
    const set = timersOf(play).slice(2);

    const heard = [1, 2, 3, 4, 5].map(() => play.ring());

    expect(set).toEqual([
      ['escalation', '2026-12-28T07:00:00.000Z', 'leader'],
      ['breach', '2026-12-24T23:00:00.000Z', 'hvk-leder'],
      ['legal-breach', '2026-12-28T23:00:00.000Z', 'hvk-leder'],
    ]);
    expect(heard.slice(2).map((events) => events.at(-1))).toMatchObject([
      { type: 'DeadlineBreached', clock: 'target', at: '2026-12-24T23:00:00.000Z' },
      { type: 'UserTaskReminded', kind: 'escalation', notice: { text: 'siste-dag' } },
      { type: 'DeadlineBreached', clock: 'legal', at: '2026-12-28T23:00:00.000Z' },
    ]);
    expect(heard.slice(2).flatMap((events) => events.flatMap(effectsOf))).toMatchObject([
      { kind: 'breach', to: { groups: ['hvk-leder'] } },
      { kind: 'escalation', to: { relation: 'leader' } },
      { kind: 'legal-breach', to: { groups: ['hvk-leder'] } },
    ]);
    expect(play.task('svar')).toMatchObject({ breached: true, legallyBreached: true });
    expect(play.instance.timers.size).toBe(0);
  });

  it('tells the leader that the last day is over where the rule names nobody', () => {
    const { breachTo: _breachTo, ...unled } = interimReply;
    const play = answering({ rule: 'D02', from: 'mottatt' }, unled);

    play.start({ mottatt: '2026-11-25' });

    expect(timersOf(play).slice(2)).toEqual([
      ['breach', '2026-12-24T23:00:00.000Z', 'assignee'],
      ['legal-breach', '2026-12-28T23:00:00.000Z', 'leader'],
    ]);
  });

  it('is broken once where both clocks end together, and is then broken by the law', () => {
    const play = answering({ rule: 'D02' });
    play.start();

    const [, , broken] = [play.ring(), play.ring(), play.ring()];

    expect(broken?.at(-1)).toMatchObject({ type: 'DeadlineBreached', clock: 'legal' });
    expect(play.instance.timers.size).toBe(0);
  });

  it('is forgotten when the task is done', () => {
    const play = answering({ rule: 'D02' });
    play.start();

    const events = play.complete('svar');

    expect(play.instance.timers.size).toBe(0);
    expect(events.flatMap(effectsOf).map((effect) => effect.type)).toEqual([
      'CancelTimer',
      'CancelTimer',
      'CancelTimer',
    ]);
  });

  it('is an incident when the register has no such rule, or the start is no date', () => {
    const unknown = answering({ rule: 'D99' });
    const undated = answering({ rule: 'D02', from: 'mottatt' });

    unknown.start();
    undated.start({ mottatt: 'i går' });

    expect(unknown.incidents).toEqual(['UNKNOWN_RULE svar']);
    expect(undated.incidents).toEqual(['EXPRESSION svar']);
    undated.resolve({ mottatt: '2026-11-20' });
    expect(undated.task('svar').deadline?.startOn).toBe('2026-11-20');
  });

  it('never rings before its time by the clock of the database', () => {
    const play = answering({ rule: 'D02' });
    play.start();
    const [timer] = play.instance.timers.values();
    if (timer === undefined) throw new Error('Expected a timer');

    const decision = play.ask({ type: 'TriggerTimer', timerId: timer.id, actor: kari });

    expect(decision).toEqual({ ok: false, rejection: { reason: 'timer-not-active', timerId: timer.id } });
  });
});
