import { idOf } from '../../src/shared/id.js';
import type { EventTrigger } from '../../src/engine/index.js';
import {
  boundaryEvent,
  callActivity,
  eventSubProcess,
  startEvent,
  type NodeSketch,
} from '../support/process-builder.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const error = (code?: string): EventTrigger => (code === undefined ? { kind: 'error' } : { kind: 'error', code });

const escalation = (code?: string): EventTrigger =>
  code === undefined ? { kind: 'escalation' } : { kind: 'escalation', code };

const caughtBy = (id: string, host: string, trigger: EventTrigger): NodeSketch => boundaryEvent(id, host, { trigger });

const handler = (id: string, trigger: EventTrigger, interrupting?: boolean): NodeSketch =>
  eventSubProcess(
    id,
    sketch(
      [startEvent(`${id}-start`, trigger, interrupting === undefined ? {} : { interrupting })],
      `${id}-start > ${id}-oppgave > slutt-${id}`,
    ),
  );

describe('BPMN 2.0.2 §10.3.6 errors and escalations of a called process', () => {
  const calling = (...nodes: readonly NodeSketch[]) =>
    sketch([callActivity('kall', 'annet'), ...nodes], 'start > kall > slutt', 'kant > etter > slutt2');
  const call = (play: ReturnType<typeof playEvents>) => {
    const element = [...play.instance.elements.values()].find(({ node }) => node === 'kall');
    if (element?.calledInstanceId === undefined) throw new Error('Expected a call');
    return { elementInstanceId: element.id, calledInstanceId: element.calledInstanceId };
  };

  it('a called process is told what is caught around the call', () => {
    const play = playEvents(calling(caughtBy('kant', 'kall', error('F1')), handler('ved', escalation(), false)));

    expect(play.journal.find(({ type }) => type === 'CalledProcessRequested')).toMatchObject({
      catches: { errors: ['F1'], escalations: [null] },
    });
  });

  it('an error of the called process is caught on the edge of the call', () => {
    const play = playEvents(calling(caughtBy('kant', 'kall', { kind: 'error', code: 'F1', messageVariable: 'tekst' })));

    play.play({ type: 'ThrowErrorInCaller', ...call(play), code: 'F1', message: 'nei', variables: { a: 1 } });

    expect(play.standing).toEqual(['etter']);
    expect(play.variables).toEqual({ a: 1, tekst: 'nei' });
  });

  it('an error that is caught no more is an incident at the call, which calls again when it is resolved', () => {
    const play = playEvents(calling(caughtBy('kant', 'kall', error('F1'))));
    const before = call(play);

    play.play({ type: 'ThrowErrorInCaller', ...before, code: 'F2', variables: {} });
    expect(play.incidents).toEqual(['UNCAUGHT_ERROR kall']);
    play.resolve();

    expect(call(play).calledInstanceId).not.toBe(before.calledInstanceId);
    expect(play.standing).toEqual(['kall']);
  });

  it.each([
    [true, ['etter'], 1],
    [false, ['etter', 'kall'], 0],
  ])('an escalation of the called process, interrupting %s', (interrupting, standing, cancelled) => {
    const play = playEvents(calling(boundaryEvent('kant', 'kall', { trigger: escalation('E'), interrupting })));

    play.play({ type: 'EscalateInCaller', ...call(play), code: 'E', variables: {} });

    expect(play.standing).toEqual(standing);
    expect(play.journal.filter(({ type }) => type === 'CalledProcessCancelled')).toHaveLength(cancelled);
  });

  it('an answer from a process that is waited for no more is refused', () => {
    const play = playEvents(calling(caughtBy('kant', 'kall', error())));
    const { elementInstanceId } = call(play);
    const other = { elementInstanceId, calledInstanceId: idOf<'ProcessInstance'>('en-annen') };

    expect(play.ask({ type: 'ThrowErrorInCaller', ...other, variables: {} })).toMatchObject({ ok: false });
    expect(play.ask({ type: 'EscalateInCaller', ...other, variables: {} })).toMatchObject({ ok: false });
  });
});
