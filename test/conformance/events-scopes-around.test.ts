import {
  boundaryEvent,
  endEvent,
  eventSubProcess,
  serviceTask,
  startEvent,
  subProcess,
  throwEvent,
  type NodeSketch,
} from '../support/process-builder.js';
import { expectLaws, onMessage, onSignal, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const onError = { kind: 'error' } as const;

const handler = (
  id: string,
  trigger: Parameters<typeof startEvent>[1],
  options: Parameters<typeof startEvent>[2] = {},
): NodeSketch =>
  eventSubProcess(
    id,
    sketch([startEvent(`${id}-start`, trigger, options)], `${id}-start > ${id}-oppgave > slutt-${id}`),
  );

describe('BPMN 2.0.2 §13.5.4 what goes into and out of an event sub-process', () => {
  it('sees the variables of its scope, and maps into a scope of its own', () => {
    const ved = eventSubProcess('ved', sketch([startEvent('s', onMessage)], 's > inne > slutt-v'), {
      inputs: [{ source: 'frist + 1', target: 'nyFrist' }],
      outputs: [{ source: 'nyFrist * 10', target: 'frist' }],
    });
    const play = playEvents(sketch([ved], 'start > arbeid > slutt'), { frist: 1 });

    play.correlate('s');
    play.complete('inne');

    expect(play.variables).toEqual({ frist: 20 });
  });

  it('whose own mapping fails is stuck itself, and begins when that is put right', () => {
    const ved = eventSubProcess('ved', sketch([startEvent('s', onMessage)], 's > inne > slutt-v'), {
      inputs: [{ source: 'frist + 1', target: 'nyFrist' }],
    });
    const play = playEvents(sketch([ved], 'start > arbeid > slutt'));

    play.correlate('s', { av: 'kari' });
    expect(play.incidents).toEqual(['EXPRESSION ved']);
    play.resolve({ frist: 1 });

    expect(play.standing).toEqual(['inne', 'ved']);
    expect(play.variables).toEqual({ av: 'kari', frist: 1 });
  });

  it('an error of a nested sub-process is caught by the event sub-process of the process', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'ytre',
            sketch(
              [subProcess('indre', sketch([endEvent('feil', { kind: 'error', code: 'F' })], 'start-i > feil'))],
              'start-y > indre > slutt-y',
            ),
          ),
          handler('ved', onError),
        ],
        'start > ytre > slutt',
      ),
    );

    expect(play.standing).toEqual(['ved', 'ved-oppgave']);
  });

  it('an error inside it goes outward, never to itself', () => {
    const again = eventSubProcess(
      'ved',
      sketch([startEvent('feilet', onError), endEvent('igjen', { kind: 'error', code: 'F2' })], 'feilet > igjen'),
    );
    const play = playEvents(
      sketch(
        [
          subProcess('del', sketch([serviceTask('hent'), again], 'start-d > hent > slutt-d')),
          boundaryEvent('kant', 'del', { trigger: { kind: 'error', code: 'F2', codeVariable: 'kode' } }),
        ],
        'start > del > slutt',
        'kant > slutt2',
      ),
    );

    play.throwError('hent', 'F1');

    expect(play.happened).toEqual([
      'threw error hent',
      'caught error feilet',
      'threw error igjen',
      'caught error kant',
    ]);
    expect(play.variables).toEqual({ kode: 'F2' });
  });

  it('a timer that does not interrupt rings once, a cycle again and again', () => {
    const play = playEvents(
      sketch(
        [
          handler(
            'ved',
            { kind: 'timer', schedule: { kind: 'cycle', expression: '"R3/P1D"' } },
            { interrupting: false },
          ),
        ],
        'start > arbeid > slutt',
      ),
    );

    play.ring();
    play.ring();
    play.ring();

    expect(play.standing).toEqual(['arbeid', 'ved', 'ved', 'ved', 'ved-oppgave', 'ved-oppgave', 'ved-oppgave']);
    expect(play.instance.timers.size).toBe(0);
  });

  it('a timer without a value is an incident of the process, which begins when that is put right', () => {
    const late = handler('ved', { kind: 'timer', schedule: { kind: 'duration', expression: 'frist' } });
    const play = playEvents(sketch([late], 'start > arbeid > slutt'));
    expect(play.incidents).toEqual(['EXPRESSION prosess']);
    expect(play.standing).toEqual(['start']);

    play.resolve({ frist: 'P1D' });

    expect(play.standing).toEqual(['arbeid']);
    play.ring();
    expect(play.standing).toEqual(['ved', 'ved-oppgave']);
  });

  it('is heard in every scope that waits for it, from the outside in', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'del',
            sketch([handler('indre', onSignal, { interrupting: false })], 'start-d > arbeid > slutt-d'),
          ),
          handler('ytre', onSignal, { interrupting: false }),
        ],
        'start > del > slutt',
      ),
    );

    play.signal('alarm');

    expect(play.standing).toEqual(['arbeid', 'del', 'indre', 'indre-oppgave', 'ytre', 'ytre-oppgave']);
  });

  it('an escalation out of it reaches the edge of its sub-process', () => {
    const ved = eventSubProcess(
      'ved',
      sketch(
        [startEvent('s', onSignal, { interrupting: false }), throwEvent('loft', { kind: 'escalation', code: 'E' })],
        's > loft > slutt-v',
      ),
    );
    const play = playEvents(
      sketch(
        [
          subProcess('del', sketch([ved], 'start-d > arbeid > slutt-d')),
          boundaryEvent('kant', 'del', { trigger: { kind: 'escalation', code: 'E' }, interrupting: false }),
        ],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.signal('alarm');

    expect(play.standing).toEqual(['arbeid', 'del', 'etter']);
  });
});
