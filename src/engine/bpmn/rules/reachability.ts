import type { FlowNode } from '../../definition/flow-node.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';
import { error } from '../diagnostic.js';
import type { ProcessRule } from './rule.js';

/** Every node can be come to from a start event of its scope. */
export const reachable: ProcessRule = (definition) => {
  const reached = reachedFromStarts(definition);
  return [...definition.nodes.values()]
    .filter((node) => !reached.has(node.id))
    .map(({ id }) =>
      error('unreachable', id, {
        message: `Expected a way from a start event to '${id}', but there is none`,
        melding: 'Saken kan aldri komme hit. Tegn en flyt inn, eller ta elementet bort.',
      }),
    );
};

function reachedFromStarts({ scopes, nodes, flows }: UnversionedDefinition): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...scopes.values()].flatMap((scope) => scope.startEvents);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes.get(id);
    if (node === undefined || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...boundaryEventsOf(node), ...node.outgoing.map((flow) => flows.get(flow)?.target ?? ''));
  }
  return reached;
}

const boundaryEventsOf = (node: FlowNode): readonly string[] => ('boundaryEvents' in node ? node.boundaryEvents : []);
