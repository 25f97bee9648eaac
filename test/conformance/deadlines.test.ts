import { effectsOf, type DeadlineRule } from '../../src/engine/index.js';
import { idOf } from '../../src/shared/id.js';
import { flows } from '../support/bpmn-xml.js';
import type { CasePlayer } from '../support/case-player.js';
import { playXml } from '../support/play-xml.js';

const building: DeadlineRule = {
  id: 'D35-12U',
  name: 'Byggesak, tolv uker',
  start: 'søknaden er fullstendig',
  length: { period: 'P12W' },
  kind: 'authority',
  rounding: 'backward',
  law: 'SAK10 § 7-2',
  verified: true,
  validFrom: '2020-01-01',
  ladder: [{ kind: 'reminder', offset: '-P7D', to: 'assignee' }],
  breachTo: 'leder',
  pausable: ['party-delay', 'others-delay'],
  extension: 'SAK10 § 7-3',
};
const appeal: DeadlineRule = {
  ...building,
  id: 'D04',
  kind: 'right',
  rounding: 'forward',
  length: { period: 'P3W' },
  pausable: [],
  extension: 'forvaltningsloven § 29',
};
const answer: DeadlineRule = { ...building, id: 'D02', length: { period: 'P1M' }, pausable: [] };
const { extension: _extension, ...fixedAnswer } = answer;

const content = `<startEvent id="start"/>
  <userTask id="behandle" name="Behandle byggesak" boligflyt:candidateGroups="hvk"><extensionElements>
    <boligflyt:deadline rule="D35-12U"/></extensionElements></userTask>
  <boundaryEvent id="etter" attachedToRef="behandle" cancelActivity="false">
    <timerEventDefinition boligflyt:deadline="D35-12U" boligflyt:shift="P1D"/></boundaryEvent>
  <userTask id="svar" name="Svar" boligflyt:candidateGroups="hvk"><extensionElements>
    <boligflyt:deadline rule="D02"/></extensionElements></userTask>
  <intermediateCatchEvent id="klagefrist"><timerEventDefinition boligflyt:deadline="D04"/></intermediateCatchEvent>
  <endEvent id="slutt"/><endEvent id="varslet"/>
  ${flows('start > behandle > svar > klagefrist > slutt', 'etter > varslet')}`;

// Started on Monday 23 November 2026: 12 weeks end on Monday 15 February 2027.
async function begun(deadlineRegister = [building, appeal, fixedAnswer]): Promise<CasePlayer> {
  const play = await playXml(content, { deadlineRegister });
  play.start();
  return play;
}
const target = (play: CasePlayer, node = 'behandle') => ({ userTaskId: play.task(node).id });
const alarms = (play: CasePlayer): readonly string[] =>
  [...play.instance.timers.values()]
    .map(({ node, purpose, dueAt, heldSince }) => `${node} ${purpose} ${dueAt.slice(0, 16)}${heldSince ? ' held' : ''}`)
    .toSorted();
const refusal = (play: CasePlayer, command: Parameters<CasePlayer['ask']>[0]): string => {
  const decision = play.ask(command);
  return decision.ok ? 'accepted' : decision.rejection.reason;
};
const waiting = { type: 'PauseDeadline', ground: 'party-delay', reason: 'Tegninger mangler' } as const;

