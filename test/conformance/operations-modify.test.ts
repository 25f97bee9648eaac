import type { ModifyProcessInstance, Rejection } from '../../src/engine/index.js';
import { brokenLaws } from '../../src/testbench/laws/case-laws.js';
import { CasePlayer } from '../support/case-player.js';
import {
  boundaryEvent,
  buildProcess,
  endEvent,
  inOrder,
  parallelGateway,
  startEvent,
  subProcess,
  userTask,
  type ScopeSketch,
} from '../support/process-builder.js';

type Change = Partial<Pick<ModifyProcessInstance, 'cancel' | 'start'>>;

const playOf = (sketch: ScopeSketch): CasePlayer => new CasePlayer(buildProcess('prosess', sketch));
const modify = (play: CasePlayer, { cancel = [], start = [] }: Change): void => {
  play.play({ type: 'ModifyProcessInstance', cancel, start });
  expect(brokenLaws(play.instance, play.journal)).toEqual([]);
};
const refusal = (play: CasePlayer, { cancel = [], start = [] }: Change): Rejection => {
  const decision = play.ask({ type: 'ModifyProcessInstance', cancel, start });
  if (decision.ok) throw new Error('Expected a refusal');
  return decision.rejection;
};
const straight = (): CasePlayer => {
  const play = playOf({
    nodes: [startEvent('start'), userTask('a'), userTask('b'), userTask('c'), endEvent('slutt')],
    flows: inOrder('start', 'a', 'b', 'c', 'slutt'),
  });
  play.start();
  return play;
};
const inner: ScopeSketch = {
  nodes: [startEvent('inn'), userTask('x'), userTask('y'), endEvent('ut')],
  flows: inOrder('inn', 'x', 'y', 'ut'),
};
const nested = (): CasePlayer =>
  playOf({
    nodes: [
      startEvent('start'),
      userTask('a'),
      subProcess('del', inner, { inputs: [{ source: 'sak', target: 'lokal' }] }),
      boundaryEvent('purr', 'del', { trigger: { kind: 'timer', schedule: { kind: 'duration', expression: '"P7D"' } } }),
      userTask('b'),
    ],
    flows: inOrder('start', 'a', 'del', 'b'),
  });

describe('engine.md §1 modify: cancel and start', () => {
  it('moves a token from one task to another', () => {
    const play = straight();

    modify(play, { cancel: [{ node: 'a' }], start: [{ node: 'c' }] });

    expect(play.standing).toEqual(['c']);
    expect([...play.instance.userTasks.values()].map(({ node }) => node)).toEqual(['c']);
    play.complete('c');
    expect(play.instance.state).toBe('completed');
  });

  it('starts after a node: only what comes behind it runs', () => {
    const play = straight();

    modify(play, { cancel: [{ node: 'a' }], start: [{ node: 'a', place: 'after' }] });

    expect(play.standing).toEqual(['b']);
  });

  it('starts at several nodes at once, beside what is alive', () => {
    const play = straight();

    modify(play, { start: [{ node: 'b' }, { node: 'c' }] });

    expect(play.standing).toEqual(['a', 'b', 'c']);
  });

  it('cancels one token of several on the same node', () => {
    const play = straight();
    modify(play, { start: [{ node: 'a' }] });
    const [tokenId] = play.instance.tokens.keys();
    if (tokenId === undefined) throw new Error('Expected a token');

    modify(play, { cancel: [{ tokenId }] });

    expect(play.standing).toEqual(['a']);
  });

  it('cancels by the id of an element', () => {
    const play = straight();
    const element = [...play.instance.elements.values()].find(({ node }) => node === 'a');
    if (element === undefined) throw new Error('Expected an element');

    modify(play, { cancel: [{ elementInstanceId: element.id }], start: [{ node: 'b' }] });

    expect(play.standing).toEqual(['b']);
  });

  it('writes variables where it starts', () => {
    const play = straight();

    modify(play, { cancel: [{ node: 'a' }], start: [{ node: 'b', variables: { grunn: 'feil' } }] });

    expect(play.variables).toEqual({ grunn: 'feil' });
  });

  it('an instance from which everything was taken is cancelled', () => {
    const play = straight();

    modify(play, { cancel: [{ node: 'a' }] });

    expect(play.instance.state).toBe('cancelled');
  });

  it('says in the journal what was done and by whom', () => {
    const play = straight();

    modify(play, { cancel: [{ node: 'a' }], start: [{ node: 'b' }] });

    expect(play.journal).toContainEqual(
      expect.objectContaining({ type: 'ProcessInstanceModified', cancelled: ['a'], started: ['b'], by: 'kari' }),
    );
  });
});

