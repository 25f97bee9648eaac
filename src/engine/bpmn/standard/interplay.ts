import { error, type Diagnostic } from '../../xml/diagnostic.js';
import { elementOf, elementsOf, idOfElement, isModdleElement, type ModdleElement } from '../document/moddle-element.js';
import type { Wording } from '../../xml/diagnostic.js';
import type { StandardRule } from './standard-rule.js';

/** A rule over every element of one type, wherever it stands in the document. */
const elementRule =
  (name: string, type: string, { broken, say }: ElementConstraint): StandardRule =>
  ({ elements }) =>
    (elements.get(`bpmn:${type}`) ?? []).filter(broken).map((element): Diagnostic => {
      const id = nearestId(element);
      return error(name, id === '' ? null : id, say(id));
    });

interface ElementConstraint {
  readonly broken: (element: ModdleElement) => boolean;
  readonly say: (id: string) => Wording;
}

function nearestId(element: ModdleElement): string {
  for (let around: unknown = element; isModdleElement(around); around = around.$parent) {
    if (idOfElement(around) !== '') return idOfElement(around);
  }
  return '';
}

function ancestorOf(element: ModdleElement | undefined, type: string): ModdleElement | undefined {
  for (let around: unknown = element; isModdleElement(around); around = around.$parent) {
    if (around.$type === `bpmn:${type}`) return around;
  }
  return undefined;
}

/** The pool that an end of a message flow belongs to: the participant itself, or the process of one. */
function poolOf(end: ModdleElement | undefined): ModdleElement | undefined {
  if (end === undefined || end.$type === 'bpmn:Participant') return (end && elementOf(end, 'processRef')) ?? end;
  return ancestorOf(end, 'Process');
}

const isType = (element: ModdleElement | undefined, pattern: RegExp): boolean =>
  element !== undefined && pattern.test(element.$type);

/** A message flow joins two different pools (§9.4). */
export const messageFlowsCrossPools = elementRule('message-flow-pools', 'MessageFlow', {
  broken: (flow) => {
    const [one, other] = [poolOf(elementOf(flow, 'sourceRef')), poolOf(elementOf(flow, 'targetRef'))];
    return one !== undefined && one === other;
  },
  say: (id) => ({
    message: `Expected message flow '${id}' to join two pools, but both ends are in the same one`,
    melding: 'En meldingsflyt går mellom to basseng. Bruk en sekvensflyt inne i bassenget.',
  }),
});

/** Messages are not sent by start events nor received by end events, and gateways do neither (§7.6.2, table 7.4). */
export const messageFlowEnds = elementRule('message-flow-ends', 'MessageFlow', {
  broken: (flow) =>
    isType(elementOf(flow, 'sourceRef'), /(Gateway|StartEvent)$/) ||
    isType(elementOf(flow, 'targetRef'), /(Gateway|EndEvent)$/),
  say: (id) => ({
    message: `Expected message flow '${id}' to go from what sends to what receives, but its ends cannot`,
    melding: 'Meldingsflyten går fra noe som ikke kan sende, eller til noe som ikke kan ta imot. Flytt enden.',
  }),
});

/** A lane holds nodes of its own process (§10.8). */
export const lanesHoldOwnNodes = elementRule('lane-node', 'Lane', {
  broken: (lane) => {
    const process = ancestorOf(lane, 'Process');
    return elementsOf(lane, 'flowNodeRef').some((node) => ancestorOf(node, 'Process') !== process);
  },
  say: (id) => ({
    message: `Expected lane '${id}' to hold nodes of its own process, but it names one of another`,
    melding: 'Banen viser til et element i en annen prosess. Ta bort henvisningen.',
  }),
});

/** A pool with a number of participants has a maximum that is not below its minimum (§9.3). */
export const multiplicityIsARange = elementRule('participant-multiplicity', 'ParticipantMultiplicity', {
  broken: (range) => Number(range.get('maximum') ?? Infinity) < Number(range.get('minimum') ?? 0),
  say: (id) => ({
    message: `Expected the maximum of '${id}' to be at least its minimum, but it is less`,
    melding: 'Største antall deltakere er mindre enn minste antall. Rett tallene.',
  }),
});

