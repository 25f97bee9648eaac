import { innerScope } from '../definition/inner-scope.js';
import type { EventTrigger } from '../definition/event-definition.js';
import type { BoundaryEvent, FlowNode } from '../definition/flow-node.js';
import type { UnversionedDefinition } from '../definition/process-definition.js';
import { toState, type ChartState, type ChartTransition } from './chart-state.js';

/** The transitions of a node: `always` where nothing waits, `onDone` of a scope, an event of its own otherwise. */
export function waysOnOf(definition: UnversionedDefinition, node: FlowNode): ChartState {
  const ways = node.outgoing.flatMap((id) => wayBy(definition, node, id));
  const interruptions = interruptionsOf(definition, node);
  if (innerScope(definition, node.id) !== undefined)
    return { onDone: ways, ...(hasAny(interruptions) ? { on: interruptions } : {}) };

  if (node.kind === 'eventBasedGateway') return { on: eventsBehind(definition, node) };
  const event = eventThatLeaves(definition, node);
  if (event === undefined) return { always: ways };
  return { on: { [event]: ways, ...interruptions } };
}

const hasAny = (record: object): boolean => Object.keys(record).length > 0;

function wayBy({ flows }: UnversionedDefinition, node: FlowNode, id: string): readonly ChartTransition[] {
  const flow = flows.get(id);
  if (flow === undefined) return [];
  const isDefault = 'defaultFlow' in node && node.defaultFlow === id;
  const guard = flow.condition === undefined || isDefault ? {} : { guard: flow.condition };
  return [{ target: toState(flow.target), ...guard, ...(flow.name === '' ? {} : { description: flow.name }) }];
}

const waitFree: ReadonlySet<FlowNode['kind']> = new Set([
  'startEvent',
  'endEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'complexGateway',
  'task',
  'scriptTask',
]);

function eventThatLeaves(definition: UnversionedDefinition, node: FlowNode): string | undefined {
  if (node.kind === 'intermediateCatchEvent' || node.kind === 'receiveTask') {
    return isBehindGateway(definition, node) ? undefined : eventName(node.id, node.trigger);
  }
  return waitFree.has(node.kind) ? undefined : `complete ${node.id}`;
}

// The gateway's state has heard the event; the state of the event itself is only passed.
const isBehindGateway = ({ nodes, flows }: UnversionedDefinition, node: FlowNode): boolean =>
  node.incoming.some((id) => nodes.get(flows.get(id)?.source ?? '')?.kind === 'eventBasedGateway');

function eventsBehind(
  { nodes, flows }: UnversionedDefinition,
  gateway: FlowNode,
): Readonly<Record<string, readonly ChartTransition[]>> {
  const events = gateway.outgoing.flatMap((id) => nodes.get(flows.get(id)?.target ?? '') ?? []);
  return Object.fromEntries(
    events.flatMap((event) =>
      'trigger' in event ? [[eventName(event.id, event.trigger), [{ target: toState(event.id) }]]] : [],
    ),
  );
}

function interruptionsOf(
  { nodes }: UnversionedDefinition,
  node: FlowNode,
): Readonly<Record<string, readonly ChartTransition[]>> {
  if (!('boundaryEvents' in node)) return {};
  const events = node.boundaryEvents.map((id) => nodes.get(id)).filter((one) => one?.kind === 'boundaryEvent');
  return Object.fromEntries(
    events.map((event: BoundaryEvent) => [eventName(event.id, event.trigger), [{ target: toState(event.id) }]]),
  );
}

function eventName(node: string, trigger: EventTrigger): string {
  switch (trigger.kind) {
    case 'message':
      return `message ${trigger.message}`;
    case 'signal':
      return `signal ${trigger.signal}`;
    default:
      return `${trigger.kind} ${node}`;
  }
}
