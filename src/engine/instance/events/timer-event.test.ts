import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  boundaryEvent,
  buildProcess,
  catchEvent,
  endEvent,
  flow,
  inOrder,
  startEvent,
  userTask,
} from '../../../../test/support/process-builder.js';
import type { DeadlineRule } from '../../calendar/deadline-rule.js';
import type { TimerSchedule } from '../../definition/event-definition.js';

const sixWeeks: DeadlineRule = {
  id: 'D30',
  name: 'Offentlig ettersyn',
  length: { period: 'P6W' },
  kind: 'right',
  rounding: 'forward',
  law: 'plan- og bygningsloven § 12-10',
  verified: true,
  validFrom: '2020-01-01',
  ladder: [],
};

const waiting = (schedule: TimerSchedule): CasePlayer =>
  new CasePlayer(
    buildProcess('vent', {
      nodes: [startEvent('start'), catchEvent('vent', { kind: 'timer', schedule }), endEvent('slutt')],
      flows: inOrder('start', 'vent', 'slutt'),
    }),
    [sixWeeks],
  );

const dueAt = (play: CasePlayer): string | undefined => [...play.instance.timers.values()][0]?.dueAt;

const reminding = (schedule: TimerSchedule, interrupting: boolean): CasePlayer =>
  new CasePlayer(
    buildProcess('purring', {
      nodes: [
        startEvent('start'),
        userTask('arbeid'),
        boundaryEvent('frist', 'arbeid', { trigger: { kind: 'timer', schedule }, interrupting }),
        userTask('purr'),
        endEvent('slutt'),
      ],
      flows: [...inOrder('start', 'arbeid', 'slutt'), flow('frist', 'purr')],
    }),
  );

describe('a timer catch event', () => {
  it('waits for a duration and then goes on', () => {
    const play = waiting({ kind: 'duration', expression: '"P3W"' });

    play.start();
    expect(dueAt(play)).toBe('2026-12-14T09:00:00.000Z');

    play.ring();
    expect(play.instance.state).toBe('completed');
  });

  it('waits for a date in Norway', () => {
    const play = waiting({ kind: 'date', expression: 'møtedato' });

    play.start({ møtedato: '2026-12-10' });

    expect(dueAt(play)).toBe('2026-12-09T23:00:00.000Z');
  });

  it('waits for the first ring of a cycle', () => {
    const play = waiting({ kind: 'cycle', expression: '"R/P7D"' });

    play.start();

    expect(dueAt(play)).toBe('2026-11-30T09:00:00.000Z');
  });

  it('waits until a deadline of the register is over', () => {
    const play = waiting({ kind: 'deadline', deadline: { rule: 'D30', from: 'publisert' } });

    play.start({ publisert: '2026-11-26' });

    expect(dueAt(play)).toBe('2027-01-07T23:00:00.000Z');
    expect([...play.instance.timers.values()][0]?.deadline?.dueOn).toBe('2027-01-07');
  });

  it('rings 7 days before a deadline at 08:00 when the diagram shifts it', () => {
    const play = waiting({ kind: 'deadline', deadline: { rule: 'D30', from: 'publisert' }, shift: '-P7D' });

    play.start({ publisert: '2026-11-26' });

    expect(dueAt(play)).toBe('2026-12-31T07:00:00.000Z');
  });

  it.each<TimerSchedule>([
    { kind: 'duration', expression: '"tre uker"' },
    { kind: 'date', expression: '"snart"' },
    { kind: 'cycle', expression: '"ofte"' },
    { kind: 'duration', expression: '3' },
    { kind: 'duration', expression: 'x + 1' },
    { kind: 'deadline', deadline: { rule: 'D30', from: '"snart"' } },
  ])('is an incident when its time cannot be read: %j', (schedule) => {
    const play = waiting(schedule);

    play.start();

    expect(play.incidents).toEqual(['EXPRESSION vent']);
    expect(play.instance.timers.size).toBe(0);
  });

  it('cannot ring twice', () => {
    const play = waiting({ kind: 'duration', expression: '"P1D"' });
    play.start();
    const [timer] = play.instance.timers.values();
    play.ring();
    if (timer === undefined) throw new Error('Expected a timer');

    expect(play.ask({ type: 'TriggerTimer', timerId: timer.id })).toEqual({
      ok: false,
      rejection: { reason: 'timer-not-active', timerId: timer.id },
    });
  });
});

describe('a timer on the edge of a task', () => {
  it('interrupts: the task is cancelled and the token leaves by the event', () => {
    const play = reminding({ kind: 'duration', expression: '"P14D"' }, true);
    play.start();

    play.ring();

    expect(play.standing).toEqual(['purr']);
    expect([...play.instance.userTasks.values()].map((task) => task.node)).toEqual(['purr']);
  });

  it('does not interrupt: the task stays and a second token leaves by the event', () => {
    const play = reminding({ kind: 'duration', expression: '"P14D"' }, false);
    play.start();

    play.ring();

    expect(play.standing).toEqual(['arbeid', 'purr']);
    expect(play.instance.timers.size).toBe(0);
  });

  it('rings every week until the work is done, and no longer', () => {
    const play = reminding({ kind: 'cycle', expression: '"R/P7D"' }, false);
    play.start();

    play.ring();
    play.ring();
    expect(dueAt(play)).toBe('2026-12-14T09:00:00.000Z');
    expect([...play.instance.timers.values()][0]?.occurrence).toBe(3);

    play.complete('arbeid');
    expect(play.instance.timers.size).toBe(0);
    expect(play.standing).toEqual(['purr', 'purr']);
  });

  it('rings 3 times when it is drawn to ring 3 times', () => {
    const play = reminding({ kind: 'cycle', expression: '"R3/P7D"', rounding: 'forward' }, false);
    play.start();

    play.ring();
    play.ring();
    play.ring();

    expect(play.instance.timers.size).toBe(0);
    expect(play.standing).toEqual(['arbeid', 'purr', 'purr', 'purr']);
  });

  it('is an incident of the task when its time cannot be read, and the task opens once it can', () => {
    const play = reminding({ kind: 'duration', expression: 'frist' }, true);

    play.start();
    expect(play.incidents).toEqual(['EXPRESSION arbeid']);
    expect(play.instance.userTasks.size).toBe(0);

    play.resolve({ frist: 'P14D' });
    expect(play.instance.userTasks.size).toBe(1);
    expect(play.instance.timers.size).toBe(1);
  });

  it('does nothing without a trigger; above all it does not complete the task', () => {
    const play = new CasePlayer(
      buildProcess('tom', {
        nodes: [
          startEvent('start'),
          userTask('arbeid'),
          boundaryEvent('tom', 'arbeid', { trigger: { kind: 'none' } }),
          endEvent('slutt'),
        ],
        flows: [...inOrder('start', 'arbeid', 'slutt'), flow('tom', 'slutt')],
      }),
    );

    play.start();

    expect(play.standing).toEqual(['arbeid']);
    expect(play.instance.userTasks.size).toBe(1);
  });
});
