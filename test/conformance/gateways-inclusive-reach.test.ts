import { playSketch, sketch } from '../support/play-sketch.js';
import { exclusiveGateway, inclusiveGateway, parallelGateway } from '../support/process-builder.js';

describe('BPMN 2.0.2 §13.4.3 inclusive gateway, which tokens are waited for', () => {
  it('not one that could as well come by the flow that has a token: nobody can tell which it will be', () => {
    const player = playSketch(
      sketch(
        [
          parallelGateway('del'),
          exclusiveGateway('valg', { defaultFlow: 'valg-flett' }),
          exclusiveGateway('flett'),
          inclusiveGateway('samle'),
        ],
        'start > del > a > flett > samle > etter > slutt',
        'del > b > valg > flett',
        'valg > samle : x = 1',
      ),
    );
    player.complete('a');

    expect(player.standing).toEqual(['b', 'etter']);
  });

  it('the second token of a flow is kept for the next time', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), exclusiveGateway('flett'), inclusiveGateway('samle')],
        'start > del > a > flett > samle > etter > slutt',
        'del > b > flett',
        'del > c > samle',
      ),
    );
    player.complete('a');
    player.complete('b');
    expect(player.standing).toEqual(['c', 'samle', 'samle']);

    player.complete('c');
    expect(player.standing).toEqual(['etter', 'etter']);
  });

  it('at the head of a loop the first token is let in, and each that comes round', () => {
    const player = playSketch(
      sketch(
        [inclusiveGateway('samle'), exclusiveGateway('valg', { defaultFlow: 'valg-samle' })],
        'start > samle > a > valg > samle',
        'valg > slutt : nok = true',
      ),
    );
    expect(player.standing).toEqual(['a']);
    player.complete('a');
    expect(player.standing).toEqual(['a']);

    player.complete('a', { nok: true });
    expect(player.instance.state).toBe('completed');
  });

  it('a token that has passed it may come again without anybody who waits', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), inclusiveGateway('samle'), exclusiveGateway('valg', { defaultFlow: 'valg-slutt' })],
        'start > del > a > samle > etter > valg > slutt',
        'del > b > slutt2',
        'valg > samle : igjen = true',
      ),
    );
    player.complete('a');
    expect(player.standing).toEqual(['b', 'etter']);
    player.complete('etter', { igjen: true });

    expect(player.standing).toEqual(['b', 'etter']);
  });

  it('a token that went round the loop is waited for when another one comes in meanwhile', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), inclusiveGateway('samle'), exclusiveGateway('valg', { defaultFlow: 'valg-slutt' })],
        'start > del > a > samle > etter > valg > slutt',
        'del > b > samle',
        'valg > samle : igjen = true',
        'del > c > slutt2',
      ),
    );
    player.complete('a');
    expect(player.standing).toEqual(['b', 'c', 'samle']);
    player.complete('b');
    player.complete('etter', { igjen: true });

    expect(player.standing).toEqual(['c', 'etter']);
  });

  it('joins and splits in one gateway: 2 in, those of 3 out whose condition holds', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), inclusiveGateway('begge')],
        'start > del > a > begge',
        'del > b > begge',
        'begge > c : x > 0',
        'begge > d : x > 1',
        'begge > e : x > 2',
      ),
      { x: 2 },
    );
    player.complete('a');
    player.complete('b');

    expect(player.standing).toEqual(['c', 'd']);
  });

  it('a join that is stuck at its way out keeps its token, and takes it on when it is put right', () => {
    const player = playSketch(
      sketch(
        [parallelGateway('del'), inclusiveGateway('begge')],
        'start > del > a > begge',
        'del > b > begge',
        'begge > c : x > 0',
      ),
    );
    player.complete('a');
    player.complete('b');
    expect(player.incidents).toEqual(['NO_FLOW begge']);

    player.resolve({ x: 2 });
    expect(player.standing).toEqual(['c']);
  });
});

describe('BPMN 2.0.2 §13.4.3 inclusive gateways after each other', () => {
  it('an inner join is left before the outer one, each with the tokens of its own split', () => {
    const player = playSketch(
      sketch(
        ['ytre', 'indre', 'samle-indre', 'samle-ytre'].map((id) => inclusiveGateway(id)),
        'start > ytre > indre > a > samle-indre > midt > samle-ytre > etter > slutt',
        'indre > b > samle-indre',
        'ytre > c > samle-ytre',
      ),
    );
    player.complete('c');
    player.complete('a');
    expect(player.standing).toEqual(['b', 'samle-indre', 'samle-ytre']);
    player.complete('b');
    expect(player.standing).toEqual(['midt', 'samle-ytre']);

    player.complete('midt');
    expect(player.standing).toEqual(['etter']);
  });

  it('of two joins the one that nothing can reach is left first, and lets the other go on', () => {
    const player = playSketch(
      sketch(
        [
          parallelGateway('del'),
          inclusiveGateway('tidlig'),
          inclusiveGateway('sen'),
          exclusiveGateway('valg', { defaultFlow: 'valg-slutt2' }),
        ],
        'start > del > a > tidlig > sen > etter > slutt',
        'del > b > sen',
        'del > c > valg > slutt2',
        'valg > tidlig : x = 1',
      ),
    );
    player.complete('b');
    player.complete('a');
    expect(player.standing).toEqual(['c', 'sen', 'tidlig']);

    player.complete('c');
    expect(player.standing).toEqual(['etter']);
  });

  it('in a ring where each can reach the other, the only one with a token is left', () => {
    const player = playSketch(
      sketch(
        [
          inclusiveGateway('en'),
          inclusiveGateway('to'),
          exclusiveGateway('valg', { defaultFlow: 'valg-en' }),
          exclusiveGateway('forst', { defaultFlow: 'forst-en' }),
        ],
        'start > forst > en > a > to > b > valg > en',
        'forst > to : false',
        'valg > slutt : nok = true',
      ),
    );
    for (const id of ['a', 'b', 'a']) player.complete(id);
    expect(player.standing).toEqual(['b']);

    player.complete('b', { nok: true });
    expect(player.instance.state).toBe('completed');
  });

  it('two that wait for each other do so for ever, by the letter of the rule, and say so: STUCK', () => {
    const player = playSketch(
      sketch(
        [...['del', 'v1', 'v2'].map((id) => parallelGateway(id)), inclusiveGateway('en'), inclusiveGateway('to')],
        'start > del > a > en > v1 > to > v2 > en',
        'del > b > to',
        'v1 > slutt',
        'v2 > slutt2',
      ),
    );
    player.complete('a');
    player.complete('b');

    expect(player.standing).toEqual(['en', 'to']);
    expect(player.incidents).toEqual(['STUCK en']);
  });
});
