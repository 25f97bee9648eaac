import { effectsOf, type Actor } from '../../src/engine/index.js';
import { idOf } from '../../src/shared/id.js';
import { flows, userTask } from '../support/bpmn-xml.js';
import { kari, liv, type CasePlayer } from '../support/case-player.js';
import { playXml } from '../support/play-xml.js';

const system: Actor = { id: idOf('system'), groups: [] };
const stranger: Actor = { id: idOf('per'), groups: ['annen-enhet'] };
const assigned = (id: string): string => `<userTask id="${id}" name="${id}" boligflyt:assignee="=&quot;kari&quot;"/>`;

const oneTask = async (task = userTask('vurder')): Promise<CasePlayer> => {
  const play = await playXml(`<startEvent id="start"/>${task}<endEvent id="slutt"/>${flows('start > vurder > slutt')}`);
  play.start();
  return play;
};
const taskOf = (play: CasePlayer) => play.task('vurder');
const ask = (play: CasePlayer, command: Parameters<CasePlayer['ask']>[0]): string => {
  const decision = play.ask(command);
  return decision.ok ? 'accepted' : decision.rejection.reason;
};

describe('BPMN 2.0.2 §10.3.4 the life of a user task', () => {
  it('is created, claimed, begun, laid aside, begun again and completed: created → assigned → in progress → completed', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);
    const states = [taskOf(play).state];
    const say = (type: 'ClaimUserTask' | 'StartUserTask' | 'StopUserTask'): void => {
      play.play({ type, userTaskId });
      states.push(taskOf(play).state);
    };

    say('ClaimUserTask');
    say('StartUserTask');
    say('StopUserTask');
    say('StartUserTask');
    play.play({ type: 'CompleteUserTask', userTaskId, variables: {} });

    expect(states).toEqual(['created', 'assigned', 'inProgress', 'assigned', 'inProgress']);
    expect(play.instance.state).toBe('completed');
  });

  it('cannot be begun before somebody has it, nor begun twice', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);

    expect(ask(play, { type: 'StartUserTask', userTaskId })).toBe('actor-not-assigned');
    expect(ask(play, { type: 'StartUserTask', userTaskId, actor: system })).toBe('user-task-not-in-state');

    play.play({ type: 'ClaimUserTask', userTaskId });
    play.play({ type: 'StartUserTask', userTaskId });
    expect(ask(play, { type: 'StartUserTask', userTaskId })).toBe('user-task-not-in-state');
  });

  it('is unclaimed in the middle of the work, and open to its group again', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);
    play.play({ type: 'ClaimUserTask', userTaskId });
    play.play({ type: 'StartUserTask', userTaskId });

    play.play({ type: 'UnclaimUserTask', userTaskId });

    expect(taskOf(play)).toMatchObject({ state: 'created', revision: 4 });
    expect(taskOf(play).assignee).toBeUndefined();
  });

  it('is assigned by a member of its group to a colleague, who hears of it', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);

    const effects = play.play({ type: 'AssignUserTask', userTaskId, assignee: liv.id }).flatMap(effectsOf);

    expect(taskOf(play)).toMatchObject({ state: 'assigned', assignee: 'liv' });
    expect(effects).toEqual([expect.objectContaining({ type: 'Notify', kind: 'task-assigned', to: { actor: 'liv' } })]);
  });

  it('is not assigned by somebody whom it does not concern', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);

    expect(ask(play, { type: 'AssignUserTask', userTaskId, assignee: liv.id, actor: stranger })).toBe(
      'actor-not-candidate',
    );
  });

  it('is delegated: the owner stays, the delegate cannot complete it, resolving gives it back', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);
    play.play({ type: 'ClaimUserTask', userTaskId });

    play.play({ type: 'DelegateUserTask', userTaskId, to: liv.id });
    expect(taskOf(play)).toMatchObject({ assignee: 'liv', owner: 'kari', delegated: true });
    expect(ask(play, { type: 'CompleteUserTask', userTaskId, variables: {}, actor: liv })).toBe(
      'user-task-not-in-state',
    );
    expect(ask(play, { type: 'CompleteUserTask', userTaskId, variables: {} })).toBe('actor-not-assigned');

    play.play({ type: 'ResolveUserTask', userTaskId, variables: { råd: 'ja' }, actor: liv });
    expect(taskOf(play)).toMatchObject({ assignee: 'kari', owner: 'kari', state: 'assigned' });
    expect(taskOf(play).delegated).toBeUndefined();
    expect(play.variables).toEqual({ råd: 'ja' });

    play.play({ type: 'CompleteUserTask', userTaskId, variables: {} });
    expect(play.instance.state).toBe('completed');
  });

  it('is delegated on: the first owner still answers for it', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);
    play.play({ type: 'ClaimUserTask', userTaskId });
    play.play({ type: 'DelegateUserTask', userTaskId, to: liv.id });

    play.play({ type: 'DelegateUserTask', userTaskId, to: idOf('ola'), actor: liv });

    expect(taskOf(play)).toMatchObject({ assignee: 'ola', owner: 'kari', delegated: true });
  });

  it('cannot be resolved when nobody delegated it', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);
    play.play({ type: 'ClaimUserTask', userTaskId });

    expect(ask(play, { type: 'ResolveUserTask', userTaskId })).toBe('user-task-not-in-state');
  });

  it('is rejected with a reason, and goes back to its candidate groups', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);
    play.play({ type: 'ClaimUserTask', userTaskId });

    play.play({ type: 'RejectUserTask', userTaskId, reason: 'Jeg er inhabil' });
    expect(taskOf(play)).toMatchObject({ state: 'created', rejection: { by: 'kari', reason: 'Jeg er inhabil' } });
    expect(taskOf(play).assignee).toBeUndefined();

    play.play({ type: 'ClaimUserTask', userTaskId, actor: liv });
    expect(taskOf(play).rejection).toBeUndefined();
  });

  it('cannot be rejected or unclaimed where nobody else could take it', async () => {
    const play = await oneTask(assigned('vurder'));
    const { id: userTaskId } = taskOf(play);

    expect(ask(play, { type: 'RejectUserTask', userTaskId, reason: 'nei' })).toBe('actor-not-candidate');
    expect(ask(play, { type: 'UnclaimUserTask', userTaskId })).toBe('actor-not-candidate');
  });

  it('is completed by an operator though nobody has taken it, and though it is delegated', async () => {
    const unclaimed = await oneTask();
    unclaimed.play({ type: 'CompleteUserTask', userTaskId: taskOf(unclaimed).id, variables: {}, actor: system });
    expect(unclaimed.instance.state).toBe('completed');

    const delegated = await oneTask();
    const { id: userTaskId } = taskOf(delegated);
    delegated.play({ type: 'ClaimUserTask', userTaskId });
    delegated.play({ type: 'DelegateUserTask', userTaskId, to: liv.id });
    delegated.play({ type: 'CompleteUserTask', userTaskId, variables: {}, actor: system });
    expect(delegated.instance.state).toBe('completed');
  });

  it('gets another priority and other dates, and loses them again by null', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);
    const change = { priority: 80, dueAt: '2027-01-01T00:00:00.000Z', followUpAt: '2026-12-24T00:00:00.000Z' };

    play.play({ type: 'ChangeUserTask', userTaskId, change });
    expect(taskOf(play)).toMatchObject(change);

    play.play({ type: 'ChangeUserTask', userTaskId, change: { dueAt: null } });
    expect(taskOf(play)).toMatchObject({ priority: 80, followUpAt: change.followUpAt });
    expect(taskOf(play).dueAt).toBeUndefined();
  });

  it('refuses whoever has seen another revision of it, for every step', async () => {
    const play = await oneTask();
    const { id: userTaskId } = taskOf(play);
    play.play({ type: 'ClaimUserTask', userTaskId });
    const seen = { userTaskId, expectedRevision: 1 };

    const answers = [
      ask(play, { type: 'StartUserTask', ...seen }),
      ask(play, { type: 'AssignUserTask', assignee: liv.id, ...seen }),
      ask(play, { type: 'DelegateUserTask', to: liv.id, ...seen }),
      ask(play, { type: 'RejectUserTask', reason: 'nei', ...seen }),
      ask(play, { type: 'ChangeUserTask', change: {}, ...seen }),
    ];

    expect(new Set(answers)).toEqual(new Set(['stale-revision']));
  });

  it('is unknown once it is done', async () => {
    const play = await playXml(
      `<startEvent id="start"/>${userTask('vurder')}${userTask('fatt')}${flows('start > vurder > fatt')}`,
    );
    play.start();
    const { id: userTaskId } = taskOf(play);
    play.complete('vurder');

    const answers = (['StartUserTask', 'StopUserTask', 'ResolveUserTask', 'ClaimUserTask'] as const).map((type) =>
      ask(play, { type, userTaskId, actor: kari }),
    );

    expect(new Set(answers)).toEqual(new Set(['user-task-not-found']));
  });
});
