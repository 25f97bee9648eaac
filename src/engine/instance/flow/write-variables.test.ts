import { CasePlayer } from '../../../../test/support/case-player.js';
import {
  buildProcess,
  endEvent,
  inOrder,
  startEvent,
  subProcess,
  userTask,
} from '../../../../test/support/process-builder.js';

const nested = (task: Parameters<typeof userTask>[1]): CasePlayer => {
  const inside = { nodes: [startEvent('inne'), userTask('a', task), userTask('b')], flows: inOrder('inne', 'a', 'b') };
  return new CasePlayer(
    buildProcess('sak', {
      nodes: [
        startEvent('start'),
        subProcess('sub', inside, { inputs: [{ source: '1', target: 'lokal' }] }),
        endEvent('slutt'),
      ],
      flows: inOrder('start', 'sub', 'slutt'),
    }),
  );
};

const inSub = (play: CasePlayer): unknown =>
  [...play.instance.elements.values()].find((element) => element.node === 'sub')?.variables;

describe('the results of a task', () => {
  it('go to the nearest scope that has the variable, and to the process when none has', () => {
    const play = nested({});
    play.start({ felles: 0 });

    play.complete('a', { lokal: 2, felles: 3, ny: 4 });

    expect(inSub(play)).toEqual({ lokal: 2 });
    expect(play.variables).toEqual({ felles: 3, ny: 4 });
  });

  it('are written where its outputs say: a new variable belongs to the scope of the task', () => {
    const play = nested({
      outputs: [
        { source: 'svar', target: 'ny' },
        { source: 'ny', target: 'felles' },
      ],
    });
    play.start({ felles: 0 });

    play.complete('a', { svar: 'ja', annet: 1 });

    expect(inSub(play)).toEqual({ lokal: 1, ny: 'ja' });
    expect(play.variables).toEqual({ felles: 'ja' });
  });
});
