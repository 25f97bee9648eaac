import type { EventTrigger } from '../../src/engine/index.js';
import {
  boundaryEvent,
  endEvent,
  eventSubProcess,
  parallelGateway,
  startEvent,
  subProcess,
  type NodeSketch,
} from '../support/process-builder.js';
import { either, expectLaws, onMessage, onSignal, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const error = (code?: string): EventTrigger => (code === undefined ? { kind: 'error' } : { kind: 'error', code });

const escalation = (code?: string): EventTrigger =>
  code === undefined ? { kind: 'escalation' } : { kind: 'escalation', code };

const failing = (code = 'F1'): NodeSketch => endEvent('feil', { kind: 'error', code });

const within = (id: string, ...extra: readonly NodeSketch[]): NodeSketch =>
  subProcess(id, sketch([failing(), ...extra], 'start-i > klar > feil'));

const caughtBy = (id: string, host: string, trigger: EventTrigger): NodeSketch => boundaryEvent(id, host, { trigger });

const handler = (id: string, trigger: EventTrigger, interrupting?: boolean): NodeSketch =>
  eventSubProcess(
    id,
    sketch(
      [startEvent(`${id}-start`, trigger, interrupting === undefined ? {} : { interrupting })],
      `${id}-start > ${id}-oppgave > slutt-${id}`,
    ),
  );

describe('BPMN 2.0.2 §10.5.6 error', () => {
  it.each([
    ['its very code', error('F1')],
    ['every code', error()],
    ['a code that is computed', error('="F" + "1"')],
    ['its code among other triggers', either(onMessage, error('F1'))],
  ])('an error end event is caught on the edge of its sub-process by %s', (_name, trigger) => {
    const play = playEvents(
      sketch([within('del'), caughtBy('kant', 'del', trigger)], 'start > del > slutt', 'kant > etter > slutt2'),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['etter']);
    expect(play.happened.slice(0, 1)).toEqual(['threw error feil']);
  });

  it.each([
    ['another code', error('F2')],
    ['an escalation', escalation('F1')],
  ])('an error that only %s is caught for stays at its thrower', (_name, trigger) => {
    const play = playEvents(
      sketch([within('del'), caughtBy('kant', 'del', trigger)], 'start > del > slutt', 'kant > etter > slutt2'),
    );

    play.complete('klar');

    expect(play.incidents).toEqual(['UNCAUGHT_ERROR feil']);
    expect(play.standing).toEqual(['del', 'feil']);
    expect([...play.instance.incidents.values()][0]?.message).toBe(
      "Expected the error 'F1' thrown at 'feil' to be caught, but nothing around it catches it",
    );
  });

  it('an uncaught error is thrown again when its incident is resolved', () => {
    const play = playEvents(
      sketch(
        [
          subProcess('del', sketch([endEvent('feil', { kind: 'error', code: '=kode' })], 'start-i > feil')),
          caughtBy('kant', 'del', error('F2')),
        ],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
      { kode: 'F1' },
    );
    expect(play.incidents).toEqual(['UNCAUGHT_ERROR feil']);

    play.resolve();
    expect(play.incidents).toEqual(['UNCAUGHT_ERROR feil']);
    play.resolve({ kode: 'F2' });

    const thrown = play.journal.flatMap((event) => (event.type === 'EventThrown' ? [event.name] : []));
    expect(thrown).toEqual(['F1', 'F1', 'F2']);
    expect(play.incidents).toEqual([]);
    expect(play.standing).toEqual(['etter']);
  });

  it('the very code goes before every code on the same edge', () => {
    const play = playEvents(
      sketch(
        [within('del'), caughtBy('alle', 'del', error()), caughtBy('nettopp', 'del', error('F1'))],
        'start > del > slutt',
        'alle > a > slutt2',
        'nettopp > n > slutt3',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['n']);
  });

  it('the nearest catch goes before one further out, even when it catches every code', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'ytre',
            sketch(
              [within('indre'), caughtBy('nær', 'indre', error())],
              'start-y > indre > slutt-y',
              'nær > n > slutt-n',
            ),
          ),
          caughtBy('fjern', 'ytre', error('F1')),
        ],
        'start > ytre > slutt',
        'fjern > f > slutt2',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['n', 'ytre']);
  });

  it('goes out through scopes that do not catch it, and ends them all', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'ytre',
            sketch(
              [parallelGateway('to'), within('indre')],
              'start-y > to > indre > slutt-y',
              'to > ved-siden > slutt-v',
            ),
          ),
          caughtBy('kant', 'ytre', error('F1')),
        ],
        'start > ytre > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['etter']);
    expect(play.instance.userTasks.size).toBe(1);
  });

  it('an event sub-process of the scope goes before the edge', () => {
    const play = playEvents(
      sketch(
        [within('del', handler('ved', error())), caughtBy('kant', 'del', error('F1'))],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['del', 'ved', 'ved-oppgave']);
  });

  it('is caught by an event sub-process of the process itself', () => {
    const play = playEvents(sketch([failing(), handler('ved', error('F1'))], 'start > klar > feil'));

    play.complete('klar');
    play.complete('ved-oppgave');

    expect(play.instance.state).toBe('completed');
  });

  it('thrown in an event sub-process goes outward, past the other event sub-processes that it interrupted', () => {
    const again = eventSubProcess(
      'ved',
      sketch([startEvent('s', onSignal), endEvent('igjen', { kind: 'error', code: 'F1' })], 's > igjen'),
    );
    const play = playEvents(
      sketch(
        [within('del', again, handler('annen', error('F1'))), caughtBy('kant', 'del', error('F1'))],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.signal('alarm');

    expect(play.standing).toEqual(['etter']);
  });

  it('thrown in an event sub-process that does not interrupt is caught by another one of the scope', () => {
    const again = eventSubProcess(
      'ved',
      sketch(
        [startEvent('s', onSignal, { interrupting: false }), endEvent('igjen', { kind: 'error', code: 'F1' })],
        's > igjen',
      ),
    );
    const play = playEvents(sketch([within('del', again, handler('annen', error('F1')))], 'start > del > slutt'));

    play.signal('alarm');

    expect(play.standing).toEqual(['annen', 'annen-oppgave', 'del']);
  });

  it('without a code is caught only by what catches every code', () => {
    const nameless = subProcess('del', sketch([endEvent('feil', { kind: 'error' })], 'start-i > feil'));
    const play = playEvents(
      sketch(
        [nameless, caughtBy('nettopp', 'del', error('F1')), caughtBy('alle', 'del', error())],
        'start > del > slutt',
        'nettopp > n > slutt2',
        'alle > a > slutt3',
      ),
    );

    expect(play.standing).toEqual(['a']);
  });

  it('in one body of a multi-instance ends the whole activity', () => {
    const play = playEvents(
      sketch(
        [
          subProcess('hver', sketch([failing()], 'start-i > klar > feil'), {
            multiInstance: { sequential: false, collection: '[1, 2, 3]' },
          }),
          caughtBy('kant', 'hver', error()),
        ],
        'start > hver > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['etter']);
  });

  it('in one body is caught by the event sub-process of that body, and the others go on', () => {
    const play = playEvents(
      sketch(
        [
          subProcess('hver', sketch([failing(), handler('ved', error())], 'start-i > klar > feil'), {
            multiInstance: { sequential: false, collection: '[1, 2]' },
          }),
        ],
        'start > hver > slutt',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['hver', 'klar', 'ved', 'ved-oppgave']);
  });
});
