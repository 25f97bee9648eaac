import { sendTask } from '../support/process-builder.js';
import { effectsOf, type EventResult } from '../../src/engine/index.js';
import type { CasePlayer } from '../support/case-player.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const message: EventResult = { kind: 'message', message: 'vedtak', correlationKey: 'sak', targets: [] };

const effects = (play: CasePlayer) =>
  play.journal.flatMap(effectsOf).filter(({ type }) => type === 'PublishMessage' || type === 'BroadcastSignal');

const payload = [{ source: 'belop + 1', target: 'sum' }];

describe('BPMN 2.0.2 §10.3.3 send task', () => {
  it('sends its message with what it maps, and goes on', () => {
    const play = playEvents(
      sketch([sendTask('send', { result: message, inputs: payload })], 'start > send > etter > slutt'),
      { sak: 7, belop: 1, hemmelig: true },
    );

    expect(effects(play)).toMatchObject([{ message: 'vedtak', correlationKey: '7', variables: { sum: 2 } }]);
    expect(play.standing).toEqual(['etter']);
  });

  it('sends one message for each item', () => {
    const play = playEvents(
      sketch(
        [
          sendTask('send', {
            result: { kind: 'message', message: 'm', correlationKey: 'sak', targets: [] },
            multiInstance: { sequential: false, collection: '["a", "b"]', elementVariable: 'sak' },
          }),
        ],
        'start > send > slutt',
      ),
    );

    expect(effects(play)).toMatchObject([{ correlationKey: 'a' }, { correlationKey: 'b' }]);
    expect(play.instance.state).toBe('completed');
  });

  it('may leave the sending to a worker', () => {
    const play = playEvents(
      sketch(
        [sendTask('send', { result: { kind: 'job', jobType: '="brev-" + slag', headers: {} } })],
        'start > send > slutt',
      ),
      { slag: 'a' },
    );
    expect([...play.instance.jobs.values()]).toMatchObject([{ type: 'brev-a' }]);

    play.completeJob('send');

    expect(play.instance.state).toBe('completed');
  });
});