describe('domain register §3.3 the clock of a task', () => {
  it('stands from the pause on: no reminder and no breach ring, and the event that counts from it is held', async () => {
    const play = await begun();
    play.at = '2026-12-01T09:00:00.000Z';

    const effects = play.play({ ...waiting, target: target(play) }).flatMap(effectsOf);

    expect(play.task('behandle')).toMatchObject({
      revision: 2,
      deadline: { dueOn: '2027-02-15', pauses: [{ pause: 1, from: '2026-12-01', reason: 'Tegninger mangler' }] },
    });
    expect(alarms(play)).toEqual(['etter event 2027-02-16T07:00 held']);
    expect(effects.map(({ type }) => type)).toEqual(['CancelTimer', 'CancelTimer', 'CancelTimer']);
    const [held] = play.instance.timers.values();
    play.at = '2027-02-20T09:00:00.000Z';
    expect(refusal(play, { type: 'TriggerTimer', timerId: held?.id ?? idOf('') })).toBe('timer-not-active');
  });

  it('goes on 14 days later: the due date, its reminder, its breach and its event are 14 days later', async () => {
    const play = await begun();
    play.at = '2026-12-01T09:00:00.000Z';
    play.play({ ...waiting, target: target(play) });
    play.at = '2026-12-15T09:00:00.000Z';

    const effects = play.play({ type: 'ResumeDeadline', target: target(play) }).flatMap(effectsOf);

    expect(play.task('behandle').deadline).toMatchObject({ dueOn: '2027-03-01', legalOn: '2027-03-01' });
    expect(alarms(play)).toEqual([
      'behandle breach 2027-03-01T23:00',
      'behandle reminder 2027-02-22T07:00',
      'etter event 2027-03-02T07:00',
    ]);
    expect(effects.map(({ type }) => type)).toEqual(['ScheduleTimer', 'ScheduleTimer', 'ScheduleTimer']);
  });

  it('is told of every 14 days while it stands, first to whoever has the task and then to the leader, and no more once it goes on', async () => {
    const play = await begun([{ ...building, pauseReminder: 'P14D' }, appeal, fixedAnswer]);
    play.at = '2026-12-01T09:00:00.000Z';
    play.play({ ...waiting, target: target(play) });
    play.play({ ...waiting, target: target(play), ground: 'others-delay', reason: 'Nabo er bortreist' });

    expect(alarms(play)).toContain('behandle pause 2026-12-15T07:00');
    const told = [play.ring(), play.ring(), play.ring()].flatMap((events) => events.flatMap(effectsOf));
    expect(told.filter(({ type }) => type === 'Notify')).toMatchObject([
      { kind: 'pause', to: { groups: ['hvk'] }, deadline: { pauses: [{}, { reason: 'Nabo er bortreist' }] } },
      { kind: 'pause', to: { relation: 'leader' } },
      { kind: 'pause', to: { relation: 'leader' } },
    ]);
    expect(alarms(play)).toContain('behandle pause 2027-01-26T07:00');

    play.play({ type: 'ResumeDeadline', target: target(play) });
    expect(alarms(play).filter((alarm) => alarm.includes(' pause '))).toEqual([]);
  });

  it('that rang late is told of once, and again 14 days after that', async () => {
    const play = await begun([{ ...building, pauseReminder: 'P14D' }]);
    play.play({ ...waiting, target: target(play) });
    play.at = '2027-02-01T09:00:00.000Z';

    play.ring();

    expect(alarms(play)).toContain('behandle pause 2027-02-15T07:00');
    expect(play.journal.filter(({ type }) => type === 'UserTaskReminded')).toHaveLength(1);
  });

  it('stands for two reasons at once and goes on when both are over; the days that overlap count once', async () => {
    const play = await begun();
    play.at = '2026-12-15T09:00:00.000Z';
    play.play({ ...waiting, target: target(play), from: '2026-12-01' });
    play.play({ ...waiting, target: target(play), ground: 'others-delay', from: '2026-12-08' });

    play.play({ type: 'ResumeDeadline', target: target(play), pause: 1, on: '2026-12-11' });
    expect(alarms(play)).toEqual(['etter event 2027-02-26T07:00 held']);
    play.play({ type: 'ResumeDeadline', target: target(play) });

    expect(play.task('behandle').deadline?.dueOn).toBe('2027-03-01');
  });

  it('is told of a pause that is over already', async () => {
    const play = await begun();
    play.at = '2026-12-15T09:00:00.000Z';

    play.play({ ...waiting, target: target(play), from: '2026-12-01', to: '2026-12-08' });

    expect(play.task('behandle').deadline?.dueOn).toBe('2027-02-22');
    expect(alarms(play)).toContain('etter event 2027-02-23T07:00');
  });

  it('is extended to a Saturday: our target is the Friday, the law gives the Monday', async () => {
    const play = await begun();

    play.play({ type: 'ExtendDeadline', target: target(play), dueOn: '2027-03-13', reason: 'Stor sak' });

    expect(play.task('behandle').deadline).toMatchObject({
      dueOn: '2027-03-12',
      legalOn: '2027-03-15',
      extensions: [{ days: 26, reason: 'Stor sak' }],
    });
    expect(alarms(play)).toContain('behandle breach 2027-03-12T23:00');
  });

  it('rings a second time for a second date only: a pause told too late says no breach again', async () => {
    const play = await begun();
    play.ring();
    play.ring();
    expect(play.task('behandle').breached).toBe(true);
    play.at = '2027-03-20T09:00:00.000Z';

    play.play({ ...waiting, target: target(play), from: '2026-12-01', to: '2026-12-08' });

    expect(alarms(play)).toEqual(['etter event 2027-02-23T07:00']);
  });

  it.each([
    ['deadline-not-pausable', { ...waiting, ground: 'local' }],
    ['deadline-reason-missing', { ...waiting, reason: ' ' }],
    ['deadline-date-impossible', { ...waiting, from: '2026-11-22' }],
    ['deadline-date-impossible', { ...waiting, from: '2026-12-02' }],
    ['deadline-date-impossible', { ...waiting, from: '2026-11-30', to: '2026-11-29' }],
    ['deadline-date-impossible', { ...waiting, from: 'i går' }],
    ['deadline-not-paused', { type: 'ResumeDeadline' }],
    ['deadline-date-impossible', { type: 'ExtendDeadline', dueOn: '2027-02-15', reason: 'Stor sak' }],
    ['deadline-reason-missing', { type: 'ExtendDeadline', dueOn: '2027-03-15', reason: '' }],
    ['stale-revision', { ...waiting, expectedRevision: 7 }],
  ] as const)('is left alone (%s) by %j', async (reason, command) => {
    const play = await begun();
    play.at = '2026-12-01T09:00:00.000Z';

    expect(refusal(play, { ...command, target: target(play) })).toBe(reason);
  });

  it('is not made longer while it stands, nor once the law gives no time, nor paused after that', async () => {
    const play = await begun();
    const longer = { type: 'ExtendDeadline', target: target(play), dueOn: '2027-04-01', reason: 'Stor sak' } as const;
    play.at = '2026-12-01T09:00:00.000Z';
    play.play({ ...waiting, target: target(play) });
    expect(refusal(play, longer)).toBe('deadline-paused');
    expect(refusal(play, { type: 'ResumeDeadline', target: target(play), on: '2026-11-30' })).toBe(
      'deadline-date-impossible',
    );

    play.play({ type: 'ResumeDeadline', target: target(play) });
    play.at = '2027-02-16T09:00:00.000Z';
    expect(refusal(play, longer)).toBe('deadline-over');
    expect(refusal(play, { ...waiting, target: target(play) })).toBe('deadline-over');
  });

  it('is not simply set where a rule of the register gives it', async () => {
    const play = await begun();
    const change = { dueAt: '2027-05-01T08:00:00.000Z' };

    expect(refusal(play, { type: 'ChangeUserTask', ...target(play), change })).toBe('due-date-by-deadline');
  });

  it('of a rule that allows neither is neither paused nor made longer', async () => {
    const play = await begun();
    play.complete('behandle');
    const of = target(play, 'svar');

    expect(refusal(play, { ...waiting, target: of })).toBe('deadline-not-pausable');
    expect(refusal(play, { type: 'ExtendDeadline', target: of, dueOn: '2027-03-15', reason: 'Stor sak' })).toBe(
      'deadline-not-extendable',
    );
  });
});

