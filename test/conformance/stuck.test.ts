import type { CasePlayer } from '../support/case-player.js';
import { caseOf, expectLaws } from '../support/play-events.js';
import { complexGateway, inclusiveGateway, parallelGateway, subProcess } from '../support/process-builder.js';
import { sketch } from '../support/play-sketch.js';

afterEach(expectLaws);

/** A parallel join behind an inclusive split that has taken the way by b only. */
function stuckAtJoin(): CasePlayer {
  const player = caseOf(
    sketch(
      [inclusiveGateway('del', { defaultFlow: 'del-b' }), parallelGateway('samle')],
      'start > del > b > samle > etter > slutt',
      'del > a : x = 1',
      'a > samle',
    ),
  );
  player.start({ x: 0 });
  player.complete('b');
  return player;
}

const messages = (player: CasePlayer): readonly string[] =>
  [...player.instance.incidents.values()].map(({ message }) => message);

describe('a scope in which nothing can go on (STUCK)', () => {
  it('says at which join, by which flow a token has come and by which none can', () => {
    const player = stuckAtJoin();

    expect(player.incidents).toEqual(['STUCK samle']);
    expect(messages(player)).toEqual([
      "Expected the tokens that wait to be joined by others, but none can come: 'samle' has tokens by 'b-samle', none by 'a-samle'",
    ]);
  });

  it('is put right by a token that is put where it was missing: the incident closes by itself, in the journal', () => {
    const player = stuckAtJoin();
    const events = player.play({ type: 'ModifyProcessInstance', cancel: [], start: [{ node: 'a' }] });
    expect(events.map(({ type }) => type)).toContain('IncidentResolved');
    expect(player.incidents).toEqual([]);
    player.complete('a');

    expect(player.standing).toEqual(['etter']);
  });

  it('is put right by moving its token on', () => {
    const player = stuckAtJoin();
    player.play({ type: 'ModifyProcessInstance', cancel: [{ node: 'samle' }], start: [{ node: 'etter' }] });

    expect(player.incidents).toEqual([]);
    expect(player.standing).toEqual(['etter']);
  });

  it('is put right by the variable that its condition waits for', () => {
    const player = caseOf(
      sketch(
        [parallelGateway('del'), complexGateway('samle', { activationCondition: 'activationCount >= grense' })],
        'start > del > a > samle > etter > slutt',
        'del > b > samle',
      ),
    );
    player.start({ grense: 3 });
    for (const id of ['a', 'b']) player.complete(id);
    expect(messages(player)[0]).toContain("and 'activationCount >= grense' does not hold");

    player.play({ type: 'SetVariables', variables: { grense: 2 } });
    expect(player.incidents).toEqual([]);
    expect(player.standing).toEqual(['etter']);
  });

  it('keeps one incident, the same, as long as nothing changes in it', () => {
    const player = stuckAtJoin();
    const [id] = player.instance.incidents.keys();
    player.play({ type: 'SetVariables', variables: { y: 1 } });

    expect([...player.instance.incidents.keys()]).toEqual([id]);
  });

  it('inside a sub-process is told of there, and what stands beside it goes on', () => {
    const inside = sketch(
      [inclusiveGateway('del', { defaultFlow: 'del-b' }), parallelGateway('samle')],
      'start-i > del > b > samle > slutt-i',
      'del > a : x = 1',
      'a > samle',
    );
    const player = caseOf(
      sketch(
        [parallelGateway('fordel'), subProcess('deler', inside)],
        'start > fordel > deler > slutt',
        'fordel > c > d > slutt2',
      ),
    );
    player.start({ x: 0 });
    player.complete('b');
    player.complete('c');

    expect(player.incidents).toEqual(['STUCK samle']);
    expect(player.standing).toEqual(['d', 'deler', 'samle']);
  });
});
