import { CasePlayer, kari, liv } from '../../../../test/support/case-player.js';
import { buildProcess, endEvent, inOrder, startEvent, userTask } from '../../../../test/support/process-builder.js';
import { idOf } from '../../../shared/id.js';

const started = (options: Parameters<typeof userTask>[1] = {}): CasePlayer => {
  const definition = buildProcess('enkel', {
    nodes: [startEvent('start'), userTask('vurder', options), endEvent('slutt')],
    flows: inOrder('start', 'vurder', 'slutt'),
  });
  const play = new CasePlayer(definition);
  play.start({ saksbehandler: 'liv' });
  return play;
};

describe('a user task', () => {
  it('can be claimed by a member of its group, and only then completed', () => {
    const play = started();
    const userTaskId = play.task('vurder').id;

    expect(play.ask({ type: 'CompleteUserTask', userTaskId, variables: {} })).toEqual({
      ok: false,
      rejection: { reason: 'actor-not-assigned', userTaskId },
    });

    play.play({ type: 'ClaimUserTask', userTaskId });
    expect(play.task('vurder')).toMatchObject({ state: 'assigned', assignee: 'kari', revision: 2 });

    play.play({ type: 'CompleteUserTask', userTaskId, variables: {} });
    expect(play.instance.state).toBe('completed');
  });

  it('cannot be claimed from outside its groups', () => {
    const play = started({ candidateGroups: ['hvk-leder'] });
    const userTaskId = play.task('vurder').id;

    expect(play.ask({ type: 'ClaimUserTask', userTaskId })).toEqual({
      ok: false,
      rejection: { reason: 'actor-not-candidate', userTaskId },
    });
  });

  it('cannot be claimed twice, not even by the same person', () => {
    const play = started();
    const userTaskId = play.task('vurder').id;
    play.play({ type: 'ClaimUserTask', userTaskId });
    const refusal = { ok: false, rejection: { reason: 'user-task-claimed', userTaskId, assignee: 'kari' } };

    expect(play.ask({ type: 'ClaimUserTask', userTaskId, actor: liv })).toEqual(refusal);
    expect(play.ask({ type: 'ClaimUserTask', userTaskId, actor: kari })).toEqual(refusal);
  });

  it('cannot be given back where it has no group to go back to: nobody could take it again', () => {
    const play = started({ assignee: 'saksbehandler', candidateGroups: [] });
    const userTaskId = play.task('vurder').id;

    expect(play.ask({ type: 'UnclaimUserTask', userTaskId, actor: liv })).toEqual({
      ok: false,
      rejection: { reason: 'actor-not-candidate', userTaskId },
    });
  });

  it.each([
    ['"Vurder " + saksbehandler', 'Vurder liv'],
    ['"Vurder " + ukjent', 'vurder'],
  ])('is called %s: %s, and what its node is called where that says nothing', (title, name) => {
    expect(started({ title }).task('vurder').name).toBe(name);
  });

  it('is refused when somebody else is assigned', () => {
    const play = started({ assignee: 'saksbehandler' });
    const userTaskId = play.task('vurder').id;

    expect(play.ask({ type: 'CompleteUserTask', userTaskId, variables: {}, actor: kari })).toEqual({
      ok: false,
      rejection: { reason: 'actor-not-assigned', userTaskId, assignee: 'liv' },
    });
  });

  it('is created assigned when the diagram names who gets it', () => {
    const play = started({ assignee: 'saksbehandler' });

    expect(play.task('vurder')).toMatchObject({ state: 'assigned', assignee: 'liv', revision: 1 });
  });

  it('says which form it is done with, and says none when the diagram gives none', () => {
    expect(started({ form: 'vurdering' }).task('vurder').form).toBe('vurdering');
    expect(started().task('vurder')).not.toHaveProperty('form');
  });

  it('is open to its groups while the diagram names nobody yet', () => {
    const play = started({ assignee: 'leder' });

    expect(play.task('vurder')).toMatchObject({ state: 'created' });
  });

  it('is stuck when the diagram names nobody and there is no group', () => {
    const play = started({ assignee: 'leder', candidateGroups: [] });
    expect(play.incidents).toEqual(['EXPRESSION vurder']);

    play.resolve({ leder: 'bente' });
    expect(play.task('vurder').assignee).toBe('bente');
  });

  it('goes back to its groups when it is given back, and only its assignee may do that', () => {
    const play = started();
    const userTaskId = play.task('vurder').id;
    play.play({ type: 'ClaimUserTask', userTaskId });

    expect(play.ask({ type: 'UnclaimUserTask', userTaskId, actor: liv }).ok).toBe(false);
    play.play({ type: 'UnclaimUserTask', userTaskId });

    expect(play.task('vurder')).toMatchObject({ state: 'created', revision: 3 });
    expect(play.task('vurder')).not.toHaveProperty('assignee');
  });

  it('refuses a caller who has seen revision 1 when it is at 2', () => {
    const play = started();
    const userTaskId = play.task('vurder').id;
    play.play({ type: 'ClaimUserTask', userTaskId, expectedRevision: 1 });
    const stale = { ok: false, rejection: { reason: 'stale-revision', userTaskId, expected: 1, actual: 2 } };
    const seen = { userTaskId, expectedRevision: 1 };

    expect(play.ask({ type: 'CompleteUserTask', variables: {}, ...seen })).toEqual(stale);
    expect(play.ask({ type: 'UnclaimUserTask', ...seen })).toEqual(stale);
    expect(play.ask({ type: 'ClaimUserTask', actor: liv, ...seen })).toEqual(stale);
  });

  it('is not found once it is done', () => {
    const play = started();
    const userTaskId = idOf<'UserTask'>('sak-99');
    const notFound = { ok: false, rejection: { reason: 'user-task-not-found', userTaskId } };

    expect(play.ask({ type: 'ClaimUserTask', userTaskId })).toEqual(notFound);
    expect(play.ask({ type: 'UnclaimUserTask', userTaskId })).toEqual(notFound);
    expect(play.ask({ type: 'CompleteUserTask', userTaskId, variables: {} })).toEqual(notFound);
  });
});
