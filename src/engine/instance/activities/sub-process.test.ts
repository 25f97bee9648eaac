import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  boundaryEvent,
  buildProcess,
  endEvent,
  flow,
  inOrder,
  manualTask,
  noneTask,
  parallelGateway,
  startEvent,
  subProcess,
  userTask,
} from '../../../../test/support/process-builder.js';

const inside = {
  nodes: [
    startEvent('inne-start'),
    parallelGateway('del'),
    userTask('a'),
    userTask('b'),
    endEvent('ferdig-a'),
    endEvent('ferdig-b'),
  ],
  flows: [...inOrder('inne-start', 'del', 'a', 'ferdig-a'), ...inOrder('del', 'b', 'ferdig-b')],
};

const hearing = (options: Parameters<typeof subProcess>[2] = {}): CasePlayer =>
  new CasePlayer(
    buildProcess('sak', {
      nodes: [
        startEvent('start'),
        subProcess('høring', inside, options),
        boundaryEvent('stopp', 'høring', { trigger: { kind: 'message', message: 'stopp' } }),
        userTask('vedtak'),
        endEvent('slutt'),
      ],
      flows: [...inOrder('start', 'høring', 'vedtak', 'slutt'), flow('stopp', 'slutt')],
    }),
  );

describe('an embedded sub-process', () => {
  it('is complete when no token is left in it', () => {
    const play = hearing();
    play.start();
    expect(play.standing).toEqual(['a', 'b', 'høring']);

    play.complete('a');
    expect(play.standing).toEqual(['b', 'høring']);

    play.complete('b');
    expect(play.standing).toEqual(['vedtak']);
  });

  it('ends with everything in it when an event on its edge interrupts', () => {
    const play = hearing();
    play.start();

    play.correlate('stopp');

    expect(play.instance.state).toBe('completed');
    expect(play.trace.filter((type) => type === 'UserTaskCancelled')).toHaveLength(2);
    expect(play.instance.tokens.size + play.instance.elements.size + play.instance.subscriptions.size).toBe(0);
  });

  it('has variables of its own when it maps inputs, and gives out what it maps out', () => {
    const play = hearing({
      inputs: [{ source: 'frist', target: 'svarfrist' }],
      outputs: [{ source: 'antall', target: 'uttalelser' }],
    });
    play.start({ frist: '2026-12-24' });

    play.complete('a', { svarfrist: '2027-01-04', antall: 2 });
    expect(play.variables).toEqual({ frist: '2026-12-24', antall: 2 });

    play.complete('b');
    expect(play.variables).toEqual({ frist: '2026-12-24', antall: 2, uttalelser: 2 });
  });

  it('begins at the nodes that nothing leads to when it has no start event', () => {
    const play = new CasePlayer(
      buildProcess('sak', {
        nodes: [startEvent('start'), subProcess('sub', { nodes: [userTask('a'), userTask('b')], flows: [] })],
        flows: inOrder('start', 'sub'),
      }),
    );

    play.start();

    expect(play.standing).toEqual(['a', 'b', 'sub']);
  });
});

describe('a manual task and a task without a type', () => {
  it('are passed at once, with their mappings', () => {
    const play = new CasePlayer(
      buildProcess('sak', {
        nodes: [
          startEvent('start'),
          noneTask('sett', { outputs: [{ source: 'a + 1', target: 'b' }] }),
          manualTask('ring', { inputs: [{ source: 'b', target: 'c' }], outputs: [{ source: 'c * 2', target: 'd' }] }),
          endEvent('slutt'),
        ],
        flows: inOrder('start', 'sett', 'ring', 'slutt'),
      }),
    );

    play.start({ a: 1 });

    expect(play.instance.finalVariables).toEqual({ a: 1, b: 2, d: 4 });
  });
});
