import { elementOf } from '../document/moddle-element.js';
import type { BpmnModel, BpmnNode } from './bpmn-model.js';
import { nodeRule } from './standard-rule.js';

const awaited: ReadonlySet<string> = new Set(['Message', 'Signal', 'Timer', 'Conditional']);

const isEventGateway = ({ type }: BpmnNode): boolean => type === 'EventBasedGateway';

const targetsOf = (node: BpmnNode, model: BpmnModel): readonly BpmnNode[] =>
  node.outgoing.map(({ target }) => model.nodeOf(target)).filter((target) => target !== undefined);

const sourcesOf = (node: BpmnNode, model: BpmnModel): readonly BpmnNode[] =>
  node.incoming.map(({ source }) => model.nodeOf(source)).filter((source) => source !== undefined);

const isBehindEventGateway = (node: BpmnNode, model: BpmnModel): boolean => sourcesOf(node, model).some(isEventGateway);

/** Behind an event-based gateway stand receive tasks and catching message, signal, timer and conditional events (§10.6.6). */
export const eventGatewayTargets = nodeRule('event-gateway-target', {
  broken: (node, model) =>
    isBehindEventGateway(node, model) &&
    node.type !== 'ReceiveTask' &&
    !(node.type === 'IntermediateCatchEvent' && node.triggers.every((trigger) => awaited.has(trigger))),
  say: ({ id, type }) => ({
    message: `Expected a catching event or a receive task behind an event-based gateway, but '${id}' is a ${type}`,
    melding: 'Etter en hendelsesbasert port kan det bare stå fangende hendelser eller mottaksoppgaver. Sett inn en.',
  }),
});

/** An event-based gateway has two or more ways out (§10.6.6). */
export const eventGatewayHasChoices = nodeRule('event-gateway-outgoing', {
  broken: (node) => isEventGateway(node) && node.outgoing.length < 2,
  say: ({ id, outgoing }) => ({
    message: `Expected event-based gateway '${id}' to have at least two ways out, but it has ${outgoing.length}`,
    melding: 'En hendelsesbasert port trenger minst to veier ut. Legg til en, eller bruk bare hendelsen.',
  }),
});

/** What stands behind an event-based gateway is reached from nowhere else (§10.6.6). */
export const eventGatewayTargetsAreItsOwn = nodeRule('event-gateway-target-incoming', {
  broken: (node, model) => isBehindEventGateway(node, model) && node.incoming.length > 1,
  say: ({ id }) => ({
    message: `Expected '${id}' to have no other incoming flow than the one from its event-based gateway, but it has`,
    melding: 'Hendelsen etter porten kan bare ha flyten fra porten inn. Ta bort den andre.',
  }),
});

/** Behind one event-based gateway stand message events or receive tasks, not both (§10.6.6). */
export const eventGatewayDoesNotMix = nodeRule('event-gateway-mix', {
  broken: (node, model) => {
    if (!isEventGateway(node)) return false;
    const targets = targetsOf(node, model);
    return (
      targets.some(({ type }) => type === 'ReceiveTask') && targets.some(({ triggers }) => triggers.includes('Message'))
    );
  },
  say: ({ id }) => ({
    message: `Expected message events or receive tasks behind '${id}', but there are both`,
    melding: 'Bruk enten meldingshendelser eller mottaksoppgaver etter porten, ikke begge deler.',
  }),
});

/** A receive task behind an event-based gateway has no boundary events (§10.6.6). */
export const awaitedTasksHaveNoBoundary = nodeRule('event-gateway-boundary', {
  broken: ({ type, element }, model) => {
    const host = model.nodeOf(elementOf(element, 'attachedToRef'));
    return (
      type === 'BoundaryEvent' && host !== undefined && host.type === 'ReceiveTask' && isBehindEventGateway(host, model)
    );
  },
  say: ({ id }) => ({
    message: `Expected no boundary event on a receive task behind an event-based gateway, but '${id}' is one`,
    melding: 'En mottaksoppgave etter en hendelsesbasert port kan ikke ha hendelser på kanten. Flytt hendelsen.',
  }),
});

/** All events are awaited in parallel only where the gateway starts the process (§10.6.6). */
export const parallelOnlyWhenInstantiating = nodeRule('event-gateway-parallel', {
  broken: (node) =>
    isEventGateway(node) &&
    node.element.get('eventGatewayType') === 'Parallel' &&
    node.element.get('instantiate') !== true,
  say: ({ id }) => ({
    message: `Expected parallel event-based gateway '${id}' to start the process, but it does not`,
    melding:
      'Bare en port som starter prosessen, kan vente på alle hendelsene. Sett instantiate="true", eller bruk en parallell port.',
  }),
});

/** What starts a process by itself comes first: at most a start event without a trigger leads to it (§10.3.3, §10.6.6). */
export const instantiatingComesFirst = nodeRule('instantiate-incoming', {
  broken: (node, model) =>
    node.element.get('instantiate') === true &&
    !isBehindEventGateway(node, model) &&
    sourcesOf(node, model).some(({ type, triggers }) => type !== 'StartEvent' || triggers.length > 0),
  say: ({ id }) => ({
    message: `Expected '${id}', which starts the process, to have no flow in, but it has`,
    melding: 'Det som starter prosessen, kan ikke ha noe foran seg. Ta bort flyten inn, eller instantiate.',
  }),
});
