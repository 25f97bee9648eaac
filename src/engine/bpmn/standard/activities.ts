import { childrenOf, elementOf, elementsOf, textOf, type ModdleElement } from '../document/moddle-element.js';
import type { BpmnModel, BpmnNode } from './bpmn-model.js';
import { nodeRule, scopeRule } from './standard-rule.js';

const isActivity = ({ type }: BpmnNode): boolean => !/(Event|Gateway)$/.test(type);

const hostOf = (node: BpmnNode, model: BpmnModel): BpmnNode | undefined =>
  model.nodeOf(elementOf(node.element, 'attachedToRef'));

/** A boundary event sits on an activity of its own scope (§10.5.4). */
export const boundaryAttached = nodeRule('boundary-event', {
  broken: (node, model) => {
    const host = hostOf(node, model);
    return node.type === 'BoundaryEvent' && !(host !== undefined && isActivity(host) && host.scope === node.scope);
  },
  say: ({ id }) => ({
    message: `Expected boundary event '${id}' to sit on an activity beside it, but it does not`,
    melding: 'Hendelsen må sitte på kanten av en oppgave i samme delprosess. Fest den til en.',
  }),
});

/** A sub-process in the flow starts when it is reached: its start events have no trigger (§10.3.5, §10.5.2). */
export const eventSubProcessStartsOnce = scopeRule('event-sub-process-start', {
  broken: (scope, model) =>
    scope.kind === 'eventSubProcess' && model.nodesIn(scope).filter(({ type }) => type === 'StartEvent').length !== 1,
  say: ({ id }) => ({
    message: `Expected event sub-process '${id}' to have exactly one start event, but it has not`,
    melding: 'En hendelsesdelprosess har nøyaktig én starthendelse, med det den venter på. Rett det.',
  }),
});

/** No flow leads to or from an event sub-process (§10.3.5). */
export const eventSubProcessWithoutFlows = nodeRule('event-sub-process-flow', {
  broken: ({ element, incoming, outgoing }) =>
    element.get('triggeredByEvent') === true && incoming.length + outgoing.length > 0,
  say: ({ id }) => ({
    message: `Expected no flow into or out of event sub-process '${id}', but there is`,
    melding: 'En hendelsesdelprosess startes av hendelsen sin og har ingen flyt inn eller ut. Ta bort flyten.',
  }),
});

/** An ad-hoc sub-process has activities, and no start or end event (§10.3.5). */
export const adHocHasOnlyActivities = scopeRule('ad-hoc-content', {
  broken: (scope, model) => {
    const inside = model.nodesIn(scope);
    return (
      scope.kind === 'adHocSubProcess' &&
      (!inside.some(isActivity) || inside.some(({ type }) => type === 'StartEvent' || type === 'EndEvent'))
    );
  },
  say: ({ id }) => ({
    message: `Expected ad-hoc sub-process '${id}' to have activities, and neither start nor end events`,
    melding: 'En ad hoc-delprosess har oppgaver, men verken start- eller slutthendelse. Ta dem bort.',
  }),
});

/** A call activity says what it calls (§10.3.6). */
export const callHasTarget = nodeRule('missing-reference', {
  broken: ({ type, element }) =>
    type === 'CallActivity' && textOf(element, 'calledElement') === undefined && !isVendorCall(element),
  say: ({ id }) => ({
    message: `Expected '${id}' to have calledElement, but it has none`,
    melding: 'Velg hvilken prosess som skal kalles.',
  }),
});

const extensionsIn = (element: ModdleElement): readonly ModdleElement[] => {
  const extensions = elementOf(element, 'extensionElements');
  return extensions === undefined ? [] : childrenOf(extensions);
};

const isVendorCall = (element: ModdleElement): boolean =>
  extensionsIn(element).some(({ $type }) => $type.endsWith(':calledElement')) ||
  Object.keys(element.$attrs ?? {}).some((name) => name.endsWith(':caseRef'));

/** A multi-instance activity says how many: a number, or a list (§10.3.8, table 10.29). */
export const multiInstanceHasCount = nodeRule('multi-instance-count', {
  broken: ({ element }) => {
    const loop = elementOf(element, 'loopCharacteristics');
    return loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics' && !hasCount(loop);
  },
  say: ({ id }) => ({
    message: `Expected multi-instance activity '${id}' to have a loopCardinality or a collection, but it has neither`,
    melding: 'Oppgaven skal gjøres flere ganger, men ikke hvor mange. Sett loopCardinality eller boligflyt:collection.',
  }),
});

const hasCount = (loop: ModdleElement): boolean =>
  ['loopCardinality', 'loopDataInputRef'].some((name) => elementOf(loop, name) !== undefined) ||
  textOf(loop, 'collection') !== undefined ||
  Object.keys(loop.$attrs ?? {}).some((name) => /:(collection|elementVariable)$/.test(name)) ||
  extensionsIn(loop).length > 0;

/** Each complex behaviour of a multi-instance activity has a condition (§10.3.8, table 10.30). */
export const complexBehaviorHasCondition = nodeRule('complex-behavior', {
  broken: ({ element }) => {
    const loop = elementOf(element, 'loopCharacteristics');
    const behaviors = loop === undefined ? [] : elementsOf(loop, 'complexBehaviorDefinition');
    return (
      behaviors.some((behavior) => elementOf(behavior, 'condition') === undefined) ||
      (loop?.get('behavior') === 'Complex' && behaviors.length === 0)
    );
  },
  say: ({ id }) => ({
    message: `Expected every complex behaviour of '${id}' to have a condition, but one has none`,
    melding: 'behavior="Complex" trenger complexBehaviorDefinition med en betingelse. Legg den til.',
  }),
});
