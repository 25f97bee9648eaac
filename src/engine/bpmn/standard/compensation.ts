import { elementOf } from '../document/moddle-element.js';
import type { BpmnModel, BpmnNode, BpmnScope } from './bpmn-model.js';
import { nodeRule } from './standard-rule.js';

const isCompensationBoundary = ({ type, triggers }: BpmnNode): boolean =>
  type === 'BoundaryEvent' && triggers.includes('Compensate');

const isHandler = ({ element }: BpmnNode): boolean => element.get('isForCompensation') === true;

const associated = (node: BpmnNode, model: BpmnModel): readonly BpmnNode[] =>
  model.associations
    .filter(({ source, target }) => source === node.element || target === node.element)
    .map(({ source, target }) => model.nodeOf(source === node.element ? target : source))
    .filter((other) => other !== undefined);

/** A compensation boundary event leads by one association to the activity that undoes (§10.5.5, §10.7.1). */
export const compensationHasHandler = nodeRule('compensation-handler', {
  broken: (node, model) => {
    if (!isCompensationBoundary(node)) return false;
    const handlers = associated(node, model);
    return handlers.length !== 1 || handlers.some((handler) => !isHandler(handler) || handler.scope !== node.scope);
  },
  say: ({ id }) => ({
    message: `Expected compensation event '${id}' to be associated with one activity with isForCompensation="true" beside it`,
    melding:
      'Hendelsen trenger én oppgave som gjør om. Merk oppgaven isForCompensation, og tegn en assosiasjon til den.',
  }),
});

/** No sequence flow leaves a compensation boundary event (§10.7.1). */
export const compensationHasNoFlow = nodeRule('compensation-flow', {
  broken: (node) => isCompensationBoundary(node) && node.outgoing.length > 0,
  say: ({ id }) => ({
    message: `Expected no sequence flow out of compensation event '${id}', but there is one`,
    melding: 'Fra en kompensasjonshendelse går det en assosiasjon, ikke en flyt. Ta bort flyten.',
  }),
});

/** A compensation activity stands outside the flow (§10.7.1). */
export const handlerHasNoFlow = nodeRule('compensation-activity-flow', {
  broken: (node) => isHandler(node) && node.incoming.length + node.outgoing.length > 0,
  say: ({ id }) => ({
    message: `Expected compensation activity '${id}' to have no sequence flows, but it has`,
    melding: 'En oppgave som gjør om, står utenfor flyten. Ta bort flytene, eller isForCompensation.',
  }),
});

const isVisible = (scope: BpmnScope, from: BpmnScope): boolean =>
  scope === from || (from.kind === 'eventSubProcess' && from.outer !== undefined && isVisible(scope, from.outer));

/** What is compensated by name is an activity beside the event, or beside the event sub-process around it (§10.5.5). */
export const compensatedIsVisible = nodeRule('compensation-activity', {
  broken: (node, model) =>
    node.type !== 'BoundaryEvent' &&
    node.definitions.some((definition) => {
      const activity = elementOf(definition, 'activityRef');
      const target = model.nodeOf(activity);
      return activity !== undefined && !(target !== undefined && isVisible(target.scope, node.scope));
    }),
  say: ({ id }) => ({
    message: `Expected event '${id}' to compensate an activity of its own scope, but it names another`,
    melding: 'Hendelsen kan bare gjøre om oppgaver i samme delprosess. Velg en av dem, eller flytt hendelsen.',
  }),
});
