import { CasePlayer } from '../../../../test/support/case-player.js';
import { buildProcess, inOrder, startEvent, userTask } from '../../../../test/support/process-builder.js';
import { effectsOf } from './effects-of.js';

const told = (options: Parameters<typeof userTask>[1]): readonly unknown[] => {
  const definition = buildProcess('enkel', {
    nodes: [startEvent('start'), userTask('vurder', options)],
    flows: inOrder('start', 'vurder'),
  });
  return new CasePlayer(definition).start().flatMap(effectsOf);
};

describe('the first word about a task', () => {
  it('goes to the groups that may take it', () => {
    expect(told({ candidateGroups: ['hvk', 'bst'] })).toMatchObject([
      { type: 'Notify', kind: 'task-available', to: { groups: ['hvk', 'bst'] }, node: 'vurder', taskName: 'vurder' },
    ]);
  });

  it('goes to the one who gets it', () => {
    expect(told({ assignee: '"bjorn"' })).toMatchObject([{ kind: 'task-assigned', to: { actor: 'bjorn' } }]);
  });

  it('goes to nobody when nobody may take it', () => {
    expect(told({ candidateGroups: [] })).toEqual([]);
  });
});
