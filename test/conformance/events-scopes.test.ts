import {
  boundaryEvent,
  eventSubProcess,
  serviceTask,
  startEvent,
  subProcess,
  type NodeSketch,
} from '../support/process-builder.js';
import { afterDays, expectLaws, onMessage, onSignal, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const handler = (
  id: string,
  trigger: Parameters<typeof startEvent>[1],
  options: Parameters<typeof startEvent>[2] = {},
): NodeSketch =>
  eventSubProcess(
    id,
    sketch([startEvent(`${id}-start`, trigger, options)], `${id}-start > ${id}-oppgave > slutt-${id}`),
  );

describe('BPMN 2.0.2 §13.5.4 event sub-process', () => {
  it('is entered once, then its start event, then what stands inside', () => {
    const play = playEvents(sketch([handler('ved', onMessage)], 'start > arbeid > slutt'));

    play.correlate('ved-start', { grunn: 'flyttet' });
    play.complete('ved-oppgave');

    expect(play.entered).toEqual(['start', 'arbeid', 'ved', 'ved-start', 'ved-oppgave', 'slutt-ved']);
    expect(play.variables).toEqual({ grunn: 'flyttet' });
    expect(play.instance.state).toBe('completed');
  });

  it('that never happens costs nothing: its scope ends as if it were not there', () => {
    const play = playEvents(
      sketch([handler('ved', onMessage), handler('annen', afterDays(3))], 'start > arbeid > slutt'),
    );
    expect(play.instance.subscriptions.size + play.instance.timers.size).toBe(2);

    play.complete('arbeid');

    expect(play.instance.state).toBe('completed');
    expect(play.instance.subscriptions.size + play.instance.timers.size).toBe(0);
  });

  it('when one has interrupted the scope, no other one of it starts', () => {
    const play = playEvents(
      sketch(
        [handler('ved', onMessage), handler('annen', onSignal, { interrupting: false })],
        'start > arbeid > slutt',
      ),
    );

    play.correlate('ved-start');

    expect(play.ask({ type: 'ReceiveSignal', signal: 'alarm', variables: {} })).toMatchObject({ ok: false });
    expect(play.standing).toEqual(['ved', 'ved-oppgave']);
  });

  it('an interrupting one ends those that run beside the scope without interrupting it', () => {
    const play = playEvents(
      sketch(
        [handler('ved', onMessage), handler('annen', onSignal, { interrupting: false })],
        'start > arbeid > slutt',
      ),
    );

    play.signal('alarm');
    play.signal('alarm');
    play.correlate('ved-start');

    expect(play.standing).toEqual(['ved', 'ved-oppgave']);
  });

  it('stands inside another event sub-process, armed only while that runs', () => {
    const nested = eventSubProcess(
      'ytre',
      sketch([startEvent('y', onSignal), handler('indre', onMessage)], 'y > ytre-oppgave > slutt-y'),
    );
    const play = playEvents(sketch([nested], 'start > arbeid > slutt'));
    expect([...play.instance.subscriptions.values()].map(({ node }) => node)).toEqual(['y']);

    play.signal('alarm');
    expect([...play.instance.subscriptions.values()].map(({ node }) => node)).toEqual(['indre-start']);
    play.correlate('indre-start');
    expect(play.standing).toEqual(['indre', 'indre-oppgave', 'ytre']);
    play.complete('indre-oppgave');

    expect(play.instance.state).toBe('completed');
  });

  it('in each body of a multi-instance waits for itself', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'hver',
            sketch(
              [handler('ved', { kind: 'message', message: 'svar', correlationKey: 'sak' })],
              'start-h > arbeid > slutt-h',
            ),
            {
              multiInstance: { sequential: false, collection: '["a", "b"]', elementVariable: 'sak' },
            },
          ),
        ],
        'start > hver > slutt',
      ),
    );
    const keys = [...play.instance.subscriptions.values()].map((one) => one.kind === 'message' && one.correlationKey);
    expect(keys).toEqual(['a', 'b']);

    play.correlate('ved-start');

    expect(play.standing).toEqual(['arbeid', 'hver', 'ved', 'ved-oppgave']);
  });

  it('interrupts a sub-process, which then leaves by its own way out', () => {
    const play = playEvents(
      sketch(
        [subProcess('del', sketch([handler('ved', onMessage)], 'start-d > arbeid > slutt-d'))],
        'start > del > etter > slutt',
      ),
    );

    play.correlate('ved-start');
    play.complete('ved-oppgave');

    expect(play.standing).toEqual(['etter']);
  });

  it('may be ended by what sits on the edge of its sub-process', () => {
    const play = playEvents(
      sketch(
        [
          subProcess('del', sketch([handler('ved', onMessage)], 'start-d > arbeid > slutt-d')),
          boundaryEvent('kant', 'del', { trigger: onSignal }),
        ],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.correlate('ved-start');
    play.signal('alarm');

    expect(play.standing).toEqual(['etter']);
  });

  it('starts while an incident stands in its scope, and takes it away when it interrupts', () => {
    const play = playEvents(
      sketch(
        [serviceTask('hent', { inputs: [{ source: 'a + 1', target: 'b' }] }), handler('ved', onMessage)],
        'start > hent > slutt',
      ),
    );
    expect(play.incidents).toEqual(['EXPRESSION hent']);

    play.correlate('ved-start');

    expect(play.incidents).toEqual([]);
    expect(play.standing).toEqual(['ved', 'ved-oppgave']);
  });

  it('starts beside an incident that stays when it does not interrupt', () => {
    const play = playEvents(
      sketch(
        [
          serviceTask('hent', { inputs: [{ source: 'a + 1', target: 'b' }] }),
          handler('ved', onMessage, { interrupting: false }),
        ],
        'start > hent > slutt',
      ),
    );

    play.correlate('ved-start');

    expect(play.incidents).toEqual(['EXPRESSION hent']);
    expect(play.standing).toEqual(['hent', 'ved', 'ved-oppgave']);
  });

  it('starts in a scope that is stuck at its very end, which ends again after it', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'del',
            sketch([handler('ved', onMessage, { interrupting: false })], 'start-d > arbeid > slutt-d'),
            {
              outputs: [{ source: 'belop + 1', target: 'sum' }],
            },
          ),
        ],
        'start > del > etter > slutt',
      ),
    );
    play.complete('arbeid');
    expect(play.incidents).toEqual(['EXPRESSION del']);

    play.correlate('ved-start', { belop: 1 });
    expect(play.incidents).toEqual([]);
    expect(play.standing).toEqual(['del', 'ved', 'ved-oppgave']);
    play.complete('ved-oppgave');

    expect(play.standing).toEqual(['etter']);
    expect(play.variables).toMatchObject({ sum: 2 });
  });
});
