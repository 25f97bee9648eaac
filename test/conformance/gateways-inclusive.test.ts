import type { CasePlayer } from '../support/case-player.js';
import { playSketch, sketch } from '../support/play-sketch.js';
import {
  boundaryEvent,
  exclusiveGateway,
  inclusiveGateway,
  noneTask,
  parallelGateway,
  subProcess,
} from '../support/process-builder.js';

/** a when a = true, b when b = true, c otherwise; then `samle`, then `etter`. */
const threeWays = (variables: Record<string, boolean>): CasePlayer =>
  playSketch(
    sketch(
      [inclusiveGateway('del', { defaultFlow: 'del-c' }), inclusiveGateway('samle')],
      'start > del',
      'del > a : a = true',
      'del > b : b = true',
      'del > c > samle > etter > slutt',
      'a > samle',
      'b > samle',
    ),
    variables,
  );

const stopped = { trigger: { kind: 'message', message: 'stopp' } } as const;

describe('BPMN 2.0.2 §13.4.3 inclusive gateway, split', () => {
  it.each([
    [{ a: true, b: false }, ['a']],
    [{ a: true, b: true }, ['a', 'b']],
    [{ a: false, b: true }, ['b']],
    [{ a: false, b: false }, ['c']],
  ])('with %j gives a token to %j: each whose condition holds, the default only when none does', (variables, ways) => {
    expect(threeWays(variables).standing).toEqual(ways);
  });

  it('gives a token to a way without a condition, beside those whose condition holds', () => {
    const player = playSketch(
      sketch([inclusiveGateway('del')], 'start > del > a', 'del > b : x = 1', 'del > c : x = 2'),
      {
        x: 2,
      },
    );

    expect(player.standing).toEqual(['a', 'c']);
  });

  it('without a way and without a default is stuck with NO_FLOW, and goes on when the variables are put right', () => {
    const player = playSketch(sketch([inclusiveGateway('del')], 'start > del', 'del > a : x = 1'));
    expect(player.incidents).toEqual(['NO_FLOW del']);

    player.resolve({ x: 1 });
    expect(player.standing).toEqual(['a']);
  });

  it('asks every condition: one that has no value is an incident, even when another holds', () => {
    const drawn = sketch([inclusiveGateway('del')], 'start > del', 'del > a : x = 1', 'del > b : x + "" = 1');

    expect(playSketch(drawn, { x: 1 }).incidents).toEqual(['EXPRESSION del']);
  });
});

describe('BPMN 2.0.2 §13.4.3 inclusive gateway, join', () => {
  it('waits for every way that was taken, and for no other', () => {
    const player = threeWays({ a: true, b: true });

    player.complete('b');
    expect(player.standing).toEqual(['a', 'samle']);
    player.complete('a');
    expect(player.standing).toEqual(['etter']);
  });

  it('goes on at once when one way was taken', () => {
    const player = threeWays({ a: true, b: false });
    player.complete('a');
    expect(player.standing).toEqual(['etter']);
  });

  it.each(['a', 'b', 'c'])('goes on once when %s is the last of 3 ways', (last) => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), inclusiveGateway('samle')],
        'start > del > a > samle > etter > slutt',
        'del > b > samle',
        'del > c > samle',
      ),
    );
    for (const id of ['a', 'b', 'c'].filter((one) => one !== last)) player.complete(id);
    expect(player.standing).toEqual([last, 'samle', 'samle'].toSorted());

    player.complete(last);
    expect(player.standing).toEqual(['etter']);
  });

  it('goes on when a token that could have come takes another way and ends', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), exclusiveGateway('valg', { defaultFlow: 'valg-slutt2' }), inclusiveGateway('samle')],
        'start > del > a > samle > etter > slutt',
        'del > b > valg > slutt2',
        'valg > samle : x = 1',
      ),
    );
    player.complete('a');
    expect(player.standing).toEqual(['b', 'samle']);

    player.complete('b');
    expect(player.standing).toEqual(['etter']);
  });

  it('is left as soon as what it waited for is interrupted', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), boundaryEvent('stopp', 'b', stopped), inclusiveGateway('samle')],
        'start > del > a > samle > etter > slutt',
        'del > b > samle',
        'stopp > slutt2',
      ),
    );
    player.complete('a');
    player.correlate('stopp');

    expect(player.standing).toEqual(['etter']);
  });

  it('waits for a token that can come by an event on the edge of an activity', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), boundaryEvent('stopp', 'b', stopped), inclusiveGateway('samle')],
        'start > del > a > samle > etter > slutt',
        'del > b > slutt2',
        'stopp > samle',
      ),
    );
    player.complete('a');
    expect(player.standing).toEqual(['b', 'samle']);

    player.correlate('stopp');
    expect(player.standing).toEqual(['etter']);
  });

  it('waits for a sub-process as long as a token is in it, wherever that stands inside', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), subProcess('sak', sketch([], 'start2 > c > d > slutt2')), inclusiveGateway('samle')],
        'start > del > a > samle > etter > slutt',
        'del > sak > samle',
      ),
    );
    player.complete('a');
    player.complete('c');
    expect(player.standing).toEqual(['d', 'sak', 'samle']);

    player.complete('d');
    expect(player.standing).toEqual(['etter']);
  });

  it('in each of 2 bodies of a sub-process waits for its own tokens only', () => {
    const multiInstance = { sequential: false, collection: '[1, 2]', elementVariable: 'n' };
    const inside = sketch(
      [parallelGateway('del'), inclusiveGateway('samle')],
      'start2 > del > a > samle > c > slutt2',
      'del > b > samle',
    );
    const player = playSketch(sketch([subProcess('sak', inside, { multiInstance })], 'start > sak > slutt'));
    player.complete('a');
    player.complete('b');

    expect(player.standing).toEqual(['a', 'b', 'c', 'sak']);
  });

  it('joins 2 ways without a wait in 1 token', () => {
    const player = playSketch(
      sketch(
        [inclusiveGateway('del'), noneTask('a'), noneTask('b'), inclusiveGateway('samle')],
        'start > del > a > samle > etter > slutt',
        'del > b > samle',
      ),
    );

    expect(player.standing).toEqual(['etter']);
  });
});
