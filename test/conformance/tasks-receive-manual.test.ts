import { boundaryEvent, manualTask, receiveTask } from '../support/process-builder.js';
import { expectLaws, onSignal, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

describe('BPMN 2.0.2 §10.3.3 receive task', () => {
  it('waits for its message by name and key, and takes what it brings', () => {
    const play = playEvents(
      sketch(
        [receiveTask('motta', { trigger: { kind: 'message', message: '="svar-" + slag', correlationKey: 'sak' } })],
        'start > motta > etter > slutt',
      ),
      { slag: 'a', sak: 17 },
    );
    expect([...play.instance.subscriptions.values()]).toMatchObject([{ message: 'svar-a', correlationKey: '17' }]);

    play.correlate('motta', { belop: 4 });

    expect(play.variables).toMatchObject({ belop: 4 });
    expect(play.standing).toEqual(['etter']);
  });

  it('maps what the message brings, and may be interrupted', () => {
    const drawn = sketch(
      [
        receiveTask('motta', { outputs: [{ source: 'belop + 1', target: 'sum' }] }),
        boundaryEvent('kant', 'motta', { trigger: onSignal }),
      ],
      'start > motta > slutt',
      'kant > etter > slutt2',
    );
    const received = playEvents(drawn);
    const interrupted = playEvents(drawn);

    received.correlate('motta', { belop: 4 });
    interrupted.signal('alarm');

    expect(received.variables).toEqual({ sum: 5 });
    expect(interrupted.standing).toEqual(['etter']);
  });

  it('receives one message for each item', () => {
    const play = playEvents(
      sketch(
        [
          receiveTask('motta', {
            trigger: { kind: 'message', message: 'svar', correlationKey: 'sak' },
            multiInstance: { sequential: false, collection: '["a", "b"]', elementVariable: 'sak' },
          }),
        ],
        'start > motta > slutt',
      ),
    );

    play.correlate('motta');
    expect(play.instance.state).toBe('active');
    play.correlate('motta');

    expect(play.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §10.3.4 manual task', () => {
  it('passes, unless it is set to wait for somebody', () => {
    const play = playEvents(
      sketch([manualTask('les'), manualTask('sjekk', { waits: true })], 'start > les > sjekk > etter > slutt'),
    );
    expect(play.standing).toEqual(['sjekk']);

    play.trigger('sjekk', { sjekket: true });

    expect(play.standing).toEqual(['etter']);
    expect(play.variables).toEqual({ sjekket: true });
  });

  it('that waits may be let go on by its element instance', () => {
    const play = playEvents(
      sketch(
        [manualTask('sjekk', { waits: true }), boundaryEvent('kant', 'sjekk', { trigger: onSignal })],
        'start > sjekk > etter > slutt',
        'kant > slutt2',
      ),
    );
    const element = [...play.instance.elements.values()].find(({ node }) => node === 'sjekk');
    if (element === undefined) throw new Error('Expected a manual task');

    play.play({ type: 'TriggerElement', elementInstanceId: element.id, variables: {} });

    expect(play.standing).toEqual(['etter']);
  });

  it('what does not wait cannot be let go on', () => {
    const play = playEvents(sketch([], 'start > arbeid > slutt'));

    expect(play.ask({ type: 'TriggerElement', node: 'arbeid', variables: {} })).toEqual({
      ok: false,
      rejection: { reason: 'element-not-waiting', node: 'arbeid' },
    });
  });
});
