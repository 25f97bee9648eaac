import { compensate, playUndoing, undoable, type LawfulPlayer } from '../support/play-compensation.js';
import {
  boundaryEvent,
  endEvent,
  exclusiveGateway,
  flow,
  inOrder,
  noneTask,
  parallelGateway,
  startEvent,
  subProcess,
  throwEvent,
  transaction,
  userTask,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';

/** In the transaction: a, then b beside c; who says `avbryt` at b cancels, who says `feil` throws an error. */
const inside: ScopeSketch = {
  nodes: [
    startEvent('inn'),
    ...undoable(userTask('a')),
    parallelGateway('del'),
    ...undoable(userTask('b')),
    userTask('c'),
    exclusiveGateway('valg', { defaultFlow: 'valg-ut' }),
    endEvent('avbrutt', { kind: 'cancel' }),
    endEvent('feilet', { kind: 'error', code: 'X' }),
    endEvent('ut'),
  ],
  flows: [
    ...inOrder('inn', 'a', 'del', 'b', 'valg', 'ut'),
    ...inOrder('del', 'c'),
    flow('valg', 'avbrutt', 'svar = "avbryt"'),
    flow('valg', 'feilet', 'svar = "feil"'),
  ],
};
const playing = (options: Parameters<typeof transaction>[2] = {}, ...more: readonly NodeSketch[]): LawfulPlayer =>
  playUndoing({
    nodes: [
      startEvent('start'),
      transaction('handel', inside, options),
      boundaryEvent('ved-avbrudd', 'handel', { trigger: { kind: 'cancel' } }),
      boundaryEvent('ved-feil', 'handel', { trigger: { kind: 'error', code: 'X' } }),
      userTask('avbrutt-videre'),
      userTask('feil-videre'),
      userTask('videre'),
      ...more,
    ],
    flows: [
      ...inOrder(
        'start',
        'handel',
        'videre',
        ...more.filter((one) => one.attachedTo === undefined).map(({ id }) => id),
      ),
      flow('ved-avbrudd', 'avbrutt-videre'),
      flow('ved-feil', 'feil-videre'),
    ],
  });

describe('BPMN 2.0.2 §10.3.5, §13.3.4 transaction', () => {
  it('completes like any sub-process when nothing cancels it', () => {
    const play = playing();
    play.completeAll('a', 'b', 'c');

    expect(play.open).toEqual(['videre']);
  });

  it('cancel: ends what is under way, undoes what completed in reverse order, then leaves by the cancel event', () => {
    const play = playing();
    play.complete('a');
    play.complete('b', { svar: 'avbryt' });

    expect(play.open).toEqual(['angre-b']);
    expect(play.standing).toEqual(['angre-b', 'handel']);
    play.completeAll('angre-b', 'angre-a');

    expect(play.standing).toEqual(['avbrutt-videre']);
    expect(play.instance.compensations.size).toBe(0);
  });

  it('cancel with nothing to undo leaves at once', () => {
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        transaction('handel', {
          nodes: [startEvent('inn'), endEvent('avbrutt', { kind: 'cancel' })],
          flows: inOrder('inn', 'avbrutt'),
        }),
        boundaryEvent('ved-avbrudd', 'handel', { trigger: { kind: 'cancel' } }),
        userTask('videre'),
      ],
      flows: [flow('start', 'handel'), flow('ved-avbrudd', 'videre')],
    });

    expect(play.open).toEqual(['videre']);
  });

  it('hazard: an error leaves by its own event, and nothing is undone', () => {
    const play = playing();
    play.complete('a');
    play.complete('b', { svar: 'feil' });

    expect(play.standing).toEqual(['feil-videre']);
    expect(play.instance.compensations.size).toBe(0);
  });

  it('a completed transaction can be undone later, as a whole', () => {
    const play = playing({}, throwEvent('angre', compensate('handel')), userTask('etter'));
    play.completeAll('a', 'b', 'c', 'videre');

    expect(play.open).toEqual(['angre-b']);
    play.completeAll('angre-b', 'angre-a');
    expect(play.open).toEqual(['etter']);
  });

  it('cancel reaches completed sub-processes in the transaction', () => {
    const inner: ScopeSketch = { nodes: [startEvent('i'), ...undoable(noneTask('x'))], flows: inOrder('i', 'x') };
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        transaction('handel', {
          nodes: [startEvent('inn'), subProcess('indre', inner), endEvent('avbrutt', { kind: 'cancel' })],
          flows: inOrder('inn', 'indre', 'avbrutt'),
        }),
        boundaryEvent('ved-avbrudd', 'handel', { trigger: { kind: 'cancel' } }),
        userTask('videre'),
      ],
      flows: [flow('start', 'handel'), flow('ved-avbrudd', 'videre')],
    });
    expect(play.open).toEqual(['angre-x']);

    play.complete('angre-x');
    expect(play.standing).toEqual(['videre']);
  });

  it('cancel from a sub-process within it cancels the whole transaction', () => {
    const inner: ScopeSketch = {
      nodes: [startEvent('i'), endEvent('avbrutt', { kind: 'cancel' })],
      flows: inOrder('i', 'avbrutt'),
    };
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        transaction('handel', {
          nodes: [startEvent('inn'), ...undoable(noneTask('a')), subProcess('indre', inner), userTask('aldri')],
          flows: inOrder('inn', 'a', 'indre', 'aldri'),
        }),
        boundaryEvent('ved-avbrudd', 'handel', { trigger: { kind: 'cancel' } }),
        userTask('videre'),
      ],
      flows: [flow('start', 'handel'), flow('ved-avbrudd', 'videre')],
    });
    play.complete('angre-a');

    expect(play.standing).toEqual(['videre']);
  });

  it('an event on its edge no longer interrupts a transaction that is being undone', () => {
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        transaction('handel', {
          nodes: [startEvent('inn'), ...undoable(noneTask('a')), endEvent('avbrutt', { kind: 'cancel' })],
          flows: inOrder('inn', 'a', 'avbrutt'),
        }),
        boundaryEvent('ved-avbrudd', 'handel', { trigger: { kind: 'cancel' } }),
        boundaryEvent('stopp', 'handel', { trigger: { kind: 'message', message: 'stopp' } }),
        userTask('videre'),
      ],
      flows: [flow('start', 'handel'), flow('ved-avbrudd', 'videre')],
    });

    expect(play.instance.subscriptions.size).toBe(0);
    play.complete('angre-a');
    expect(play.open).toEqual(['videre']);
  });

  it('a cancel end event without a cancel event to leave by is an incident', () => {
    const play = playUndoing({
      nodes: [
        startEvent('start'),
        transaction('handel', {
          nodes: [startEvent('inn'), endEvent('avbrutt', { kind: 'cancel' })],
          flows: inOrder('inn', 'avbrutt'),
        }),
      ],
      flows: inOrder('start', 'handel'),
    });

    expect(play.incidents).toEqual(['NO_FLOW avbrutt']);
  });

  it('one body of a multi-instance that is cancelled ends the others, and undoes what it did itself', () => {
    const play = playing({ multiInstance: { sequential: false, collection: '[1, 2]' } });
    play.completeAll('a', 'a');
    play.complete('b', { svar: 'avbryt' });
    play.completeAll('angre-b', 'angre-a');

    expect(play.standing).toEqual(['avbrutt-videre']);
  });
});
