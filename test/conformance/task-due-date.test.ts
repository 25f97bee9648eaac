import { effectsOf } from '../../src/engine/index.js';
import { flows } from '../support/bpmn-xml.js';
import type { CasePlayer } from '../support/case-player.js';
import { playXml } from '../support/play-xml.js';

const alarms = (play: CasePlayer): readonly string[] =>
  [...play.instance.timers.values()].map(({ node, purpose, dueAt }) => `${node} ${purpose} ${dueAt.slice(0, 16)}`);

describe('the due date of a task without a register deadline', () => {
  const dated = `<startEvent id="start"/>
    <userTask id="ring" name="Ring Siv" boligflyt:candidateGroups="hvk" boligflyt:dueDate="=frist"/>
    <endEvent id="slutt"/>${flows('start > ring > slutt')}`;
  const change = (play: CasePlayer, dueAt: string | null) =>
    play.play({ type: 'ChangeUserTask', userTaskId: play.task('ring').id, change: { dueAt } });
  const begin = async (): Promise<CasePlayer> => {
    const play = await playXml(dated);
    play.start({ frist: '2026-11-30T08:00:00Z' });
    return play;
  };

  it('takes its reminder along when it is changed, rings at the new date and not at the old one', async () => {
    const play = await begin();
    expect(alarms(play)).toEqual(['ring reminder 2026-11-30T08:00']);

    const effects = change(play, '2026-12-04T08:00:00.000Z').flatMap(effectsOf);

    expect(effects.map(({ type }) => type)).toEqual(['CancelTimer', 'ScheduleTimer']);
    expect(alarms(play)).toEqual(['ring reminder 2026-12-04T08:00']);
    expect(play.ring().flatMap(effectsOf)).toMatchObject([
      { type: 'Notify', kind: 'reminder', to: { groups: ['hvk'] }, notice: { text: 'oppgavefrist' } },
    ]);
    expect(play.at).toBe('2026-12-04T08:00:00.000Z');
  });

  it('has no reminder once it is taken away, or has passed; a priority leaves it alone', async () => {
    const play = await begin();
    const before = alarms(play);
    play.play({ type: 'ChangeUserTask', userTaskId: play.task('ring').id, change: { priority: 80 } });
    expect(alarms(play)).toEqual(before);

    change(play, null);
    expect(alarms(play)).toEqual([]);
    change(play, '2026-11-20T08:00:00.000Z');
    expect(alarms(play)).toEqual([]);
  });
});
