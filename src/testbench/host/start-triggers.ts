import {
  evaluate,
  type EventTrigger,
  type FeelText,
  type FlowNode,
  type ProcessDefinition,
} from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';

/** One thing that starts a process: a trigger of a start event, a receive task or an event behind a first gateway. */
export interface StartTrigger {
  readonly element: string;
  readonly trigger: EventTrigger;
  /** Number of the trigger, from 0, in its multiple event. */
  readonly part: number;
  /** How many triggers must occur for the process to start: more than one only for a parallel multiple event. */
  readonly needed: number;
}

/** Everything that starts a process by itself (BPMN 2.0.2 §10.5.2, §10.3.3, §10.6.6). */
export function startTriggersOf(definition: ProcessDefinition): readonly StartTrigger[] {
  const root = definition.scopes.get(definition.key);
  const nodes = (root?.nodes ?? []).flatMap((id) => definition.nodes.get(id) ?? []);
  return nodes.flatMap((node) => triggersOf(definition, node));
}

function triggersOf(definition: ProcessDefinition, node: FlowNode): readonly StartTrigger[] {
  switch (node.kind) {
    case 'startEvent':
      return partsOf(node.id, node.trigger);
    case 'receiveTask':
      return node.instantiate ? partsOf(node.id, node.trigger) : [];
    case 'eventBasedGateway':
      return node.instantiate ? node.outgoing.flatMap((flow) => behind(definition, flow)) : [];
    default:
      return [];
  }
}

function behind(definition: ProcessDefinition, flow: string): readonly StartTrigger[] {
  const target = definition.nodes.get(definition.flows.get(flow)?.target ?? '');
  return target !== undefined && 'trigger' in target ? partsOf(target.id, target.trigger) : [];
}

function partsOf(element: string, trigger: EventTrigger): readonly StartTrigger[] {
  if (trigger.kind === 'none') return [];
  if (trigger.kind !== 'multiple') return [{ element, trigger, part: 0, needed: 1 }];
  const needed = trigger.parallel ? trigger.triggers.length : 1;
  return trigger.triggers.map((one, part) => ({ element, trigger: one, part, needed }));
}

/** A name as it is written, or what its FEEL gives; undefined when that is no text. */
export function textOf(text: FeelText, variables: JsonObject = {}): string | undefined {
  if (!text.startsWith('=')) return text;
  const evaluated = evaluate(text.slice(1), variables);
  return evaluated.ok && typeof evaluated.value === 'string' ? evaluated.value : undefined;
}
