import {
  boundaryEvent,
  eventSubProcess,
  noneTask,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  userTask,
  type NodeSketch,
} from '../support/process-builder.js';
import { expectLaws, onCondition, playEvents, setVariables } from '../support/play-events.js';
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

describe('BPMN 2.0.2 §10.5.5 conditional event', () => {
  it('that holds from the beginning occurs at once', () => {
    const play = playEvents(sketch([handler('ved', onCondition)], 'start > arbeid > slutt'), { n: 20 });

    expect(play.standing).toEqual(['ved', 'ved-oppgave']);
  });

  it('occurs when it becomes true, not as long as it is true', () => {
    const play = playEvents(
      sketch(
        [userTask('arbeid'), boundaryEvent('kant', 'arbeid', { trigger: onCondition, interrupting: false })],
        'start > arbeid > slutt',
        'kant > etter > slutt2',
      ),
    );

    const seen = [20, 30, 5, 40].map((n) => {
      setVariables(play, { n });
      return play.standing.length;
    });

    expect(seen).toEqual([2, 2, 2, 3]);
  });

  it('is asked when anything writes a variable it sees: a job, a mapping, a message', () => {
    const play = playEvents(
      sketch(
        [parallelGateway('to'), serviceTask('hent'), boundaryEvent('kant', 'arbeid', { trigger: onCondition })],
        'start > to > arbeid > slutt',
        'to > hent > slutt2',
        'kant > etter > slutt3',
      ),
    );

    play.completeJob('hent', { n: 11 });

    expect(play.standing).toEqual(['etter']);
  });

  it('sees the variables of the scope it stands in', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'hver',
            sketch(
              [boundaryEvent('kant', 'arbeid', { trigger: { kind: 'conditional', condition: 'sak = 2' } })],
              'start-h > arbeid > slutt-h',
              'kant > etter > slutt-e',
            ),
            {
              multiInstance: { sequential: false, collection: '[1, 2, 3]', elementVariable: 'sak' },
            },
          ),
        ],
        'start > hver > slutt',
      ),
    );

    expect(play.standing).toEqual(['arbeid', 'arbeid', 'etter', 'hver']);
  });

  it('that has no value when its wait begins is an incident; later it only does not hold', () => {
    const condition = { kind: 'conditional', condition: 'belop + 1 > 10' } as const;
    const play = playEvents(
      sketch(
        [boundaryEvent('kant', 'arbeid', { trigger: condition })],
        'start > arbeid > slutt',
        'kant > etter > slutt2',
      ),
    );
    expect(play.incidents).toEqual(['EXPRESSION arbeid']);

    play.resolve({ belop: 1 });
    setVariables(play, { belop: 'mye' });
    expect(play.standing).toEqual(['arbeid']);
    setVariables(play, { belop: 10 });

    expect(play.standing).toEqual(['etter']);
  });

  it('that makes itself true again and again is stopped with an incident', () => {
    const turn = (id: string, from: number, to: number): NodeSketch =>
      eventSubProcess(
        id,
        sketch(
          [
            startEvent(`${id}-s`, { kind: 'conditional', condition: `n = ${from}` }, { interrupting: false }),
            noneTask(`${id}-sett`, { outputs: [{ source: `${to}`, target: 'n' }] }),
          ],
          `${id}-s > ${id}-sett > slutt-${id}`,
        ),
      );

    const play = playEvents(sketch([turn('opp', 0, 1), turn('ned', 1, 0)], 'start > arbeid > slutt'), { n: 0 });

    expect(play.incidents.some((incident) => incident.startsWith('LOOP_LIMIT'))).toBe(true);
  }, 180_000);

  it('of two that become true together, the second is asked again after the first', () => {
    const play = playEvents(
      sketch(
        [
          boundaryEvent('a', 'arbeid', { trigger: onCondition }),
          boundaryEvent('b', 'arbeid', { trigger: onCondition }),
        ],
        'start > arbeid > slutt',
        'a > fra-a > slutt2',
        'b > fra-b > slutt3',
      ),
    );

    setVariables(play, { n: 11 });

    expect(play.standing).toEqual(['fra-a']);
  });
});
