import { CasePlayer } from '../../../../test/support/case-player.js';
import { buildProcess, endEvent, inOrder, startEvent, userTask } from '../../../../test/support/process-builder.js';

const definition = buildProcess('enkel', {
  nodes: [startEvent('start'), userTask('vurder'), endEvent('slutt')],
  flows: inOrder('start', 'vurder', 'slutt'),
});

describe('a straight process', () => {
  it('begins, waits at its user task and ends when the task is done', () => {
    const play = new CasePlayer(definition);

    play.start({ navn: 'Siv' });
    expect(play.standing).toEqual(['vurder']);

    play.complete('vurder', { svar: 'ja' });
    expect(play.instance.state).toBe('completed');
    expect(play.instance.finalVariables).toEqual({ navn: 'Siv', svar: 'ja' });
  });

  it('writes a journal of 18 facts that tell where the token was', () => {
    const play = new CasePlayer(definition);

    play.start();
    play.complete('vurder');

    expect(play.trace).toEqual([
      'ProcessInstanceStarted',
      'TokenCreated',
      'NodeEntered',
      'NodeCompleted',
      'TokenMoved',
      'NodeEntered',
      'ElementActivated',
      'UserTaskCreated',
      'UserTaskClaimed',
      'UserTaskCompleted',
      'ElementEnded',
      'NodeCompleted',
      'TokenMoved',
      'NodeEntered',
      'NodeCompleted',
      'TokenConsumed',
      'ElementEnded',
      'ProcessInstanceCompleted',
    ]);
  });
});
