import { readFile } from 'node:fs/promises';
import { readBpmn } from '../../../engine/index.js';
import { doerOf } from './doer-of.js';

it.each(['boligtildeling', 'tjenestevedtak'])(
  'in the past of %s whoever signs as the second is not who signed first',
  async (process) => {
    const read = await readBpmn(await readFile(`workflows/${process}/${process}.bpmn`, 'utf8'));
    const [definition] = read.ok ? read.definitions : [];
    const doer = (node: string): string => {
      const task = definition?.nodes.get(node);
      return doerOf({ node, candidateGroups: task?.kind === 'userTask' ? task.candidateGroups.map(String) : [] });
    };
    const pairs = [...(definition?.nodes.values() ?? [])].flatMap(({ id, hint: { otherThan } }) =>
      (otherThan?.split(' ') ?? []).map((first) => ({ id, first })),
    );

    expect(pairs.filter(({ id, first }) => doer(id) === doer(first))).toEqual([]);
    expect(pairs).not.toEqual([]);
  },
);
