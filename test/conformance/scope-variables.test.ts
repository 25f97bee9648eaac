import { scriptTask, subProcess } from '../support/process-builder.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const feel = (script: string, resultVariable?: string) =>
  resultVariable === undefined
    ? ({ kind: 'feel', script } as const)
    : ({ kind: 'feel', script, resultVariable } as const);

describe('BPMN 2.0.2 §10.4.1 variables that are declared in a scope', () => {
  it('begin as null or with their first value, unless the case is given them', () => {
    const play = playEvents(
      {
        ...sketch([], 'start > arbeid > slutt'),
        variables: [
          { name: 'a' },
          { name: 'b', initial: '1 + 1' },
          { name: 'c', initial: 'b * 10' },
          { name: 'd', initial: '0' },
        ],
      },
      { d: 4 },
    );

    expect(play.variables).toEqual({ a: null, b: 2, c: 20, d: 4 });
  });

  it('of a sub-process hide those of the same name around it, and end with it', () => {
    const inside = {
      ...sketch([scriptTask('regn', { work: feel('teller + 1', 'teller') })], 'start-d > regn > inne > slutt-d'),
      variables: [{ name: 'teller', initial: '100' }],
    };
    const play = playEvents(sketch([subProcess('del', inside)], 'start > del > etter > slutt'), { teller: 1 });
    const own = [...play.instance.elements.values()].find(({ node }) => node === 'del');
    expect(own?.variables).toEqual({ teller: 101 });

    play.complete('inne');

    expect(play.variables).toEqual({ teller: 1 });
  });

  it('a first value that fails is an incident of the process, which begins when that is put right', () => {
    const play = playEvents({ ...sketch([], 'start > arbeid > slutt'), variables: [{ name: 'b', initial: 'a + 1' }] });
    expect(play.incidents).toEqual(['EXPRESSION prosess']);

    play.resolve({ a: 1 });

    expect(play.variables).toEqual({ a: 1, b: 2 });
    expect(play.standing).toEqual(['arbeid']);
  });
});
