import { textOf } from '../document/moddle-element.js';
import type { BpmnNode, BpmnScope } from './bpmn-model.js';
import { nodeRule, type StandardRule } from './standard-rule.js';

const atStart = ['Message', 'Timer', 'Conditional', 'Signal'];
const inEventSubProcess = [...atStart, 'Error', 'Escalation', 'Compensate'];
const caught = [...atStart, 'Link'];
const attached = [...atStart, 'Error', 'Escalation', 'Compensate', 'Cancel'];
const thrown = ['Message', 'Escalation', 'Compensate', 'Signal', 'Link'];
const atEnd = ['Message', 'Escalation', 'Error', 'Cancel', 'Compensate', 'Signal', 'Terminate'];

interface Place {
  readonly allowed: readonly string[];
  /** Whether the event may be without a trigger or result. */
  readonly none: boolean;
}

function placeOf(node: BpmnNode): Place | undefined {
  switch (node.type) {
    case 'StartEvent':
      return startPlace(node.scope);
    case 'IntermediateCatchEvent':
      return { allowed: caught, none: false };
    case 'BoundaryEvent':
      return { allowed: attached, none: false };
    case 'IntermediateThrowEvent':
      return { allowed: thrown, none: true };
    case 'EndEvent':
      return { allowed: atEnd, none: true };
    default:
      return undefined;
  }
}

function startPlace({ kind }: BpmnScope): Place {
  if (kind === 'process') return { allowed: atStart, none: true };
  return kind === 'eventSubProcess' ? { allowed: inEventSubProcess, none: false } : { allowed: [], none: true };
}

const misplaced = (node: BpmnNode): readonly string[] => {
  const place = placeOf(node);
  return place === undefined ? [] : node.triggers.filter((trigger) => !place.allowed.includes(trigger));
};

/** Each kind of event stands only where the standard lets it (§10.5.1, tables 10.84–10.90). */
export const eventsInTheirPlace = nodeRule('event-place', {
  broken: (node) => misplaced(node).length > 0,
  say: (node) => ({
    message: `Expected ${node.type} '${node.id}' to have ${wordsFor(placeOf(node)?.allowed ?? [])}, but it has ${misplaced(node).join(', ')}`,
    melding: `Hendelsen kan ikke være av typen ${misplaced(node).join(', ')} her. Velg en annen type, eller flytt den.`,
  }),
});

const wordsFor = (allowed: readonly string[]): string => (allowed.length === 0 ? 'no trigger' : allowed.join(', '));

/** Catching, boundary and event sub-process start events wait for something (§10.5.2, §10.5.4). */
export const eventsHaveTrigger = nodeRule('missing-trigger', {
  broken: (node) => placeOf(node)?.none === false && node.triggers.length === 0,
  say: ({ id, type }) => ({
    message: `Expected ${type} '${id}' to wait for something, but it waits for nothing`,
    melding: 'Hendelsen venter ikke på noe. Velg hva den venter på: en tid, en melding, et signal eller en betingelse.',
  }),
});

/** An error or a cancel always interrupts what it happens to (§10.5.4, table 10.88; §10.5.6). */
export const errorsInterrupt = nodeRule('error-interrupts', {
  broken: ({ type, element, triggers }) =>
    (type === 'BoundaryEvent' &&
      element.get('cancelActivity') === false &&
      triggers.some((trigger) => /^(Error|Cancel)$/.test(trigger))) ||
    (type === 'StartEvent' && element.get('isInterrupting') === false && triggers.includes('Error')),
  say: ({ id }) => ({
    message: `Expected event '${id}' to interrupt, because an error or a cancel always does, but it does not`,
    melding: 'En feil eller avbrytelse stopper alltid arbeidet. Gjør hendelsen avbrytende.',
  }),
});

const isInTransaction = (scope: BpmnScope | undefined): boolean =>
  scope !== undefined && (scope.element.$type === 'bpmn:Transaction' || isInTransaction(scope.outer));

/** A cancel is thrown inside a transaction and caught on its border, and nowhere else (§10.5.6, §10.7). */
export const cancelOnlyWithTransaction: StandardRule = nodeRule('cancel-transaction', {
  broken: ({ type, triggers, scope, element }) => {
    if (!triggers.includes('Cancel')) return false;
    if (type === 'EndEvent') return !isInTransaction(scope);
    const host = element.get('attachedToRef');
    return type === 'BoundaryEvent' && !(isTyped(host) && host.$type === 'bpmn:Transaction');
  },
  say: ({ id }) => ({
    message: `Expected cancel event '${id}' to belong to a transaction, but it does not`,
    melding: 'Avbrytelse kan bare brukes i en transaksjon og på kanten av den. Gjør delprosessen til en transaksjon.',
  }),
});

const isTyped = (value: unknown): value is { readonly $type: string } =>
  typeof value === 'object' && value !== null && '$type' in value;

const linkNames = (node: BpmnNode): readonly (string | undefined)[] =>
  node.definitions
    .filter(({ $type }) => $type === 'bpmn:LinkEventDefinition')
    .map((definition) => textOf(definition, 'name') ?? textOf(node.element, 'name'));

const isLink = (node: BpmnNode, type: string): boolean => node.type === type && node.triggers.includes('Link');

/** A link leads to exactly one catching link of its name in the same process or sub-process (§10.5.5). */
export const linksMeet = nodeRule('link-pair', {
  broken: (node, model) => {
    const names = linkNames(node);
    if (names.length === 0) return false;
    const partner = node.type === 'EndEvent' || node.type === 'IntermediateThrowEvent';
    const beside = model.nodesIn(node.scope);
    const counterparts = beside.filter((other) =>
      isLink(other, partner ? 'IntermediateCatchEvent' : 'IntermediateThrowEvent'),
    );
    const twins = partner ? [] : beside.filter((other) => other !== node && isLink(other, node.type));
    return names.some(
      (name) =>
        name === undefined ||
        counterparts.filter((other) => linkNames(other).includes(name)).length === 0 ||
        twins.some((other) => linkNames(other).includes(name)),
    );
  },
  say: ({ id }) => ({
    message: `Expected link '${id}' to have a name and exactly one catching link of that name beside it, but it has not`,
    melding: 'Lenken har ingen motpart, eller flere. Gi kast og fang samme navn, og la bare én hendelse fange det.',
  }),
});