/** A way to read a correlation property says from which message and how (§8.4.2). */
export const retrievalIsComplete = elementRule('correlation-retrieval', 'CorrelationPropertyRetrievalExpression', {
  broken: (retrieval) =>
    elementOf(retrieval, 'messageRef') === undefined || elementOf(retrieval, 'messagePath') === undefined,
  say: (id) => ({
    message: `Expected each retrieval of correlation property '${id}' to have a messageRef and a messagePath`,
    melding: 'Nøkkelen sier ikke hvilken melding den leses fra, eller hvordan. Legg til messageRef og messagePath.',
  }),
});

/** A correlation subscription says which key it binds (§8.4.2). */
export const subscriptionHasKey = elementRule('correlation-subscription', 'CorrelationSubscription', {
  broken: (subscription) => elementOf(subscription, 'correlationKeyRef') === undefined,
  say: (id) => ({
    message: `Expected correlation subscription '${id}' to have a correlationKeyRef, but it has none`,
    melding: 'Abonnementet sier ikke hvilken nøkkel det gjelder. Legg til correlationKeyRef.',
  }),
});

/** Each binding of a correlation key says which property and how (§8.4.2). */
export const bindingIsComplete = elementRule('correlation-binding', 'CorrelationPropertyBinding', {
  broken: (binding) =>
    elementOf(binding, 'correlationPropertyRef') === undefined || elementOf(binding, 'dataPath') === undefined,
  say: (id) => ({
    message: `Expected each correlation property binding of '${id}' to have a correlationPropertyRef and a dataPath`,
    melding: 'Bindingen mangler egenskap eller uttrykk. Legg til correlationPropertyRef og dataPath.',
  }),
});

/** An operation says which message goes in (§8.5). */
export const operationHasMessage = elementRule('operation-message', 'Operation', {
  broken: (operation) => elementOf(operation, 'inMessageRef') === undefined,
  say: (id) => ({
    message: `Expected operation '${id}' to have an inMessageRef, but it has none`,
    melding: 'Operasjonen sier ikke hvilken melding den tar imot. Legg til inMessageRef.',
  }),
});

const hasNoTarget = (association: ModdleElement): boolean => elementOf(association, 'targetRef') === undefined;

const sayNoTarget = (id: string): Wording => ({
  message: `Expected data association '${id}' to have a targetRef, but it has none`,
  melding: 'Dataflyten sier ikke hvor verdien skal. Legg til targetRef.',
});

/** A data input association says what it fills (§10.4.2). */
export const inputAssociationHasTarget = elementRule('data-association', 'DataInputAssociation', {
  broken: hasNoTarget,
  say: sayNoTarget,
});

/** A data output association says what it fills (§10.4.2). */
export const outputAssociationHasTarget = elementRule('data-association', 'DataOutputAssociation', {
  broken: hasNoTarget,
  say: sayNoTarget,
});

/** Input and output sets name data of the specification that they stand in (§10.4.2). */
export const setsNameOwnData = elementRule('io-set', 'InputOutputSpecification', {
  broken: (specification) => {
    const own = ['dataInputs', 'dataOutputs'].flatMap((name) => elementsOf(specification, name));
    const named = ['inputSets', 'outputSets']
      .flatMap((name) => elementsOf(specification, name))
      .flatMap((set) => [...elementsOf(set, 'dataInputRefs'), ...elementsOf(set, 'dataOutputRefs')]);
    return named.some((one) => !own.includes(one));
  },
  say: (id) => ({
    message: `Expected the input and output sets of '${id}' to name its own data inputs and outputs, but one does not`,
    melding: 'Et sett viser til data som ikke hører til her. Bruk dataInput og dataOutput fra samme ioSpecification.',
  }),
});
