import { migrationPlanOf } from '../../src/engine/index.js';
import { playing, problemsOf, straight, version } from '../support/play-migration.js';
import {
  exclusiveGateway,
  flow,
  inOrder,
  parallelGateway,
  serviceTask,
  startEvent,
  subProcess,
  userTask,
  type NodeSketch,
} from '../support/process-builder.js';

describe('engine.md §1 migrate: refusals with a reason per element', () => {
  it('a node that is missing, and one that is of another kind', () => {
    const play = playing(
      { nodes: [startEvent('start'), userTask('a'), userTask('b')], flows: [flow('start', 'a'), flow('start', 'b')] },
      straight(serviceTask('b')),
    );

    expect(problemsOf(play)).toEqual(['a node-missing', 'b other-kind']);
    expect(play.standing).toEqual(['a', 'b']);
  });

  it('a node that stands in another scope', () => {
    const inside = { nodes: [startEvent('inn'), userTask('a')], flows: inOrder('inn', 'a') };
    const play = playing(straight(userTask('a')), straight(subProcess('del', inside)));

    expect(problemsOf(play)).toEqual(['a other-scope']);
  });

  it('an activity that repeats otherwise', () => {
    const each = (sequential: boolean) => ({ multiInstance: { sequential, collection: '[1]' } });
    const parallel = straight(userTask('a', each(false)));

    expect(problemsOf(playing(parallel, straight(userTask('a', each(true)))))).toEqual(['a other-loop']);
    expect(problemsOf(playing(parallel, straight(userTask('a'))))).toEqual(['a other-loop']);
  });

  it('a token at a join whose way the new version does not have', () => {
    const play = playing(
      {
        nodes: [startEvent('start'), parallelGateway('del'), userTask('a'), userTask('b'), parallelGateway('møt')],
        flows: [...inOrder('start', 'del', 'a', 'møt'), ...inOrder('del', 'b', 'møt')],
      },
      {
        nodes: [startEvent('start'), exclusiveGateway('del'), userTask('a'), userTask('b'), parallelGateway('møt')],
        flows: [...inOrder('start', 'del', 'a'), ...inOrder('del', 'b', 'møt')],
      },
    );
    play.complete('a');

    expect(problemsOf(play)).toEqual(['møt flow-missing']);
  });

  it('a mapping from or to something that does not exist', () => {
    const play = playing(straight(userTask('a')), straight(userTask('a')));

    expect(problemsOf(play, { x: 'a', a: 'y' })).toEqual(['x unknown-source', 'y node-missing', 'a node-missing']);
  });

  it('no version to go on with', () => {
    const play = playing(straight(userTask('a')), straight(userTask('a')));
    play.target = undefined;

    expect(play.ask({ type: 'MigrateProcessInstance', mapping: {} })).toEqual({
      ok: false,
      rejection: { reason: 'migration-target-missing' },
    });
  });
});

describe('engine.md §1 migrate: a generated plan', () => {
  it('maps the same id of the same kind, then the only one of that kind and name, and says what has no place', () => {
    const named = (id: string, name: string): NodeSketch => userTask(id, { name });
    const from = version(1, straight(named('a', 'Vurder'), named('b', 'Fatt vedtak'), serviceTask('send')));
    const to = version(2, straight(named('a', 'Vurder søknaden'), named('vedtak', 'Fatt vedtak')));

    expect(migrationPlanOf(from, to)).toEqual({
      mapping: { start: 'start', a: 'a', b: 'vedtak', slutt: 'slutt' },
      unmapped: ['send'],
    });
  });
});
