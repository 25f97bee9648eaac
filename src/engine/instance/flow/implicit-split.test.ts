import { CasePlayer } from '../../../../test/support/case-player.js';
import { buildProcess, flow, startEvent, userTask } from '../../../../test/support/process-builder.js';

const split = (): CasePlayer =>
  new CasePlayer(
    buildProcess('splitt', {
      nodes: [
        startEvent('start'),
        userTask('vurder', { defaultFlow: 'vurder-arkiver' }),
        userTask('varsle-nav'),
        userTask('varsle-lege'),
        userTask('arkiver'),
      ],
      flows: [
        flow('start', 'vurder'),
        flow('vurder', 'varsle-nav', 'nav = true'),
        flow('vurder', 'varsle-lege', 'lege = true'),
        flow('vurder', 'arkiver'),
      ],
    }),
  );

describe('an activity with several outgoing flows', () => {
  it('takes each flow whose condition holds', () => {
    const play = split();

    play.start();
    play.complete('vurder', { nav: true, lege: true });

    expect(play.standing).toEqual(['varsle-lege', 'varsle-nav']);
  });

  it('takes the default flow only when no condition holds', () => {
    const play = split();

    play.start();
    play.complete('vurder', { nav: false });

    expect(play.standing).toEqual(['arkiver']);
  });

  it('takes every flow without a condition', () => {
    const play = new CasePlayer(
      buildProcess('splitt', {
        nodes: [startEvent('start'), userTask('a'), userTask('b')],
        flows: [flow('start', 'a'), flow('start', 'b')],
      }),
    );

    play.start();

    expect(play.standing).toEqual(['a', 'b']);
  });

  it('keeps the result of the work when no flow can be taken, and leaves without asking for the work again', () => {
    const play = new CasePlayer(
      buildProcess('splitt', {
        nodes: [startEvent('start'), userTask('a'), userTask('b')],
        flows: [flow('start', 'a'), flow('a', 'b', 'videre = true')],
      }),
    );

    play.start();
    play.complete('a', { svar: 'nei' });
    expect(play.incidents).toEqual(['NO_FLOW a']);
    expect(play.variables).toEqual({ svar: 'nei' });

    play.resolve({ videre: true });
    expect(play.standing).toEqual(['b']);
    expect(play.trace.filter((type) => type === 'UserTaskCompleted')).toHaveLength(1);
  });
});
