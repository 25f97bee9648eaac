import type { FlowNode } from '../../definition/flow-node.js';
import { undoingEvent } from '../compensation/compensation-record.js';
import type { Migration } from './migration.js';
import type { OperationProblem } from '../commands/operation-rejection.js';
import type { CompensationRecord, ElementInstance, ProcessInstance, Token } from '../state/process-instance.js';

/** Everything that has no place in the new version, each with its reason; empty when the instance can go on there. */
export function migrationProblems(instance: ProcessInstance, migration: Migration): readonly OperationProblem[] {
  const { tokens, elements, timers, subscriptions, compensations } = instance;
  const onElement = new Set([...elements.values()].map(({ tokenId }) => tokenId));
  const problems = [
    ...mappingProblems(migration),
    ...[...elements.values()].flatMap((element) => problemOf(instance, migration, element) ?? []),
    ...[...tokens.values()].flatMap((token) => joinProblem(migration, token)),
    ...[...tokens.values()]
      .filter(({ id }) => !onElement.has(id))
      .flatMap((token) => placeProblem(instance, migration, { node: token.node, scope: token.scopeInstanceId }) ?? []),
    ...[...timers.values(), ...subscriptions.values()].flatMap((wait) => gatewayProblem(instance, migration, wait)),
    ...[...compensations.values()].flatMap((record) => recordProblem(instance, migration, record)),
    ...[...elements.values()].flatMap((element) => rememberedProblems(instance, migration, element)),
  ];
  return distinct(problems);
}

/** What is still to begin in an ad-hoc sub-process, and complex gateways that wait for their rest, hold no token. */
function rememberedProblems(
  instance: ProcessInstance,
  migration: Migration,
  { id: scope, progress }: ElementInstance,
): readonly OperationProblem[] {
  const remembered = [...(progress?.adHoc?.waiting ?? []), ...Object.keys(progress?.resetting ?? {})];
  return remembered.flatMap((node) => placeProblem(instance, migration, { node, scope }) ?? []);
}

/** What has completed must still be undone in the same way: by the event on its edge, or from within. */
function recordProblem(
  instance: ProcessInstance,
  migration: Migration,
  { node: element }: CompensationRecord,
): readonly OperationProblem[] {
  const misplaced = placeProblem(instance, migration, { node: element, scope: undefined });
  if (misplaced !== undefined) return [misplaced];
  const isHandled = undoingEvent(migration.from, element) !== undefined;
  const isHandledNow = undoingEvent(migration.to, migration.nameOf(element)) !== undefined;
  return isHandled === isHandledNow ? [] : [{ element, reason: 'other-compensation' }];
}

function mappingProblems({ from, to, mapping }: Migration): readonly OperationProblem[] {
  return Object.entries(mapping).flatMap(([source, target]): readonly OperationProblem[] => {
    if (!from.nodes.has(source) && source !== from.key) return [{ element: source, reason: 'unknown-source' }];
    return to.nodes.has(target) || target === to.key ? [] : [{ element: target, reason: 'node-missing' }];
  });
}

function problemOf(
  instance: ProcessInstance,
  migration: Migration,
  element: ElementInstance,
): OperationProblem | undefined {
  if (element.parentId === undefined) return undefined;

  // A body stands in its multi-instance, which is the same node.
  const scope = element.loopIndex === undefined ? element.parentId : undefined;
  return placeProblem(instance, migration, { node: element.node, scope }) ?? loopProblem(migration, element);
}

interface Place {
  readonly node: string;
  readonly scope: ElementInstance['id'] | undefined;
}

function placeProblem(instance: ProcessInstance, migration: Migration, place: Place): OperationProblem | undefined {
  const { node: element, scope } = place;
  const [before, after] = [migration.from.nodes.get(element), migration.nodeOf(element)];
  if (after === undefined) return { element, reason: 'node-missing' };
  if (before?.kind !== after.kind) return { element, reason: 'other-kind' };
  const around = scope === undefined ? before.scope : instance.elements.get(scope)?.node;
  return around === undefined || migration.nameOf(around) === after.scope
    ? undefined
    : { element, reason: 'other-scope' };
}

/** How an activity repeats must stay what it is while bodies of it are alive. */
function loopProblem(migration: Migration, { node: element }: ElementInstance): OperationProblem | undefined {
  const [before, after] = [migration.from.nodes.get(element), migration.nodeOf(element)];
  return repetition(before) === repetition(after) ? undefined : { element, reason: 'other-loop' };
}

function repetition(node: FlowNode | undefined): string {
  if (node === undefined) return 'none';
  if ('multiInstance' in node && node.multiInstance !== undefined) {
    return node.multiInstance.sequential ? 'one after the other' : 'all at once';
  }
  return 'standardLoop' in node && node.standardLoop !== undefined ? 'loop' : 'none';
}

/** A token at a join counts for the way it came by, which the new version must have too. */
function joinProblem(migration: Migration, token: Token): readonly OperationProblem[] {
  const { node: element, via } = token;
  const after = migration.nodeOf(element);
  if (via === undefined || after === undefined || !after.kind.endsWith('Gateway')) return [];
  const flow = migration.flowOf(via);
  return flow !== undefined && after.incoming.includes(flow) ? [] : [{ element, reason: 'flow-missing' }];
}

/** What is awaited behind an event-based gateway must still stand behind it, and wait for the same kind of event. */
function gatewayProblem(
  { elements }: ProcessInstance,
  migration: Migration,
  wait: { readonly node: string; readonly elementInstanceId: ElementInstance['id'] },
): readonly OperationProblem[] {
  const { node: element } = wait;
  const gateway = migration.nodeOf(elements.get(wait.elementInstanceId)?.node ?? '');
  if (gateway?.kind !== 'eventBasedGateway') return [];
  const [before, after] = [migration.from.nodes.get(element), migration.nodeOf(element)];
  if (after === undefined) return [{ element, reason: 'node-missing' }];
  const isSame = before !== undefined && before.kind === after.kind && triggerKind(before) === triggerKind(after);
  if (!isSame) return [{ element, reason: 'other-kind' }];
  return after.incoming.some((flow) => gateway.outgoing.includes(flow)) ? [] : [{ element, reason: 'flow-missing' }];
}

const triggerKind = (node: FlowNode): string => ('trigger' in node && node.trigger?.kind) || 'none';

const distinct = (problems: readonly OperationProblem[]): readonly OperationProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.reason} ${problem.element}`, problem])).values(),
];
