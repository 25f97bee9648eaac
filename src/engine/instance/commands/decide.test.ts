import { CasePlayer, kari } from '../../../../test/support/case-player.js';
import { buildProcess, endEvent, inOrder, startEvent, userTask } from '../../../../test/support/process-builder.js';
import { idOf } from '../../../shared/id.js';
import { evolve } from '../state/evolve.js';

const definition = buildProcess('enkel', {
  nodes: [startEvent('start'), userTask('vurder'), endEvent('slutt')],
  flows: inOrder('start', 'vurder', 'slutt'),
});
const begin = {
  type: 'StartProcessInstance',
  processInstanceId: idOf<'ProcessInstance'>('sak'),
  variables: {},
} as const;

describe('a command', () => {
  it('is refused for a case that does not exist', () => {
    const play = new CasePlayer(definition);

    expect(play.ask({ type: 'CancelProcessInstance', reason: 'trukket' })).toEqual({
      ok: false,
      rejection: { reason: 'process-instance-not-found' },
    });
  });

  it('cannot start a case twice', () => {
    const play = new CasePlayer(definition);
    play.start();

    expect(play.ask(begin)).toEqual({ ok: false, rejection: { reason: 'process-instance-exists' } });
  });

  it('is refused for a case that has ended', () => {
    const play = new CasePlayer(definition);
    play.start();
    play.play({ type: 'CancelProcessInstance', reason: 'trukket' });

    expect(play.ask({ type: 'CancelProcessInstance', reason: 'trukket' })).toEqual({
      ok: false,
      rejection: { reason: 'process-instance-ended', state: 'cancelled' },
    });
  });

  it('meets nothing when it names what is not there', () => {
    const play = new CasePlayer(definition);
    play.start();
    const reasons = [
      play.ask({ type: 'TriggerTimer', timerId: idOf('sak-99') }),
      play.ask({ type: 'CorrelateMessage', subscriptionId: idOf('sak-99'), variables: {} }),
      play.ask({ type: 'CompleteJob', jobId: idOf('sak-99'), variables: {} }),
      play.ask({ type: 'FailJob', jobId: idOf('sak-99'), message: '' }),
      play.ask({ type: 'CompleteCalledProcess', elementInstanceId: idOf('sak-99'), variables: {} }),
      play.ask({ type: 'FailCalledProcess', elementInstanceId: idOf('sak-99'), message: '' }),
      play.ask({ type: 'ResolveIncident', incidentId: idOf('sak-99') }),
    ].map((decision) => (decision.ok ? 'accepted' : decision.rejection.reason));

    expect(reasons).toEqual([
      'timer-not-active',
      'subscription-not-active',
      'job-not-active',
      'job-not-active',
      'call-not-active',
      'call-not-active',
      'incident-not-found',
    ]);
  });

  it('gives the same answer to the same question, and leaves the case as it was', () => {
    const play = new CasePlayer(definition);
    play.start();
    const before = play.instance;
    const command = { type: 'ClaimUserTask', userTaskId: play.task('vurder').id, actor: kari } as const;

    expect(play.ask(command)).toEqual(play.ask(command));
    expect(play.instance).toBe(before);
  });
});

describe('an event', () => {
  it('about a case that never began is a defect', () => {
    const stray = { type: 'TokenConsumed', tokenId: idOf<'Token'>('sak-1'), node: 'start', at: '' } as const;

    expect(() => evolve(undefined, stray)).toThrow(
      "Expected a started process instance, but 'TokenConsumed' came first",
    );
  });
});
