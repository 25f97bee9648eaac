import type { StandardLoop } from '../../src/engine/index.js';
import type { CasePlayer } from '../support/case-player.js';
import { playSketch, sketch } from '../support/play-sketch.js';
import { boundaryEvent, noneTask, subProcess, userTask } from '../support/process-builder.js';

const looping = (standardLoop: StandardLoop, variables = {}): CasePlayer =>
  playSketch(sketch([userTask('a', { standardLoop })], 'start > a > b > slutt'), variables);

describe('BPMN 2.0.2 §13.3.6 standard loop', () => {
  it('tested after: is done once, and again while the condition holds', () => {
    const player = looping({ condition: 'nok != true', testBefore: false }, { nok: true });
    player.complete('a', { nok: false });
    expect(player.standing).toEqual(['a']);

    player.complete('a', { nok: true });
    expect(player.standing).toEqual(['b']);
  });

  it('tested before: is not done at all when the condition does not hold', () => {
    expect(looping({ condition: 'false', testBefore: true }).standing).toEqual(['b']);
  });

  it('tested before: is done while the condition holds', () => {
    const player = looping({ condition: 'igjen', testBefore: true }, { igjen: true });
    player.complete('a');
    expect(player.standing).toEqual(['a']);

    player.complete('a', { igjen: false });
    expect(player.standing).toEqual(['b']);
  });

  it('counts its iterations from 1 in loopCounter, 0 before the first', () => {
    const player = playSketch(
      sketch(
        [
          noneTask('a', {
            standardLoop: { condition: 'loopCounter < 4', testBefore: true },
            outputs: [{ source: 'append(sett, loopCounter)', target: 'sett' }],
          }),
        ],
        'start > a > slutt',
      ),
      { sett: [] },
    );

    expect(player.variables).toEqual({ sett: [1, 2, 3, 4] });
  });

  it.each([true, false])('ends after its maximum of 2 though the condition holds (tested before: %s)', (testBefore) => {
    const player = looping({ condition: 'true', maximum: 2, testBefore });
    player.complete('a');
    player.complete('a');

    expect(player.standing).toEqual(['b']);
  });

  it('with a maximum and no condition is done so often', () => {
    const player = looping({ maximum: 3, testBefore: false });
    for (let done = 0; done < 3; done += 1) player.complete('a');

    expect(player.standing).toEqual(['b']);
  });

  it('with a maximum of 0, tested before, is not done', () => {
    expect(looping({ maximum: 0, testBefore: true }).standing).toEqual(['b']);
  });

  it('round a sub-process begins it anew each time, with nothing of its own left from before', () => {
    const inside = sketch([], 'start2 > c > slutt2');
    const standardLoop = { condition: 'loopCounter < 2', testBefore: false };
    const inputs = [{ source: 'loopCounter * 10', target: 'lokal' }];
    const player = playSketch(sketch([subProcess('sak', inside, { standardLoop, inputs })], 'start > sak > b > slutt'));
    const local = (): unknown =>
      [...player.instance.elements.values()].find(({ loopIndex }) => loopIndex !== undefined)?.variables;
    expect(local()).toEqual({ loopCounter: 1, lokal: 10 });
    player.complete('c');
    expect(local()).toEqual({ loopCounter: 2, lokal: 20 });

    player.complete('c');
    expect(player.standing).toEqual(['b']);
  });

  it('is interrupted as a whole by an event on its edge', () => {
    const player = playSketch(
      sketch(
        [
          userTask('a', { standardLoop: { condition: 'true', testBefore: false } }),
          boundaryEvent('stopp', 'a', { trigger: { kind: 'message', message: 'stopp' } }),
        ],
        'start > a > slutt',
        'stopp > c > slutt2',
      ),
    );
    player.complete('a');
    player.correlate('stopp');

    expect(player.standing).toEqual(['c']);
    expect(player.instance.userTasks.size).toBe(1);
  });

  it('whose condition has no value is an incident of the iteration, and is asked again when it is put right', () => {
    const player = looping({ condition: 'grense - loopCounter > 0', testBefore: false }, { grense: 'x' });
    player.complete('a');
    expect(player.incidents).toEqual(['EXPRESSION a']);
    player.resolve({ grense: 2 });
    expect(player.standing).toEqual(['a']);
    player.complete('a');

    expect(player.standing).toEqual(['b']);
  });

  it('that waits for nothing and never ends is stopped with LOOP_LIMIT', () => {
    const player = playSketch(
      sketch([noneTask('a', { standardLoop: { condition: 'true', testBefore: false } })], 'start > a > slutt'),
    );

    expect(player.incidents).toEqual(['LOOP_LIMIT a']);
  });
});
