import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  buildProcess,
  endEvent,
  exclusiveGateway,
  flow,
  inOrder,
  parallelGateway,
  startEvent,
  userTask,
} from '../../../../test/support/process-builder.js';

const forkAndJoin = buildProcess('parallell', {
  nodes: [
    startEvent('start'),
    parallelGateway('del'),
    userTask('hør-nav'),
    userTask('hør-lege'),
    parallelGateway('samle'),
    userTask('vedtak'),
    endEvent('slutt'),
  ],
  flows: [...inOrder('start', 'del', 'hør-nav', 'samle', 'vedtak', 'slutt'), ...inOrder('del', 'hør-lege', 'samle')],
});

describe('a parallel gateway', () => {
  it('opens two ways at once', () => {
    const play = new CasePlayer(forkAndJoin);

    play.start();

    expect(play.standing).toEqual(['hør-lege', 'hør-nav']);
  });

  it('joins when both have come, and one token goes on', () => {
    const play = new CasePlayer(forkAndJoin);

    play.start();
    play.complete('hør-lege');
    expect(play.standing).toEqual(['hør-nav', 'samle']);

    play.complete('hør-nav');
    expect(play.standing).toEqual(['vedtak']);
  });

  it('keeps a surplus token waiting for its next partner', () => {
    const play = new CasePlayer(
      buildProcess('overskudd', {
        nodes: [
          startEvent('start'),
          parallelGateway('del'),
          exclusiveGateway('flett'),
          userTask('a'),
          userTask('b'),
          userTask('c'),
          parallelGateway('samle'),
          userTask('etter'),
        ],
        flows: [
          ...inOrder('start', 'del', 'a', 'flett', 'samle', 'etter'),
          ...inOrder('del', 'b', 'flett'),
          ...inOrder('del', 'c', 'samle'),
        ],
      }),
    );

    play.start();
    play.complete('a');
    play.complete('b');
    expect(play.standing).toEqual(['c', 'samle', 'samle']);

    play.complete('c');
    expect(play.standing).toEqual(['etter', 'samle']);
  });

  it('merges and splits in one gateway', () => {
    const play = new CasePlayer(
      buildProcess('begge', {
        nodes: [
          startEvent('start'),
          parallelGateway('del'),
          userTask('a'),
          userTask('b'),
          parallelGateway('begge'),
          userTask('c'),
          userTask('d'),
        ],
        flows: [...inOrder('start', 'del', 'a', 'begge', 'c'), ...inOrder('del', 'b', 'begge', 'd')],
      }),
    );

    play.start();
    play.complete('a');
    play.complete('b');

    expect(play.standing).toEqual(['c', 'd']);
  });

  it('gives a token to every way, whatever condition is written on it', () => {
    const play = new CasePlayer(
      buildProcess('del', {
        nodes: [startEvent('start'), parallelGateway('del'), userTask('a'), userTask('b')],
        flows: [flow('start', 'del'), flow('del', 'a', 'false'), flow('del', 'b')],
      }),
    );

    play.start();

    expect(play.standing).toEqual(['a', 'b']);
  });

  it('is reported as STUCK when the token it waits for can never come', () => {
    const play = new CasePlayer(
      buildProcess('fast', {
        nodes: [
          startEvent('start'),
          exclusiveGateway('valg', { defaultFlow: 'valg-b' }),
          userTask('a'),
          userTask('b'),
          parallelGateway('samle'),
          endEvent('slutt'),
        ],
        flows: [...inOrder('start', 'valg', 'a', 'samle', 'slutt'), flow('valg', 'b'), flow('b', 'samle')].map((one) =>
          one.id === 'valg-a' ? { ...one, condition: 'false' } : one,
        ),
      }),
    );

    play.start();
    play.complete('b');
    expect(play.incidents).toEqual(['STUCK samle']);

    play.resolve();
    expect(play.incidents).toEqual(['STUCK samle']);
  });
});
