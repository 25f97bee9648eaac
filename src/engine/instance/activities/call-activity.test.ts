import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  boundaryEvent,
  buildProcess,
  callActivity,
  endEvent,
  flow,
  inOrder,
  startEvent,
  userTask,
} from '../../../../test/support/process-builder.js';
import { effectsOf } from '../facts/effects-of.js';
import { idOf } from '../../../shared/id.js';

const calling = (options: Parameters<typeof callActivity>[2] = {}): CasePlayer =>
  new CasePlayer(
    buildProcess('bolig', {
      nodes: [
        startEvent('start'),
        callActivity('medvirk', 'medvirkningspunkt', options),
        boundaryEvent('stopp', 'medvirk', { trigger: { kind: 'message', message: 'stopp' } }),
        endEvent('slutt'),
      ],
      flows: [...inOrder('start', 'medvirk', 'slutt'), flow('stopp', 'slutt')],
    }),
  );

const elementOf = (play: CasePlayer) => {
  const element = [...play.instance.elements.values()].find((one) => one.node === 'medvirk');
  if (element === undefined) throw new Error('Expected a call activity');
  return element;
};

describe('a call activity', () => {
  it('asks for the process it calls, with its inputs, and says who calls', () => {
    const play = calling({ inputs: [{ source: '"MP-B4"', target: 'punkt' }] });

    const effects = play.start({ tomt: 'Lade' }).flatMap(effectsOf);

    expect(effects).toEqual([
      {
        type: 'StartCalledProcess',
        key: `call-${elementOf(play).calledInstanceId}`,
        calledInstanceId: elementOf(play).calledInstanceId,
        calledProcess: 'medvirkningspunkt',
        caller: { processInstanceId: 'sak', elementInstanceId: elementOf(play).id },
        variables: { punkt: 'MP-B4' },
      },
    ]);
  });

  it('tells the called process everything in sight when it maps nothing', () => {
    const play = calling();

    const [effect] = play.start({ tomt: 'Lade' }).flatMap(effectsOf);

    expect(effect).toMatchObject({ variables: { tomt: 'Lade' } });
  });

  it('goes on with what the called process gives, and only once', () => {
    const play = calling({ outputs: [{ source: 'svar', target: 'medvirkning' }] });
    play.start();
    const command = {
      type: 'CompleteCalledProcess',
      elementInstanceId: elementOf(play).id,
      variables: { svar: 'ja' },
    } as const;

    play.play(command);

    expect(play.instance.finalVariables).toEqual({ medvirkning: 'ja' });
    expect(play.ask(command).ok).toBe(false);
  });

  it('cancels the called process when it is interrupted', () => {
    const play = calling();
    play.start();
    const { calledInstanceId } = elementOf(play);

    const effects = play.correlate('stopp').flatMap(effectsOf);

    expect(effects).toEqual([
      { type: 'CancelCalledProcess', key: `cancel-call-${calledInstanceId}`, calledInstanceId },
    ]);
  });

  it('is an incident when the process is not deployed, and asks under a new id when that is resolved', () => {
    const play = calling();
    play.start();
    const { id: elementInstanceId, calledInstanceId: first } = elementOf(play);

    play.play({ type: 'FailCalledProcess', elementInstanceId, message: 'Expected medvirkningspunkt to be deployed' });
    expect(play.incidents).toEqual(['UNKNOWN_PROCESS medvirk']);
    expect(play.ask({ type: 'CompleteCalledProcess', elementInstanceId, variables: {} }).ok).toBe(false);

    const effects = play.resolve().flatMap(effectsOf);
    expect(effects).toMatchObject([{ type: 'StartCalledProcess' }]);
    expect(elementOf(play).calledInstanceId).not.toBe(first);
  });

  it('is not stopped by what is told a second time of the process it waited for before', () => {
    const play = calling();
    play.start();
    const { id: elementInstanceId, calledInstanceId } = elementOf(play);
    if (calledInstanceId === undefined) throw new Error('Expected a called process');
    const failure = { type: 'FailCalledProcess', elementInstanceId, calledInstanceId, message: 'avbrutt' } as const;
    play.play(failure);
    play.resolve();

    expect(play.ask(failure)).toEqual({ ok: false, rejection: { reason: 'call-not-active', elementInstanceId } });
    expect(play.incidents).toEqual([]);
  });
});

describe('a called process', () => {
  it('tells its caller when it is complete', () => {
    const play = new CasePlayer(
      buildProcess('barn', { nodes: [startEvent('start'), userTask('a')], flows: inOrder('start', 'a') }),
    );
    const caller = {
      processInstanceId: idOf<'ProcessInstance'>('mor'),
      elementInstanceId: idOf<'ElementInstance'>('mor-4'),
    };
    play.play({ type: 'StartProcessInstance', processInstanceId: play.id, variables: {}, caller });

    const effects = play.complete('a', { svar: 'ja' }).flatMap(effectsOf);

    expect(effects).toEqual([
      { type: 'CompleteCalledProcess', key: 'complete-call', caller, variables: { svar: 'ja' } },
    ]);
  });

  it('tells its caller when it is cancelled, and the caller says so', () => {
    const called = new CasePlayer(
      buildProcess('barn', { nodes: [startEvent('start'), userTask('a')], flows: inOrder('start', 'a') }),
    );
    const play = calling();
    play.start();
    const caller = { processInstanceId: play.id, elementInstanceId: elementOf(play).id };
    called.play({ type: 'StartProcessInstance', processInstanceId: called.id, variables: {}, caller });

    const effects = called.play({ type: 'CancelProcessInstance', reason: 'trukket' }).flatMap(effectsOf);

    const message = 'Expected the called process to complete, but it was cancelled by kari: trukket';
    expect(effects).toEqual([{ type: 'FailCalledProcess', key: 'fail-call', caller, message }]);
    play.play({
      type: 'FailCalledProcess',
      elementInstanceId: caller.elementInstanceId,
      message,
      code: 'CALL_CANCELLED',
    });
    expect(play.incidents).toEqual(['CALL_CANCELLED medvirk']);
  });
});
