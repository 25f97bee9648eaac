import { effectsOf, type TimerInstance } from '../../src/engine/index.js';
import { idOf } from '../../src/shared/id.js';
import { flows, userTask } from '../support/bpmn-xml.js';
import type { CasePlayer } from '../support/case-player.js';
import { playXml } from '../support/play-xml.js';

const edge = (timer: string, cancels: boolean): string => `<startEvent id="start"/>${userTask('vurder')}
  <boundaryEvent id="purring" attachedToRef="vurder" cancelActivity="${cancels}"><timerEventDefinition>${timer}</timerEventDefinition></boundaryEvent>
  ${userTask('purre')}<endEvent id="slutt"/>${flows('start > vurder > slutt', 'purring > purre > slutt')}`;
const inThreeDays = edge('<timeDuration>P3D</timeDuration>', true);

// Started on Monday 23 November 2026 at 10:00 in Norway.
async function begun(content: string): Promise<CasePlayer> {
  const play = await playXml(content);
  play.start();
  return play;
}
function alarm(play: CasePlayer): TimerInstance {
  const [timer] = play.instance.timers.values();
  if (timer === undefined) throw new Error('Expected a timer');
  return timer;
}
const change = (play: CasePlayer, dueAt: string, reason = 'Avtalt med søkeren') =>
  ({ type: 'ChangeTimer', timerId: alarm(play).id, dueAt, reason }) as const;
function refusal(play: CasePlayer, command: Parameters<CasePlayer['ask']>[0]): string {
  const decision = play.ask(command);
  return decision.ok ? 'accepted' : decision.rejection.reason;
}

describe('BPMN 2.0.2 §10.5.5 a timer that is set to another time', () => {
  it('a boundary timer is set to a later time, and rings then', async () => {
    const play = await begun(inThreeDays);
    const { id: timerId } = alarm(play);

    const events = play.play(change(play, '2026-12-01T12:00:00+01:00'));

    expect(events).toEqual([
      expect.objectContaining({
        type: 'TimerChanged',
        before: '2026-11-26T09:00:00.000Z',
        dueAt: '2026-12-01T11:00:00.000Z',
        reason: 'Avtalt med søkeren',
        by: 'kari',
      }),
    ]);
    expect(events.flatMap(effectsOf)).toEqual([
      expect.objectContaining({ type: 'ScheduleTimer', timerId, dueAt: '2026-12-01T11:00:00.000Z' }),
    ]);
    play.at = '2026-11-26T09:00:00.000Z';
    expect(refusal(play, { type: 'TriggerTimer', timerId })).toBe('timer-not-active');
    play.at = '2026-12-01T11:00:00.000Z';
    play.play({ type: 'TriggerTimer', timerId });
    expect(play.standing).toEqual(['purre']);
  });

  it('says however often it is changed when it was drawn to ring', async () => {
    const play = await begun(inThreeDays);

    play.play(change(play, '2026-12-01T11:00:00.000Z'));
    play.play(change(play, '2026-11-24T11:00:00.000Z', 'Skjedde før'));

    expect(alarm(play)).toMatchObject({
      dueAt: '2026-11-24T11:00:00.000Z',
      changed: { drawnAt: '2026-11-26T09:00:00.000Z', reason: 'Skjedde før', by: 'kari' },
    });
  });

  it('a ring that was moved forward is not rung again at the time it was drawn for', async () => {
    const play = await begun(edge('<timeCycle>R3/P7D</timeCycle>', false));

    play.play(change(play, '2026-11-25T09:00:00.000Z'));
    play.ring();

    expect(alarm(play)).toMatchObject({ dueAt: '2026-12-07T09:00:00.000Z', occurrence: 2, repeatsLeft: 1 });
    expect(alarm(play)).not.toHaveProperty('changed');
  });

  it('is refused without a reason, for a time that has come, that is none, and for an alarm that is not set', async () => {
    const play = await begun(inThreeDays);
    const wanted = change(play, '2026-12-01T11:00:00.000Z');

    expect(refusal(play, { ...wanted, reason: ' ' })).toBe('timer-reason-missing');
    expect(refusal(play, { ...wanted, dueAt: play.at })).toBe('timer-time-impossible');
    expect(refusal(play, { ...wanted, dueAt: 'i morgen' })).toBe('timer-time-impossible');
    expect(refusal(play, { ...wanted, timerId: idOf('sak-99') })).toBe('timer-not-active');
  });

  it('is refused for what follows the date of a task: the date is changed instead', async () => {
    const play = await begun(
      `<startEvent id="start"/><userTask id="vurder" boligflyt:candidateGroups="hvk" boligflyt:dueDate="&quot;2026-12-01T08:00:00Z&quot;"/>${flows('start > vurder')}`,
    );

    expect(alarm(play).purpose).toBe('reminder');
    expect(refusal(play, change(play, '2026-12-02T08:00:00.000Z'))).toBe('timer-by-deadline');
  });
});