describe('engine.md §1 modify: scopes', () => {
  it('makes the sub-process around a node that is not alive: its inputs, its timers, no token at its start', () => {
    const play = nested();
    play.start({ sak: 7 });

    modify(play, { cancel: [{ node: 'a' }], start: [{ node: 'y' }] });

    expect(play.standing).toEqual(['del', 'y']);
    expect([...play.instance.timers.values()].map(({ node }) => node)).toEqual(['purr']);
    expect([...play.instance.elements.values()].find(({ node }) => node === 'del')?.variables).toEqual({ lokal: 7 });
    play.complete('y');
    expect(play.standing).toEqual(['b']);
  });

  it('uses the sub-process that is alive', () => {
    const play = nested();
    play.start({ sak: 7 });
    play.complete('a');

    modify(play, { start: [{ node: 'y' }] });

    expect(play.standing).toEqual(['del', 'x', 'y']);
  });

  it('keeps a sub-process whose only task is exchanged', () => {
    const play = nested();
    play.start({ sak: 7 });
    play.complete('a');
    const before = [...play.instance.elements.values()].find(({ node }) => node === 'del')?.id;

    modify(play, { cancel: [{ node: 'x' }], start: [{ node: 'y' }] });

    expect([...play.instance.elements.values()].find(({ node }) => node === 'del')?.id).toBe(before);
  });

  it('removes a sub-process that is left without tokens, and does not complete it', () => {
    const play = nested();
    play.start({ sak: 7 });
    play.complete('a');

    modify(play, { cancel: [{ node: 'x' }], start: [{ node: 'a' }] });

    expect(play.standing).toEqual(['a']);
    expect([...play.instance.timers.values()]).toEqual([]);
  });

  it('makes one scope for two starts in the same sub-process', () => {
    const play = nested();
    play.start({ sak: 7 });

    modify(play, { cancel: [{ node: 'a' }], start: [{ node: 'x' }, { node: 'y' }] });

    expect(play.standing).toEqual(['del', 'x', 'y']);
  });

  it('asks which one is meant when the sub-process is alive twice, and takes the one that is named', () => {
    const play = nested();
    play.start({ sak: 7 });
    modify(play, { start: [{ node: 'del' }] });
    play.complete('a');
    const [first] = [...play.instance.elements.values()].filter(({ node }) => node === 'del');
    if (first === undefined) throw new Error('Expected a scope');

    expect(refusal(play, { start: [{ node: 'y' }] })).toEqual({
      reason: 'modification-impossible',
      problems: [{ element: 'del', reason: 'several-scopes-alive' }],
    });
    modify(play, { start: [{ node: 'y', scopeInstanceId: first.id }] });
    expect(play.standing).toEqual(['del', 'del', 'x', 'x', 'y']);
  });

  it('does not make the bodies of a multi-instance by hand', () => {
    const play = playOf({
      nodes: [
        startEvent('start'),
        userTask('a'),
        subProcess('del', inner, { multiInstance: { sequential: false, collection: '[1, 2]' } }),
      ],
      flows: inOrder('start', 'a', 'del'),
    });
    play.start();

    expect(refusal(play, { start: [{ node: 'y' }] })).toMatchObject({
      problems: [{ element: 'del', reason: 'scope-not-alive' }],
    });
    modify(play, { cancel: [{ node: 'a' }], start: [{ node: 'del' }] });
    expect(play.standing).toEqual(['del', 'x', 'x']);
  });

  it('a cancelled body of a multi-instance counts as one that gave nothing; the others go on', () => {
    const play = playOf({
      nodes: [
        startEvent('start'),
        userTask('a', {
          multiInstance: {
            sequential: false,
            collection: '[1, 2]',
            elementVariable: 'n',
            outputCollection: 'alle',
            outputElement: 'n',
          },
        }),
        userTask('b'),
      ],
      flows: inOrder('start', 'a', 'b'),
    });
    play.start();
    const [body] = [...play.instance.elements.values()].filter(({ loopIndex }) => loopIndex === 0);
    if (body === undefined) throw new Error('Expected a body');

    modify(play, { cancel: [{ elementInstanceId: body.id }] });
    play.complete('a');

    expect(play.variables).toEqual({ alle: [null, 2] });
    expect(play.standing).toEqual(['b']);
  });
});

describe('engine.md §1 modify: all or nothing', () => {
  it('names every instruction that cannot be, and changes nothing', () => {
    const play = straight();

    expect(refusal(play, { cancel: [{ node: 'b' }, { node: 'a' }], start: [{ node: 'finnes-ikke' }] })).toEqual({
      reason: 'modification-impossible',
      problems: [
        { element: 'b', reason: 'not-alive' },
        { element: 'finnes-ikke', reason: 'node-missing' },
      ],
    });
    expect(play.standing).toEqual(['a']);
  });

  it('refuses when the inputs of a scope that must be made have no value', () => {
    const play = playOf({
      nodes: [
        startEvent('start'),
        userTask('a'),
        subProcess('del', inner, { inputs: [{ source: 'mangler + 1', target: 'n' }] }),
      ],
      flows: inOrder('start', 'a', 'del'),
    });
    play.start();

    expect(refusal(play, { start: [{ node: 'y' }] })).toMatchObject({
      problems: [{ element: 'del', reason: 'scope-not-opened' }],
    });
  });

  it('a token that is put on a join counts for a way by which none has come', () => {
    const play = playOf({
      nodes: [
        startEvent('start'),
        parallelGateway('del'),
        userTask('a'),
        userTask('b'),
        parallelGateway('møt'),
        userTask('c'),
      ],
      flows: [...inOrder('start', 'del', 'a', 'møt', 'c'), ...inOrder('del', 'b', 'møt')],
    });
    play.start();
    play.complete('a');

    modify(play, { cancel: [{ node: 'b' }], start: [{ node: 'møt' }] });

    expect(play.standing).toEqual(['c']);
  });
});