describe('domain register §3.3 the clock of an event', () => {
  it('that is a right is never paused, and rings later when it is extended', async () => {
    const play = await begun();
    play.complete('behandle');
    play.complete('svar');
    const [timer] = play.instance.timers.values();
    const timerId = timer?.id ?? idOf<'Timer'>('');

    expect(refusal(play, { ...waiting, target: { timerId } })).toBe('deadline-not-pausable');
    play.play({ type: 'ExtendDeadline', target: { timerId }, dueOn: '2026-12-25', reason: 'Parten er syk' });

    expect(alarms(play)).toEqual(['klagefrist event 2026-12-28T23:00']);
    play.ring();
    expect(play.instance.state).toBe('completed');
  });

  it('cannot be found when nothing waits, or what waits is a rung of a ladder', async () => {
    const play = await begun();
    const rung = [...play.instance.timers.values()].find(({ purpose }) => purpose === 'reminder');
    const ask = (timerId: string): string => refusal(play, { ...waiting, target: { timerId: idOf(timerId) } });

    expect([ask(rung?.id ?? ''), ask('sak-99')]).toEqual(['deadline-not-found', 'deadline-not-found']);
  });

  it('keeps the version of its rule when another becomes law, and stays as it is once the register has lost it', async () => {
    const register = [building, appeal, fixedAnswer];
    const play = await playXml(content, { deadlineRegister: register });
    play.start();
    register[0] = { ...building, validTo: '2026-12-01' };
    register.push({ ...building, validFrom: '2026-12-01', length: { period: 'P20W' } });
    play.at = '2026-12-15T09:00:00.000Z';

    play.play({ ...waiting, target: target(play), from: '2026-12-01', to: '2026-12-15' });
    expect(play.task('behandle').deadline).toMatchObject({ ruleFrom: '2020-01-01', dueOn: '2027-03-01' });

    register.shift();
    expect(refusal(play, { ...waiting, target: target(play) })).toBe('deadline-rule-missing');
  });
});
