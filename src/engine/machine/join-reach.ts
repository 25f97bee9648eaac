import { isActivity, type FlowNode } from '../definition/flow-node.js';
import type { ProcessDefinition, Scope } from '../definition/process-definition.js';
import { outgoingFlows } from './compile-scope.js';

/** For each flow into a join: the nodes from which a token can still come by it without passing the join. */
export type JoinReach = ReadonlyMap<string, ReadonlySet<string>>;

/** The gateways of a process that wait for what may still come (BPMN 2.0.2 §13.4.3, §13.4.5), and from where it may. */
export function joinsOf(definition: ProcessDefinition): ReadonlyMap<string, JoinReach> {
  const joins = [...definition.nodes.values()].filter(waitsForOthers);
  return new Map(joins.map((join) => [join.id, reachOf(definition, join)]));
}

/** The nodes where a token may have to wait for others, with nothing else that would let it go on. */
export function meetingPlacesOf(definition: ProcessDefinition): ReadonlySet<string> {
  const isMeetingPlace = (node: FlowNode): boolean =>
    waitsForOthers(node) ||
    (node.kind === 'parallelGateway' && node.incoming.length > 1) ||
    (isActivity(node) && (node.startQuantity ?? 1) > 1);
  return new Set([...definition.nodes.values()].filter(isMeetingPlace).map(({ id }) => id));
}

const waitsForOthers = ({ kind, incoming }: FlowNode): boolean =>
  kind === 'complexGateway' || (kind === 'inclusiveGateway' && incoming.length > 1);

function reachOf(definition: ProcessDefinition, join: FlowNode): JoinReach {
  const scope = definition.scopes.get(join.scope);
  const sources = scope === undefined ? new Map<string, readonly string[]>() : sourcesIn(definition, scope);
  const reaching = (flow: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const open = [definition.flows.get(flow)?.source ?? ''];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (found.has(node)) continue;
      found.add(node);
      // A token that stands on the join itself may come round again; one that would have to pass it does not count.
      if (node !== join.id) open.push(...(sources.get(node) ?? []));
    }
    return found;
  };
  return new Map(join.incoming.map((flow) => [flow, reaching(flow)]));
}

/** From which nodes a token can come to each node of a scope in one step: by a flow, from a host to its edge, by a link. */
function sourcesIn(definition: ProcessDefinition, scope: Scope): ReadonlyMap<string, readonly string[]> {
  const nodes = scope.nodes.flatMap((id) => definition.nodes.get(id) ?? []);
  const sources = new Map<string, string[]>();
  const add = (source: string, target: string): void => {
    const known = sources.get(target) ?? [];
    sources.set(target, known);
    known.push(source);
  };
  for (const node of nodes) {
    for (const { target } of outgoingFlows(definition, node)) add(node.id, target);
    for (const event of isActivity(node) ? node.boundaryEvents : []) add(node.id, event);
    for (const target of linkTargets(nodes, node)) add(node.id, target);
  }
  return sources;
}

function linkTargets(nodes: readonly FlowNode[], thrower: FlowNode): readonly string[] {
  if (thrower.kind !== 'intermediateThrowEvent' || thrower.result.kind !== 'link') return [];
  const { link } = thrower.result;
  const catches = (node: FlowNode): boolean =>
    node.kind === 'intermediateCatchEvent' && node.trigger.kind === 'link' && node.trigger.link === link;
  return nodes.filter(catches).map(({ id }) => id);
}
