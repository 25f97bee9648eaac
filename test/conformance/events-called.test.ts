import { effectsOf, type CaughtByCallers } from '../../src/engine/index.js';
import { idOf } from '../../src/shared/id.js';
import { callActivity, endEvent, serviceTask, throwEvent, type ScopeSketch } from '../support/process-builder.js';
import { caseOf, expectLaws } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const caller = {
  processInstanceId: idOf<'ProcessInstance'>('ytre'),
  elementInstanceId: idOf<'ElementInstance'>('ytre-4'),
};

function playCalled(inside: ScopeSketch, catches: Partial<CaughtByCallers>) {
  const play = caseOf(inside);
  const asked = { ...caller, catches: { errors: [], escalations: [], ...catches } };
  play.play({ type: 'StartProcessInstance', processInstanceId: play.id, variables: { a: 1 }, caller: asked });
  return play;
}

const failing = sketch(
  [endEvent('feil', { kind: 'error', code: 'F1', message: 'stopp' }, { inputs: [{ source: 'a', target: 'b' }] })],
  'start > klar > feil',
);
const told = (play: ReturnType<typeof playCalled>) =>
  play.journal.flatMap(effectsOf).filter(({ type }) => type.endsWith('InCaller'));

describe('BPMN 2.0.2 §10.3.6 a called process whose callers catch', () => {
  it.each([['F1'], [null]])('ends by an error that a caller catches (%s)', (code) => {
    const play = playCalled(failing, { errors: [code] });

    play.complete('klar');

    expect(play.instance.state).toBe('cancelled');
    expect(play.instance.tokens.size + play.instance.elements.size).toBe(0);
    expect(told(play)).toMatchObject([
      {
        type: 'ThrowErrorInCaller',
        key: 'throw-in-caller',
        code: 'F1',
        message: 'stopp',
        caller,
        variables: { b: 1 },
      },
    ]);
  });

  it('keeps an error that no caller catches', () => {
    const play = playCalled(failing, { errors: ['F2'] });

    play.complete('klar');

    expect(play.incidents).toEqual(['UNCAUGHT_ERROR feil']);
    expect(told(play)).toEqual([]);
  });

  it('keeps its variables at the end', () => {
    const play = playCalled(failing, { errors: [null] });

    play.complete('klar');

    expect(play.variables).toEqual({ a: 1 });
  });

  it('ends by the error of a job too', () => {
    const play = playCalled(sketch([serviceTask('hent')], 'start > hent > slutt'), { errors: ['IKKE_FUNNET'] });

    play.throwError('hent', 'IKKE_FUNNET');

    expect(play.instance.state).toBe('cancelled');
    expect(told(play)).toMatchObject([{ code: 'IKKE_FUNNET' }]);
  });

  it('tells a caller of an escalation and goes on', () => {
    const raising = sketch([throwEvent('loft', { kind: 'escalation', code: 'E1' })], 'start > loft > videre > slutt');

    const play = playCalled(raising, { escalations: ['E1'] });

    expect(play.standing).toEqual(['videre']);
    expect(told(play)).toMatchObject([{ type: 'EscalateInCaller', code: 'E1', caller }]);
  });

  it('tells nobody of an escalation that no caller catches', () => {
    const raising = sketch([throwEvent('loft', { kind: 'escalation', code: 'E1' })], 'start > loft > videre > slutt');

    expect(told(playCalled(raising, { escalations: ['E2'] }))).toEqual([]);
  });

  it('hands on what its own callers catch to the processes that it calls', () => {
    const play = playCalled(sketch([callActivity('kall', 'indre')], 'start > kall > slutt'), { errors: ['F9'] });

    expect(play.journal.find(({ type }) => type === 'CalledProcessRequested')).toMatchObject({
      catches: { errors: ['F9'], escalations: [] },
    });
  });

  it('hands an error of a process it called on to its own caller', () => {
    const play = playCalled(sketch([callActivity('kall', 'indre')], 'start > kall > slutt'), { errors: ['F9'] });
    const call = [...play.instance.elements.values()].find(({ node }) => node === 'kall');

    play.play({
      type: 'ThrowErrorInCaller',
      elementInstanceId: call?.id ?? idOf('x'),
      code: 'F9',
      variables: { c: 3 },
    });

    expect(play.instance.state).toBe('cancelled');
    expect(told(play)).toMatchObject([{ code: 'F9', variables: { c: 3 } }]);
  });
});

describe('BPMN 2.0.2 §10.3.6 what a call passes', () => {
  const requested = (options: Parameters<typeof callActivity>[2], called = 'annet') => {
    const play = caseOf(sketch([callActivity('kall', called, options)], 'start > kall > slutt'));
    play.start({ a: 1, b: 2, slag: 'x' });
    return { play, event: play.journal.find(({ type }) => type === 'CalledProcessRequested') };
  };
  const complete = (play: ReturnType<typeof requested>['play']) => {
    const call = [...play.instance.elements.values()].find(({ node }) => node === 'kall');
    play.play({ type: 'CompleteCalledProcess', elementInstanceId: call?.id ?? idOf('x'), variables: { r: 9, s: 8 } });
    return play.variables;
  };
  const inputs = [{ source: 'a + 1', target: 'inn' }];
  const outputs = [{ source: 'r', target: 'ut' }];

  it.each([
    ['nothing mapped: everything in sight', {}, { a: 1, b: 2, slag: 'x' }],
    ['inputs mapped: only these', { inputs }, { inn: 2 }],
    ['inputs mapped and all: both', { inputs, passesAll: true }, { a: 1, b: 2, slag: 'x', inn: 2 }],
    ['nothing mapped and not all: nothing', { passesAll: false }, {}],
  ])('in, %s', (_name, options, variables) => {
    const { event } = requested(options);

    expect(event !== undefined && 'variables' in event && event.variables).toEqual(variables);
  });

  it.each([
    ['nothing mapped: every result', {}, { r: 9, s: 8 }],
    ['outputs mapped: only these', { outputs }, { ut: 9 }],
    ['outputs mapped and all: both', { outputs, returnsAll: true }, { r: 9, s: 8, ut: 9 }],
    ['nothing mapped and not all: nothing', { returnsAll: false }, {}],
  ])('out, %s', (_name, options, variables) => {
    const { play } = requested(options);

    expect(complete(play)).toEqual({ a: 1, b: 2, slag: 'x', ...variables });
  });

  it('the key of the process may be computed', () => {
    expect(requested({}, '="prosess-" + slag').event).toMatchObject({ calledProcess: 'prosess-x' });
  });

  it('a key without a value is an incident; resolving it calls', () => {
    const { play } = requested({}, '=mangler');
    expect(play.incidents).toEqual(['EXPRESSION kall']);

    play.resolve({ mangler: 'annet' });

    expect(play.journal.find(({ type }) => type === 'CalledProcessRequested')).toMatchObject({
      calledProcess: 'annet',
    });
  });

  it('the business key and the version wanted go with the call', () => {
    const { play } = requested({ businessKey: 'slag', binding: { kind: 'version', version: 3 } });

    expect(play.journal.flatMap(effectsOf).find(({ type }) => type === 'StartCalledProcess')).toMatchObject({
      businessKey: 'x',
      binding: { kind: 'version', version: 3 },
    });
  });
});
