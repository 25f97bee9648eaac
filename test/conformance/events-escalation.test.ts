import type { EventTrigger } from '../../src/engine/index.js';
import {
  boundaryEvent,
  endEvent,
  eventSubProcess,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  throwEvent,
  userTask,
  type NodeSketch,
} from '../support/process-builder.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const escalation = (code?: string): EventTrigger =>
  code === undefined ? { kind: 'escalation' } : { kind: 'escalation', code };

const handler = (id: string, trigger: EventTrigger, interrupting?: boolean): NodeSketch =>
  eventSubProcess(
    id,
    sketch(
      [startEvent(`${id}-start`, trigger, interrupting === undefined ? {} : { interrupting })],
      `${id}-start > ${id}-oppgave > slutt-${id}`,
    ),
  );

describe('BPMN 2.0.2 §10.5.6 escalation', () => {
  const raising = (id = 'del'): NodeSketch =>
    subProcess(
      id,
      sketch([throwEvent('loft', { kind: 'escalation', code: 'E1' })], 'start-i > klar > loft > videre > slutt-i'),
    );

  it('that nobody catches changes nothing', () => {
    const play = playEvents(sketch([raising()], 'start > del > slutt'));

    play.complete('klar');

    expect(play.standing).toEqual(['del', 'videre']);
    expect(play.happened).toEqual(['threw escalation loft']);
  });

  it('on an edge that does not interrupt: the thrower goes on', () => {
    const play = playEvents(
      sketch(
        [raising(), boundaryEvent('kant', 'del', { trigger: escalation('E1'), interrupting: false })],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['del', 'etter', 'videre']);
  });

  it('on an edge that interrupts: the thrower ends with its scope', () => {
    const play = playEvents(
      sketch(
        [raising(), boundaryEvent('kant', 'del', { trigger: escalation(), interrupting: true })],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['etter']);
    expect(play.entered).not.toContain('videre');
  });

  it('is caught once: the nearest catch keeps it', () => {
    const play = playEvents(
      sketch(
        [
          subProcess(
            'ytre',
            sketch(
              [raising('indre'), boundaryEvent('nær', 'indre', { trigger: escalation(), interrupting: false })],
              'start-y > indre > slutt-y',
              'nær > n > slutt-n',
            ),
          ),
          boundaryEvent('fjern', 'ytre', { trigger: escalation(), interrupting: false }),
        ],
        'start > ytre > slutt',
        'fjern > f > slutt2',
      ),
    );

    play.complete('klar');

    expect(play.standing).toEqual(['indre', 'n', 'videre', 'ytre']);
  });

  it('starts an event sub-process that does not interrupt, as often as it is thrown', () => {
    const play = playEvents(
      sketch(
        [
          parallelGateway('to'),
          throwEvent('loft-1', { kind: 'escalation', code: 'E1' }),
          throwEvent('loft-2', { kind: 'escalation', code: 'E1' }),
          handler('ved', { kind: 'escalation', code: 'E1', codeVariable: 'kode' }, false),
        ],
        'start > to > loft-1 > a > slutt',
        'to > loft-2 > b > slutt2',
      ),
    );

    expect(play.standing).toEqual(['a', 'b', 'ved', 'ved', 'ved-oppgave', 'ved-oppgave']);
    expect(play.variables).toEqual({ kode: 'E1' });
  });

  it('thrown in the event sub-process that caught it goes outward instead of round and round', () => {
    const play = playEvents(
      sketch(
        [
          throwEvent('loft', { kind: 'escalation', code: 'E1' }),
          eventSubProcess(
            'ved',
            sketch(
              [
                startEvent('s', escalation('E1'), { interrupting: false }),
                throwEvent('igjen', { kind: 'escalation', code: 'E1' }),
              ],
              's > igjen > inne > slutt-i',
            ),
          ),
        ],
        'start > loft > etter > slutt',
      ),
    );

    expect(play.standing).toEqual(['etter', 'inne', 'ved']);
    expect(play.entered.filter((node) => node === 'igjen')).toHaveLength(1);
  });

  it('an end event escalates and ends its token', () => {
    const play = playEvents(
      sketch(
        [
          subProcess('del', sketch([endEvent('loft', { kind: 'escalation', code: 'E1' })], 'start-i > loft')),
          boundaryEvent('kant', 'del', { trigger: escalation('E1'), interrupting: false }),
        ],
        'start > del > slutt',
        'kant > etter > slutt2',
      ),
    );

    expect(play.standing).toEqual(['etter']);
  });

  it('by a job: the job goes on', () => {
    const play = playEvents(
      sketch(
        [serviceTask('hent'), boundaryEvent('kant', 'hent', { trigger: escalation('SEN'), interrupting: false })],
        'start > hent > slutt',
        'kant > etter > slutt2',
      ),
    );

    play.escalate('hent', 'SEN', { dager: 3 });
    play.escalate('hent', 'SEN', { dager: 4 });

    expect(play.standing).toEqual(['etter', 'etter', 'hent']);
    expect(play.variables).toEqual({ dager: 4 });
    expect(play.instance.jobs.size).toBe(1);
  });

  it('by a person: an interrupting catch takes the task away', () => {
    const play = playEvents(
      sketch(
        [userTask('vurder'), boundaryEvent('kant', 'vurder', { trigger: escalation(), interrupting: true })],
        'start > vurder > slutt',
        'kant > etter > slutt2',
      ),
    );
    const { id: userTaskId } = play.task('vurder');

    play.play({ type: 'ClaimUserTask', userTaskId });
    play.play({ type: 'Escalate', userTaskId, code: 'VANSKELIG' });

    expect(play.standing).toEqual(['etter']);
  });
});
