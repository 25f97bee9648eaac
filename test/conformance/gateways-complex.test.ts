import { playSketch, sketch } from '../support/play-sketch.js';
import { complexGateway, exclusiveGateway, parallelGateway } from '../support/process-builder.js';
import type { CasePlayer } from '../support/case-player.js';

type Options = Parameters<typeof complexGateway>[1];

/** Three tasks a, b and c at once, then the gateway, then `etter`. */
const threeIn = (options: Options, ...more: readonly string[]): CasePlayer =>
  playSketch(
    sketch(
      [parallelGateway('del'), complexGateway('samle', options)],
      'start > del > a > samle',
      'del > b > samle',
      'del > c > samle',
      ...(more.length === 0 ? ['samle > etter > slutt'] : more),
    ),
    { grense: 2 },
  );

describe('BPMN 2.0.2 §13.4.5 complex gateway, waiting for start', () => {
  it('goes on with 2 of 3 tokens when its condition asks for 2', () => {
    const player = threeIn({ activationCondition: 'activationCount >= 2' });
    player.complete('c');
    expect(player.standing).toEqual(['a', 'b', 'samle']);

    player.complete('a');
    expect(player.standing).toEqual(['b', 'etter']);
  });

  it('counts tokens by flow too', () => {
    const player = threeIn({ activationCondition: 'get value(activationCount, "b-samle") >= 1' });
    player.complete('a');
    player.complete('c');
    expect(player.standing).toEqual(['b', 'samle', 'samle']);

    player.complete('b');
    expect(player.standing).toEqual(['etter']);
  });

  it('sees the variables of the process beside its counts', () => {
    const player = threeIn({ activationCondition: 'activationCount >= grense' });
    player.complete('a');
    expect(player.standing).toEqual(['b', 'c', 'samle']);
    player.complete('b');

    expect(player.standing).toEqual(['c', 'etter']);
  });

  it('is asked again when a variable changes: it need not be a token that makes the condition hold', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), complexGateway('samle', { activationCondition: 'haster = true' })],
        'start > del > a > samle > etter > slutt',
        'del > b > slutt2',
        'del > c > samle',
      ),
    );
    player.complete('a');
    player.complete('b', { haster: true });

    expect(player.standing).toEqual(['c', 'etter']);
  });

  it('without a condition waits for every flow, as a parallel gateway does', () => {
    const player = threeIn({});
    player.complete('a');
    player.complete('b');
    expect(player.standing).toEqual(['c', 'samle', 'samle']);

    player.complete('c');
    expect(player.standing).toEqual(['etter']);
  });

  it('gives a token to each way whose condition holds, to the default when none does', () => {
    const ways = ['samle > d : grense > 1', 'samle > e : grense > 5', 'samle > f'];
    const options = { activationCondition: 'activationCount >= 1', defaultFlow: 'samle-f' };
    const player = threeIn(options, ...ways);
    player.complete('a', { grense: 9 });
    expect(player.standing).toEqual(['b', 'c', 'd', 'e']);

    const other = threeIn(options, ...ways);
    other.complete('a', { grense: 0 });
    expect(other.standing).toEqual(['b', 'c', 'f']);
  });

  it('without a way and without a default is stuck with NO_FLOW, and goes on with its tokens when it is put right', () => {
    const player = threeIn({ activationCondition: 'activationCount >= 2' }, 'samle > d : grense > 5');
    player.complete('a');
    player.complete('b');
    expect(player.incidents).toEqual(['NO_FLOW samle']);

    player.resolve({ grense: 6 });
    expect(player.standing).toEqual(['c', 'd']);
  });

  it('whose condition has no value is stuck with EXPRESSION, and is asked again when it is put right', () => {
    const player = threeIn({ activationCondition: 'activationCount + tillegg >= 2' });
    player.complete('a');
    expect(player.incidents).toEqual(['EXPRESSION samle']);
    player.complete('b');
    expect(player.incidents).toEqual(['EXPRESSION samle']);

    player.resolve({ tillegg: 0 });
    expect(player.incidents).toEqual([]);
    expect(player.standing).toEqual(['c', 'etter']);
  });

  it('whose condition can never hold is reported as STUCK when nothing is left to move', () => {
    const player = threeIn({ activationCondition: 'activationCount >= 4' });
    for (const id of ['a', 'b', 'c']) player.complete(id);

    expect(player.incidents).toEqual(['STUCK samle']);
  });

  it('as a split alone gives each token to the ways whose condition holds', () => {
    const player = playSketch(
      sketch([complexGateway('del')], 'start > del > a', 'del > b : x = 1', 'del > c : x = 2'),
      { x: 2 },
    );

    expect(player.standing).toEqual(['a', 'c']);
  });
});

