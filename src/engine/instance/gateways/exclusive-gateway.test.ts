import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  buildProcess,
  endEvent,
  exclusiveGateway,
  flow,
  inOrder,
  startEvent,
  userTask,
} from '../../../../test/support/process-builder.js';

const choice = (defaultFlow?: string): CasePlayer =>
  new CasePlayer(
    buildProcess('valg', {
      nodes: [
        startEvent('start'),
        exclusiveGateway('valg', defaultFlow === undefined ? {} : { defaultFlow }),
        userTask('innvilg'),
        userTask('avslå'),
        endEvent('slutt'),
      ],
      flows: [
        flow('start', 'valg'),
        flow('valg', 'avslå', 'poeng < 10'),
        flow('valg', 'innvilg', 'poeng >= 10'),
        flow('innvilg', 'slutt'),
        flow('avslå', 'slutt'),
      ],
    }),
  );

describe('an exclusive gateway', () => {
  it('takes the one flow whose condition holds', () => {
    const play = choice();

    play.start({ poeng: 12 });

    expect(play.standing).toEqual(['innvilg']);
  });

  it('takes the first of two flows whose conditions hold', () => {
    const play = new CasePlayer(
      buildProcess('valg', {
        nodes: [startEvent('start'), exclusiveGateway('valg'), userTask('a'), userTask('b')],
        flows: [flow('start', 'valg'), flow('valg', 'b', 'true'), flow('valg', 'a', 'true')],
      }),
    );

    play.start();

    expect(play.standing).toEqual(['b']);
  });

  it('takes the default flow when no condition holds, though its own condition does not either', () => {
    const play = choice('valg-avslå');

    play.start({});

    expect(play.standing).toEqual(['avslå']);
  });

  it('is stuck with NO_FLOW when nothing holds, and goes on when the operator has corrected the variables', () => {
    const play = choice();

    play.start({});
    expect(play.incidents).toEqual(['NO_FLOW valg']);
    expect(play.standing).toEqual(['valg']);

    play.resolve({ poeng: 3 });
    expect(play.incidents).toEqual([]);
    expect(play.standing).toEqual(['avslå']);
    expect([...play.instance.elements.values()].map((element) => element.node)).toEqual(['valg', 'avslå']);
  });

  it('is stuck again when the correction does not help', () => {
    const play = choice();

    play.start({});
    play.resolve();

    expect(play.incidents).toEqual(['NO_FLOW valg']);
  });

  it('names the sequence flow whose condition has no value', () => {
    const play = new CasePlayer(
      buildProcess('valg', {
        nodes: [startEvent('start'), exclusiveGateway('valg'), userTask('purr')],
        flows: [flow('start', 'valg'), flow('valg', 'purr', 'dager + 1 > 21')],
      }),
    );

    play.start();

    expect(play.incidents).toEqual(['EXPRESSION valg']);
    expect([...play.instance.incidents.values()][0]?.message).toContain("sequence flow 'valg-purr'");
  });

  it('passes each token through when it merges', () => {
    const play = new CasePlayer(
      buildProcess('fletting', {
        nodes: [startEvent('start'), exclusiveGateway('flett'), userTask('a')],
        flows: [flow('start', 'flett'), flow('a', 'flett'), flow('flett', 'a')],
      }),
    );

    play.start();
    play.complete('a');

    expect(play.standing).toEqual(['a']);
  });

  it('stops a loop that waits for nothing after 10 000 steps and can be told to try again', () => {
    const round = Array.from({ length: 40 }, (_, index) => `g${index}`);
    const play = new CasePlayer(
      buildProcess('runddans', {
        nodes: [startEvent('start'), ...round.map((id) => exclusiveGateway(id)), endEvent('slutt')],
        flows: [...inOrder('start', ...round), flow('g39', 'slutt', 'ut = true'), flow('g39', 'g0')],
      }),
    );

    play.start({ ut: false });
    expect(play.incidents).toHaveLength(1);
    expect(play.incidents[0]).toContain('LOOP_LIMIT');

    play.resolve({ ut: true });
    expect(play.instance.state).toBe('completed');
  });
});
