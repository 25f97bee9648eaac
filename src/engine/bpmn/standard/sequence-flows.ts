import type { BpmnFlow, BpmnModel, BpmnNode } from './bpmn-model.js';
import { flowRule, nodeRule } from './standard-rule.js';

/** A start event has no incoming flow (§10.5.2). */
export const startWithoutIncoming = nodeRule('start-event-incoming', {
  broken: ({ type, incoming }) => type === 'StartEvent' && incoming.length > 0,
  say: ({ id }) => ({
    message: `Expected start event '${id}' to have no incoming flow, but it has`,
    melding: 'En starthendelse kan ikke ha en flyt inn. Før flyten til det som kommer etter starten.',
  }),
});

/** An end event has no outgoing flow (§10.5.3). */
export const endWithoutOutgoing = nodeRule('end-event-outgoing', {
  broken: ({ type, outgoing }) => type === 'EndEvent' && outgoing.length > 0,
  say: ({ id }) => ({
    message: `Expected end event '${id}' to have no outgoing flow, but it has`,
    melding: 'En slutthendelse kan ikke ha en flyt ut. Ta den bort, eller bruk en mellomhendelse.',
  }),
});

/** A boundary event has no incoming flow (§10.5.4). */
export const boundaryWithoutIncoming = nodeRule('boundary-event-incoming', {
  broken: ({ type, incoming }) => type === 'BoundaryEvent' && incoming.length > 0,
  say: ({ id }) => ({
    message: `Expected boundary event '${id}' to have no incoming flow, but it has`,
    melding: 'En hendelse på kanten kan ikke ha en flyt inn. Før flyten til oppgaven den sitter på.',
  }),
});

/** A throwing link has no flow out, and a catching link none in (§10.5.5). */
export const linksEndTheWay = nodeRule('link-flow', {
  broken: ({ type, triggers, incoming, outgoing }) =>
    triggers.includes('Link') &&
    ((type === 'IntermediateThrowEvent' && outgoing.length > 0) ||
      (type === 'IntermediateCatchEvent' && incoming.length > 0)),
  say: ({ id }) => ({
    message: `Expected link '${id}' to have flows on one side only: into the throwing one, out of the catching one`,
    melding: 'En lenke som kaster, har ingen flyt ut, og en som fanger, ingen flyt inn. Ta bort flyten.',
  }),
});

/** A flow has a start and a target (§8.4.13). */
export const flowsHaveEnds = flowRule('missing-reference', {
  broken: ({ source, target }) => source === undefined || target === undefined,
  say: ({ id, source }) => ({
    message: `Expected '${id}' to have ${source === undefined ? 'sourceRef' : 'targetRef'}, but it has none`,
    melding: source === undefined ? 'Flyten mangler start.' : 'Flyten mangler mål. Tegn den til et element.',
  }),
});

/** Both ends of a flow are nodes of the scope that it stands in: flows never cross a border (§8.4.13, §7.6.1). */
export const flowsStayInScope = flowRule('flow-crosses-scope', {
  broken: (flow, model) => flow.source !== undefined && flow.target !== undefined && crosses(flow, model),
  say: ({ id }) => ({
    message: `Expected flow '${id}' to join two flow nodes of the scope that it stands in, but it does not`,
    melding: 'Flyten krysser grensen til en delprosess eller et basseng. Tegn den til eller fra selve delprosessen.',
  }),
});

function crosses({ source, target, scope }: BpmnFlow, model: BpmnModel): boolean {
  const [one, other] = [model.nodeOf(source), model.nodeOf(target)];
  return one === undefined || other === undefined || one.scope !== other.scope || one.scope !== scope;
}

const decides = /^(Exclusive|Inclusive|Complex)Gateway$/;
const isActivity = (type: string): boolean => !/(Event|Gateway)$/.test(type);

/** Conditions stand on flows out of exclusive, inclusive and complex gateways and activities only (§8.4.13, §10.6.1). */
export const conditionsWhereAllowed = flowRule('condition-not-allowed', {
  broken: ({ hasCondition, source }, model) => {
    const node = model.nodeOf(source);
    return hasCondition && node !== undefined && !decides.test(node.type) && !isActivity(node.type);
  },
  say: ({ id, source }) => ({
    message: `Expected no condition on flow '${id}', because '${String(source?.get('id'))}' takes all its flows`,
    melding: 'Det kan ikke stå en betingelse på denne flyten. Sett en eksklusiv port foran valget.',
  }),
});

const defaultOf = ({ element, outgoing }: BpmnNode): BpmnFlow | undefined =>
  outgoing.find((flow) => flow.element === element.get('default'));

/** A default flow leaves the node that names it (§8.4.13). */
export const defaultIsOwnFlow = nodeRule('default-flow', {
  broken: (node) => node.element.get('default') !== undefined && defaultOf(node) === undefined,
  say: ({ id }) => ({
    message: `Expected the default flow of '${id}' to leave it, but it does not`,
    melding: 'Standardflyten går ikke ut fra dette elementet. Velg en av flytene som gjør det.',
  }),
});

/** A default flow has no condition: it is taken when no other is (§8.4.13). */
export const defaultHasNoCondition = flowRule('default-with-condition', {
  broken: (flow, model) => {
    const node = model.nodeOf(flow.source);
    return flow.hasCondition && node !== undefined && defaultOf(node) === flow;
  },
  say: ({ id }) => ({
    message: `Expected the default flow '${id}' to have no condition, but it has one`,
    melding: 'Standardflyten kan ikke ha en betingelse. Ta den bort: flyten tas når ingen andre slår til.',
  }),
});

/** A gateway that only merges has one way out, and one that only splits has one way in (§10.6.1, gatewayDirection). */
export const gatewayKeepsDirection = nodeRule('gateway-direction', {
  broken: ({ element, incoming, outgoing }) => {
    const direction = element.get('gatewayDirection');
    return (direction === 'Converging' && outgoing.length > 1) || (direction === 'Diverging' && incoming.length > 1);
  },
  say: ({ id, element }) => ({
    message: `Expected gateway '${id}' to be ${String(element.get('gatewayDirection'))}, but its flows say otherwise`,
    melding: 'Porten er merket som bare samlende eller bare delende, men er begge deler. Rett gatewayDirection.',
  }),
});