describe('BPMN 2.0.2 §13.4.5 complex gateway, waiting for reset', () => {
  const two = { activationCondition: 'activationCount >= 2' };

  it('takes the third token without going on again: a partial join', () => {
    const player = threeIn(two);
    for (const id of ['a', 'b', 'c']) player.complete(id);
    expect(player.standing).toEqual(['etter']);

    player.complete('etter');
    expect(player.instance.state).toBe('completed');
  });

  it('lets conditions tell the phases apart by waitingForStart', () => {
    const player = threeIn(two, 'samle > d : waitingForStart', 'samle > e : not(waitingForStart)');
    player.complete('a');
    player.complete('b');
    expect(player.standing).toEqual(['c', 'd']);

    player.complete('c');
    expect(player.standing).toEqual(['d', 'e']);
  });

  it('gives the default a token at its reset when the ways ask for the phase and none holds', () => {
    const player = threeIn({ ...two, defaultFlow: 'samle-e' }, 'samle > d : waitingForStart', 'samle > e');
    for (const id of ['a', 'b', 'c']) player.complete(id);

    expect(player.standing).toEqual(['d', 'e']);
  });

  it('is reset when nothing can come any more, and then begins anew', () => {
    const player = playSketch(
      sketch(
        [
          parallelGateway('del'),
          exclusiveGateway('valg', { defaultFlow: 'valg-slutt2' }),
          exclusiveGateway('flett'),
          complexGateway('samle', { activationCondition: 'activationCount >= 1' }),
        ],
        'start > flett > del > a > samle > etter > slutt',
        'del > b > valg > slutt2',
        'valg > samle : x = 1',
      ),
    );
    player.complete('a');
    expect(player.standing).toEqual(['b', 'etter']);
    expect([...player.instance.elements.values()][0]?.progress).toEqual({ resetting: { samle: ['a-samle'] } });

    player.complete('b');
    expect(player.standing).toEqual(['etter']);
    expect([...player.instance.elements.values()][0]?.progress).toEqual({ resetting: {} });
  });

  it('keeps a token that comes by a used flow for the next round', () => {
    const player = playSketch(
      sketch(
        [
          parallelGateway('del'),
          exclusiveGateway('flett'),
          complexGateway('samle', { activationCondition: 'activationCount >= 1' }),
        ],
        'start > del > a > flett > samle > etter > slutt',
        'del > b > flett',
        'del > c > samle',
      ),
    );
    player.complete('a');
    player.complete('b');
    expect(player.standing).toEqual(['c', 'etter', 'samle']);

    player.complete('c');
    expect(player.standing).toEqual(['etter', 'etter']);
  });

  it('works round after round in a loop', () => {
    const player = playSketch(
      sketch(
        [
          exclusiveGateway('flett'),
          parallelGateway('del'),
          complexGateway('samle', { activationCondition: 'activationCount >= 1' }),
          exclusiveGateway('valg', { defaultFlow: 'valg-flett' }),
        ],
        'start > flett > del > a > samle > etter > valg > flett',
        'del > b > samle',
        'valg > slutt : nok = true',
      ),
    );
    for (const id of ['a', 'b', 'etter', 'b', 'a']) player.complete(id);
    expect(player.standing).toEqual(['etter']);

    player.complete('etter', { nok: true });
    expect(player.instance.state).toBe('completed');
  });
});

describe('BPMN 2.0.2 §13.4.5 a complex gateway that gets stuck while it goes on', () => {
  const byPhase = ['samle > d : waitingForStart and gyldig', 'samle > e : not(waitingForStart) and klar'];

  it('by its start: resolving it is the same start again, and the rest is its reset', () => {
    const player = threeIn({ activationCondition: 'activationCount >= 2' }, ...byPhase);
    player.play({ type: 'SetVariables', variables: { klar: true } });
    player.complete('a');
    player.complete('b');
    player.complete('c');
    expect(player.incidents).toEqual(['NO_FLOW samle']);
    expect(player.standing).toEqual(['samle', 'samle']);

    player.resolve({ gyldig: true });
    expect(player.standing).toEqual(['d', 'e']);
  });

  it('by its start with a token of each flow begins anew at once when that is resolved: there is no reset', () => {
    const player = threeIn({}, ...byPhase);
    player.play({ type: 'SetVariables', variables: { klar: true } });
    for (const id of ['a', 'b', 'c']) player.complete(id);
    expect(player.incidents).toEqual(['NO_FLOW samle']);

    player.resolve({ gyldig: true });
    expect(player.standing).toEqual(['d']);
  });

  it('by its reset: resolving it is the same reset again', () => {
    const ways = ['samle > d : waitingForStart', 'samle > e : not(waitingForStart) and grense + tillegg > 2'];
    const player = threeIn({ activationCondition: 'activationCount >= 2' }, ...ways);
    player.play({ type: 'SetVariables', variables: { tillegg: 'mye' } });
    for (const id of ['a', 'b', 'c']) player.complete(id);
    expect(player.incidents).toEqual(['EXPRESSION samle']);
    expect(player.standing).toEqual(['d', 'samle']);

    player.resolve({ tillegg: 1 });
    expect(player.standing).toEqual(['d', 'e']);
  });

  it('and is then taken away by hand goes on waiting for its rest, and takes it', () => {
    const player = threeIn({ activationCondition: 'activationCount >= 2' }, ...byPhase);
    player.complete('a');
    player.complete('b');
    player.play({ type: 'ModifyProcessInstance', cancel: [{ node: 'samle' }], start: [] });
    expect(player.standing).toEqual(['c']);

    player.complete('c', { klar: true });
    expect(player.incidents).toEqual([]);
    expect(player.standing).toEqual(['e']);
  });

  it('with a token that was put there by hand leaves the others at their start', () => {
    const player = threeIn({ activationCondition: 'activationCount >= 2' }, ...byPhase);
    player.complete('a');
    player.play({ type: 'ModifyProcessInstance', cancel: [], start: [{ node: 'samle', place: 'after' }] });
    expect(player.incidents).toEqual(['NO_FLOW samle']);
    player.resolve({ gyldig: true });
    expect(player.standing).toEqual(['b', 'c', 'd', 'samle']);

    player.complete('b');
    expect(player.standing).toEqual(['c', 'd', 'd']);
  });
});
