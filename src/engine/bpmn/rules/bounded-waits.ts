import type { EventTrigger } from '../../definition/event-definition.js';
import { isActivity, type FlowNode } from '../../definition/flow-node.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';
import { error } from '../../xml/diagnostic.js';
import { isStrict, type ProcessRule } from './rule.js';

/**
 * Our own rule: no case waits for ever for somebody outside. A wait for a message, a signal or a condition has a deadline
 * beside it: behind the same gateway, on its border, or around the sub-process or process that it stands in.
 */
export const waitsAreBounded: ProcessRule = (definition, known) =>
  !isStrict(known)
    ? []
    : [...definition.nodes.values()]
        .filter((node) => waitsForOthers(node) && !isBounded(node, definition))
        .map(({ id }) =>
          error('wait-unbounded', id, {
            message: `Expected a deadline beside '${id}', which waits for somebody outside, but there is none`,
            melding:
              'Saken kan vente her for alltid. Sett en frist ved siden av: en tidshendelse på kanten eller etter en port.',
          }),
        );

const waitsForOthers = (node: FlowNode): boolean =>
  (node.kind === 'receiveTask' && node.instantiate !== true) ||
  (node.kind === 'intermediateCatchEvent' && /^(message|signal|conditional)$/.test(node.trigger.kind));

function isBounded(node: FlowNode, definition: UnversionedDefinition): boolean {
  const sources = node.incoming.map((id) => definition.nodes.get(definition.flows.get(id)?.source ?? ''));
  const gateways = sources.filter((source) => source?.kind === 'eventBasedGateway');
  const beside = gateways.flatMap((gateway) => gateway?.outgoing ?? []);
  const siblings = beside.map((id) => definition.nodes.get(definition.flows.get(id)?.target ?? ''));
  return siblings.some(isTimed) || hasDeadline(node, definition) || isScopeBounded(node.scope, definition);
}

const hasDeadline = (node: FlowNode, { nodes }: UnversionedDefinition): boolean =>
  isActivity(node) && node.boundaryEvents.some((id) => isTimed(nodes.get(id)));

function isScopeBounded(scopeId: string, definition: UnversionedDefinition): boolean {
  const scope = definition.scopes.get(scopeId);
  if (scope === undefined) return false;
  const starts = scope.eventSubProcesses.flatMap((id) => definition.scopes.get(id)?.startEvents ?? []);
  if (starts.some((id) => isTimed(definition.nodes.get(id)))) return true;
  const around = definition.nodes.get(scopeId);
  return around !== undefined && (hasDeadline(around, definition) || isScopeBounded(around.scope, definition));
}

const isTimed = (node: FlowNode | undefined): boolean =>
  node !== undefined && 'trigger' in node && hasTimer(node.trigger);

const hasTimer = (trigger: EventTrigger): boolean =>
  trigger.kind === 'timer' || (trigger.kind === 'multiple' && !trigger.parallel && trigger.triggers.some(hasTimer));
