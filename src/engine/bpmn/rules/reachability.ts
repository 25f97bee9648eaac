import type { FlowNode } from '../../definition/flow-node.js';
import { linksFrom, linksInto } from '../../definition/links.js';
import type { Scope, UnversionedDefinition } from '../../definition/process-definition.js';
import { error, warning } from '../../xml/diagnostic.js';
import { isStrict, type ProcessRule } from './rule.js';

/**
 * Every node can be come to where its scope begins (BPMN 2.0.2 §10.5.2). A node that no flow leads to is a dead activity,
 * unless somebody starts there by hand: only a warning, but for production it is refused.
 */
export const reachable: ProcessRule = (definition, known) => {
  const reached = reachedFromStarts(definition);
  const say = isStrict(known) ? error : warning;
  return [...definition.nodes.values()]
    .filter((node) => !reached.has(node.id))
    .map(({ id }) =>
      say('unreachable', id, {
        message: `Expected a way from a start event to '${id}', but there is none`,
        melding: 'Saken kan aldri komme hit. Tegn en flyt inn, eller ta elementet bort.',
      }),
    );
};

function reachedFromStarts(definition: UnversionedDefinition): ReadonlySet<string> {
  const { scopes, nodes, flows } = definition;
  const reached = new Set<string>();
  const waiting = [...scopes.values()].flatMap((scope) => beginningsOf(scope, definition));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes.get(id);
    if (node === undefined || reached.has(id)) continue;
    reached.add(id);
    const links = linksFrom(node).flatMap((link) => caughtIn(definition, node.scope, link));
    waiting.push(...boundaryEventsOf(node), ...links, ...node.outgoing.map((flow) => flows.get(flow)?.target ?? ''));
  }
  return reached;
}

/** Where tokens may appear in a scope without a flow: starts, what starts by itself, and everything without a flow in where no start is drawn. */
function beginningsOf(scope: Scope, { nodes }: UnversionedDefinition): readonly string[] {
  const isAdHoc = nodes.get(scope.id)?.kind === 'adHocSubProcess';
  return scope.nodes.filter((id) => {
    const node = nodes.get(id);
    if (node === undefined || node.kind === 'boundaryEvent' || linksInto(node).length > 0) return false;
    if (node.kind === 'startEvent' || node.kind === 'eventSubProcess') return true;
    if ('isForCompensation' in node || ('instantiate' in node && node.instantiate === true)) return true;
    return (isAdHoc || scope.startEvents.length === 0) && node.incoming.length === 0;
  });
}

const boundaryEventsOf = (node: FlowNode): readonly string[] => ('boundaryEvents' in node ? node.boundaryEvents : []);

const caughtIn = ({ scopes, nodes }: UnversionedDefinition, scope: string, link: string): readonly string[] =>
  (scopes.get(scope)?.nodes ?? []).filter((id) => {
    const node = nodes.get(id);
    return node !== undefined && linksInto(node).includes(link);
  });
