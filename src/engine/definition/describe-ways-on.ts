import { describeResult } from './describe-result.js';
import type { BoundaryEvent, FlowNode, StartEvent } from './flow-node.js';
import { isSilentGateway, labelOf } from './node-label.js';
import type { UnversionedDefinition } from './process-definition.js';
import type { SequenceFlow } from './sequence-flow.js';
import { describeRepetition } from './describe-repetition.js';
import { describeTrigger } from './describe-trigger.js';

/** Each way on from a node as one plain Norwegian sentence: what it depends on, and where it leads. */
export function describeWaysOn(definition: UnversionedDefinition, node: FlowNode): readonly string[] {
  // What ends by an error or a cancellation is not done: somebody outside goes on with it.
  if (node.kind === 'endEvent' && (node.result.kind === 'error' || node.result.kind === 'cancel'))
    return resultOf(node);
  if (node.kind === 'endEvent') return [...resultOf(node), sentence(endText(definition, node))];

  const flows = node.outgoing.map((id) => definition.flows.get(id)).filter((flow) => flow !== undefined);
  return [
    ...describeRepetition(node),
    ...resultOf(node),
    ...(node.kind === 'eventSubProcess' ? startsOf(definition, node).map((start) => sentence(startText(start))) : []),
    ...flows.map((flow) => sentence(flowText(definition, node, flow))),
    ...boundaryEventsOf(definition, node).map((event) => sentence(boundaryText(definition, event))),
  ];
}

/** What a node lets happen before the way goes on, as a sentence; nothing for one that only leads on. */
function resultOf(node: FlowNode): readonly string[] {
  const told = 'result' in node ? describeResult(node.result) : undefined;
  return told === undefined ? [] : [sentence(told)];
}

function startsOf({ scopes, nodes }: UnversionedDefinition, { id }: FlowNode): readonly StartEvent[] {
  const starts = scopes.get(id)?.startEvents ?? [];
  return starts.map((start) => nodes.get(start)).filter((start) => start?.kind === 'startEvent');
}

const startText = ({ trigger, interrupting }: StartEvent): string =>
  `${describeTrigger(trigger)}: begynner, og ${interrupting === false ? 'resten går videre' : 'resten rundt avbrytes'}`;

const endText = ({ key, nodes }: UnversionedDefinition, node: FlowNode): string => {
  if (node.scope === key) return 'saken er ferdig';
  const subProcess = nodes.get(node.scope);
  return `«${subProcess ? labelOf(subProcess) : node.scope}» er ferdig`;
};

function flowText(definition: UnversionedDefinition, node: FlowNode, flow: SequenceFlow): string {
  const goal = `går videre til «${goalOf(definition, flow)}»`;
  if (node.kind === 'eventBasedGateway') return `${awaitedText(definition, flow)}${goal}`;
  if (node.outgoing.length === 1) return `${leadIn(node)}${goal}`;

  const name = flow.name === '' ? flow.condition : flow.name;
  if ('defaultFlow' in node && node.defaultFlow === flow.id)
    return flow.name ? `ellers (${flow.name}): ${goal}` : `ellers: ${goal}`;
  if (flow.condition !== undefined) return `hvis ${name}: ${goal}`;
  return `samtidig: ${goal}`;
}

function leadIn(node: FlowNode): string {
  if (node.kind === 'parallelGateway' && node.incoming.length > 1) return 'når alle veiene er framme: ';
  if (node.kind === 'inclusiveGateway' && node.incoming.length > 1) return 'når alle som kan komme hit, er framme: ';
  if (node.kind === 'complexGateway' && node.incoming.length > 1)
    return node.activationCondition === undefined ? 'når alle veiene er framme: ' : `når ${node.activationCondition}: `;
  if (!('trigger' in node) || node.trigger.kind === 'none') return '';
  return `${describeTrigger(node.trigger)}: `;
}

function awaitedText({ nodes }: UnversionedDefinition, { target }: SequenceFlow): string {
  const event = nodes.get(target);
  return event === undefined ? '' : leadIn(event);
}

function boundaryText(definition: UnversionedDefinition, event: BoundaryEvent): string {
  const goals = event.outgoing
    .map((id) => definition.flows.get(id))
    .filter((flow) => flow !== undefined)
    .map((flow) => `«${goalOf(definition, flow)}»`)
    .join(' og ');
  const way = event.interrupting
    ? `arbeidet avbrytes, og saken går videre til ${goals}`
    : `${goals} starter ved siden av`;
  return `${describeTrigger(event.trigger)}: ${goals === '' ? 'ingenting mer skjer' : way}`;
}

function boundaryEventsOf({ nodes }: UnversionedDefinition, node: FlowNode): readonly BoundaryEvent[] {
  if (!('boundaryEvents' in node)) return [];
  return node.boundaryEvents.map((id) => nodes.get(id)).filter((event) => event?.kind === 'boundaryEvent');
}

// A gateway without a name where ways only meet says nothing to a reader: the sentence names what comes after it.
function goalOf({ nodes, flows }: UnversionedDefinition, flow: SequenceFlow): string {
  const passed = new Set<string>();
  let node = nodes.get(flow.target);
  while (node !== undefined && isSilentGateway(node) && !passed.has(node.id)) {
    passed.add(node.id);
    node = nodes.get(flows.get(node.outgoing[0] ?? '')?.target ?? '');
  }
  return node === undefined ? flow.target : labelOf(node);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
