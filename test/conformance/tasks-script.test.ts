import { scriptTask } from '../support/process-builder.js';
import { expectLaws, playEvents } from '../support/play-events.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

const feel = (script: string, resultVariable?: string) =>
  resultVariable === undefined
    ? ({ kind: 'feel', script } as const)
    : ({ kind: 'feel', script, resultVariable } as const);

describe('BPMN 2.0.2 §10.3.3 script task', () => {
  it.each([
    ['a value under its name', feel('belop * 2', 'sum'), { sum: 8 }],
    ['a context under its name', feel('{a: 1, b: belop}', 'alt'), { alt: { a: 1, b: 4 } }],
    ['the entries of a context without a name', feel('{a: 1, b: belop}'), { a: 1, b: 4 }],
    ['nothing of another value without a name', feel('belop'), {}],
  ])('gives %s', (_name, work, variables) => {
    const play = playEvents(sketch([scriptTask('regn', { work })], 'start > regn > etter > slutt'), { belop: 4 });

    expect(play.variables).toEqual({ belop: 4, ...variables });
    expect(play.standing).toEqual(['etter']);
  });

  it('maps its result', () => {
    const play = playEvents(
      sketch(
        [
          scriptTask('regn', {
            work: feel('inn + 1', 'ut'),
            inputs: [{ source: 'belop', target: 'inn' }],
            outputs: [{ source: 'ut * 10', target: 'sum' }],
          }),
        ],
        'start > regn > slutt',
      ),
      { belop: 4 },
    );

    expect(play.variables).toEqual({ belop: 4, sum: 50 });
  });

  it('a script that fails is an incident and runs again when it is resolved', () => {
    const play = playEvents(
      sketch([scriptTask('regn', { work: feel('belop + 1', 'sum') })], 'start > regn > etter > slutt'),
    );
    expect(play.incidents).toEqual(['EXPRESSION regn']);

    play.resolve({ belop: 1 });

    expect(play.variables).toEqual({ belop: 1, sum: 2 });
    expect(play.standing).toEqual(['etter']);
  });

  it('runs once for each item and gathers the results', () => {
    const play = playEvents(
      sketch(
        [
          scriptTask('regn', {
            work: feel('n * n', 'kvadrat'),
            multiInstance: {
              sequential: true,
              collection: '[1, 2, 3]',
              elementVariable: 'n',
              outputCollection: 'kvadrater',
              outputElement: 'kvadrat',
            },
          }),
        ],
        'start > regn > slutt',
      ),
    );

    expect(play.variables).toMatchObject({ kvadrater: [1, 4, 9] });
  });

  it('in another language is done by a worker', () => {
    const play = playEvents(
      sketch(
        [scriptTask('regn', { work: { kind: 'job', jobType: 'skript', headers: { sprak: 'js' } } })],
        'start > regn > slutt',
      ),
    );
    expect([...play.instance.jobs.values()]).toMatchObject([{ type: 'skript', headers: { sprak: 'js' } }]);

    play.completeJob('regn', { ut: 1 });

    expect(play.variables).toEqual({ ut: 1 });
  });
});
