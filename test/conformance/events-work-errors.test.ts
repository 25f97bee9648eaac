import { idOf } from '../../src/shared/id.js';
import type { EventTrigger } from '../../src/engine/index.js';
import { boundaryEvent, serviceTask, subProcess, userTask, type NodeSketch } from '../support/process-builder.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const error = (code?: string): EventTrigger => (code === undefined ? { kind: 'error' } : { kind: 'error', code });

const caughtBy = (id: string, host: string, trigger: EventTrigger): NodeSketch => boundaryEvent(id, host, { trigger });

describe('BPMN 2.0.2 §10.5.6 error thrown by work', () => {
  it('by a job on whose edge nothing catches it goes outward', () => {
    const play = playEvents(
      sketch(
        [
          subProcess('del', sketch([serviceTask('hent')], 'start-i > hent > slutt-i')),
          caughtBy('kant', 'del', error('F1')),
        ],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.throwError('hent', 'F1');

    expect(play.standing).toEqual(['etter']);
  });

  it('by a job that nothing catches is an incident; resolving it asks for the work again', () => {
    const play = playEvents(sketch([serviceTask('hent')], 'start > hent > slutt'));

    play.throwError('hent', 'F1', { message: 'ukjent' });
    expect(play.incidents).toEqual(['UNCAUGHT_ERROR hent']);
    expect(
      play.ask({ type: 'CompleteJob', jobId: [...play.instance.jobs.keys()][0] ?? idOf('x'), variables: {} }),
    ).toMatchObject({ ok: false });
    play.resolve();
    play.completeJob('hent');

    expect(play.instance.state).toBe('completed');
  });

  it('by the person who does a task', () => {
    const play = playEvents(
      sketch(
        [userTask('vurder'), caughtBy('kant', 'vurder', error('AVVIST'))],
        'start > vurder > slutt',
        'kant > etter > slutt2',
      ),
    );
    const { id: userTaskId } = play.task('vurder');

    expect(play.ask({ type: 'ThrowError', userTaskId, code: 'AVVIST' })).toEqual({
      ok: false,
      rejection: { reason: 'actor-not-assigned', userTaskId },
    });
    play.play({ type: 'ClaimUserTask', userTaskId });
    play.play({ type: 'ThrowError', userTaskId, code: 'AVVIST' });

    expect(play.standing).toEqual(['etter']);
    expect(play.instance.userTasks.size).toBe(1);
  });

  it('by a body of a multi-instance of jobs ends them all', () => {
    const play = playEvents(
      sketch(
        [
          serviceTask('hent', { multiInstance: { sequential: false, collection: '[1, 2]' } }),
          caughtBy('kant', 'hent', error()),
        ],
        'start > hent > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.throwError('hent', 'F');

    expect(play.standing).toEqual(['etter']);
    expect(play.instance.jobs.size).toBe(0);
  });

  it.each([
    ['a job that is not there', { jobId: idOf<'Job'>('sak-99') }, { reason: 'job-not-active', jobId: 'sak-99' }],
    [
      'a task that is not there',
      { userTaskId: idOf<'UserTask'>('sak-99') },
      { reason: 'user-task-not-found', userTaskId: 'sak-99' },
    ],
    ['nothing', {}, { reason: 'no-work-named' }],
  ])('is refused for %s', (_name, whose, rejection) => {
    const play = playEvents(sketch([], 'start > arbeid > slutt'));

    expect(play.ask({ type: 'ThrowError', ...whose, code: 'F' })).toEqual({ ok: false, rejection });
    expect(play.ask({ type: 'Escalate', ...whose, code: 'F' })).toEqual({ ok: false, rejection });
  });
});
