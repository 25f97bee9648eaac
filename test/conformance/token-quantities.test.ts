import { playSketch, sketch } from '../support/play-sketch.js';
import { exclusiveGateway, inclusiveGateway, noneTask, parallelGateway, userTask } from '../support/process-builder.js';

describe('BPMN 2.0.2 §13.3.2 startQuantity', () => {
  it('begins an activity with 3 tokens, however they come', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), exclusiveGateway('flett'), userTask('samlet', { startQuantity: 3 })],
        'start > del > a > samlet > slutt',
        'del > b > flett > samlet',
        'del > c > flett',
      ),
    );
    player.complete('a');
    player.complete('b');
    expect(player.standing).toEqual(['c', 'samlet', 'samlet']);
    expect(player.instance.userTasks.size).toBe(1);

    player.complete('c');
    expect(player.standing).toEqual(['samlet']);
    player.complete('samlet');
    expect(player.instance.state).toBe('completed');
  });

  it('begins it twice with 4 tokens when it asks for 2', () => {
    const player = playSketch(
      sketch(
        [noneTask('mange', { completionQuantity: 4 }), userTask('samlet', { startQuantity: 2 })],
        'start > mange > samlet > slutt',
      ),
    );

    expect(player.standing).toEqual(['samlet', 'samlet']);
    expect(player.instance.userTasks.size).toBe(2);
  });

  it('is reported as STUCK when too few can ever come', () => {
    const player = playSketch(sketch([userTask('samlet', { startQuantity: 2 })], 'start > samlet > slutt'));

    expect(player.incidents).toEqual(['STUCK samlet']);
  });
});

describe('BPMN 2.0.2 §13.3.2 completionQuantity', () => {
  it('gives 2 tokens to each way out', () => {
    const player = playSketch(
      sketch([userTask('a', { completionQuantity: 2 })], 'start > a > b > slutt', 'a > c > slutt2'),
    );
    player.complete('a');

    expect(player.standing).toEqual(['b', 'b', 'c', 'c']);
  });

  it('counts for a multi-instance as a whole, once', () => {
    const multiInstance = { sequential: false, cardinality: '3' };
    const player = playSketch(
      sketch([noneTask('a', { completionQuantity: 2, multiInstance })], 'start > a > b > slutt'),
    );

    expect(player.standing).toEqual(['b', 'b']);
  });
});

describe('BPMN 2.0.2 §13.3.1 merging without a gateway', () => {
  it('an activity with 2 flows in begins once for each token', () => {
    const player = playSketch(sketch([parallelGateway('del')], 'start > del > a > c > slutt', 'del > b > c'));
    player.complete('a');
    player.complete('b');

    expect(player.standing).toEqual(['c', 'c']);
  });
});

describe('BPMN 2.0.2 §13.4.1 parallel gateway, surplus and mixed use', () => {
  it('takes one token of each flow and leaves the surplus for the next time', () => {
    const player = playSketch(
      sketch(
        [noneTask('to', { completionQuantity: 2 }), parallelGateway('samle'), parallelGateway('del')],
        'start > del > to > samle > etter > slutt',
        'del > b > samle',
      ),
    );
    expect(player.standing).toEqual(['b', 'samle', 'samle']);
    player.complete('b');

    expect(player.standing).toEqual(['etter', 'samle']);
  });

  it('fires twice when 2 tokens wait on each of 2 flows', () => {
    const player = playSketch(
      sketch(
        [
          parallelGateway('del'),
          noneTask('x', { completionQuantity: 2 }),
          noneTask('y', { completionQuantity: 2 }),
          parallelGateway('samle'),
        ],
        'start > del > x > samle > etter > slutt',
        'del > y > samle',
      ),
    );

    expect(player.standing).toEqual(['etter', 'etter']);
  });

  it('after an inclusive split with one way taken waits for ever, and says so: STUCK', () => {
    const player = playSketch(
      sketch(
        [inclusiveGateway('del', { defaultFlow: 'del-b' }), parallelGateway('samle')],
        'start > del > b > samle > slutt',
        'del > a : x = 1',
        'a > samle',
      ),
    );
    player.complete('b');

    expect(player.incidents).toEqual(['STUCK samle']);
  });
});
