import { isDeepStrictEqual } from 'node:util';
import {
  deserializeInstance,
  evolve,
  evolveAll,
  serializeInstance,
  type ProcessEvent,
  type ProcessInstance,
} from '../../engine/index.js';
import { brokenLifetime } from './lifetimes.js';

/** What must be true of every case after every command; each text names a law that is broken. */
export function brokenLaws(instance: ProcessInstance, journal: readonly ProcessEvent[]): readonly string[] {
  return [
    replay(instance, journal),
    conservation(instance, journal),
    orphans(instance),
    rest(instance),
    brokenLifetime(journal),
    roundTrip(instance),
  ].filter((broken) => broken !== undefined);
}

/** The laws that look at the snapshot alone, cheap enough for every step. */
export const brokenRest = (instance: ProcessInstance): string | undefined => orphans(instance) ?? rest(instance);

function replay(instance: ProcessInstance, journal: readonly ProcessEvent[]): string | undefined {
  // Fact by fact costs a copy each: what is very long is folded as a whole.
  const isLong = journal.length > 2_000;
  const replayed = isLong
    ? evolveAll(undefined, journal)
    : journal.reduce<ProcessInstance | undefined>(evolve, undefined);
  if (!isDeepStrictEqual(replayed, instance)) return 'replay of the journal is not the state';
  if (replayed && writtenOut(replayed) !== writtenOut(instance)) return 'replay stores other bytes than the state';
  return instance.revision === journal.length ? undefined : 'the revision does not count the events';
}

const writtenOut = (instance: ProcessInstance): string => JSON.stringify(serializeInstance(instance));

const balances = [
  ['tokens', ['TokenCreated'], ['TokenConsumed']],
  ['timers', ['TimerScheduled'], ['TimerFired', 'TimerCancelled']],
  ['userTasks', ['UserTaskCreated'], ['UserTaskCompleted', 'UserTaskCancelled']],
  [
    'subscriptions',
    ['MessageSubscribed', 'EventSubscribed'],
    ['MessageCorrelated', 'MessageUnsubscribed', 'EventOccurred', 'EventUnsubscribed'],
  ],
  ['jobs', ['JobCreated'], ['JobCompleted', 'JobCancelled']],
  ['incidents', ['IncidentRaised'], ['IncidentResolved']],
  ['compensations', ['CompensationRecorded'], ['CompensationForgotten']],
] as const;

function conservation(instance: ProcessInstance, journal: readonly ProcessEvent[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { type } of journal) counts.set(type, (counts.get(type) ?? 0) + 1);
  const count = (types: readonly string[]): number => types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
  const broken = balances.find(([what, come, go]) => count(come) - count(go) !== instance[what].size);
  return broken && `${broken[0]} came and went, but not as many as are left`;
}

function orphans(instance: ProcessInstance): string | undefined {
  const { tokens, elements, userTasks, timers, compensations } = instance;
  if (hasOrphanedWork(instance)) return 'something open belongs to no living element';
  for (const { scopeInstanceId } of tokens.values())
    if (!elements.has(scopeInstanceId)) return 'a token moves in no living scope';
  for (const { userTaskId } of timers.values())
    if (userTaskId !== undefined && !userTasks.has(userTaskId)) return 'a rung is left of a task that has ended';
  for (const { parentId, tokenId } of elements.values()) {
    const isOrphan =
      (parentId !== undefined && !elements.has(parentId)) || (tokenId !== undefined && !tokens.has(tokenId));
    if (isOrphan) return 'an element lives without its parent or its token';
  }
  return compensations.size > 0 && hasLostRecord(instance)
    ? 'what could be undone is left of a scope that has ended'
    : undefined;
}

function hasOrphanedWork({ elements, userTasks, timers, subscriptions, jobs, incidents }: ProcessInstance): boolean {
  for (const open of [userTasks, timers, subscriptions, jobs, incidents]) {
    for (const { elementInstanceId } of open.values()) if (!elements.has(elementInstanceId)) return true;
  }
  return false;
}

/** A record belongs to a living scope, or to a scope that completed and can itself still be undone. */
function hasLostRecord({ compensations, elements }: ProcessInstance): boolean {
  const records = [...compensations.values()];
  const undoable = new Set(records.map(({ elementInstanceId }) => elementInstanceId));
  return records.some(({ scopeInstanceId: scope }) => !elements.has(scope) && !undoable.has(scope));
}

function rest(instance: ProcessInstance): string | undefined {
  const { tokens, elements, userTasks, timers, subscriptions, jobs, incidents } = instance;
  const waits = userTasks.size + timers.size + subscriptions.size + jobs.size + incidents.size > 0;
  if (instance.state !== 'active') {
    return waits || tokens.size + elements.size > 0 ? 'an ended case has something open' : undefined;
  }
  if (waits) return undefined;
  const calls = [...elements.values()].some((element) => element.calledInstanceId !== undefined);
  // An ad-hoc sub-process in which nothing moves waits for somebody who chooses what comes next.
  const chosen = [...elements.values()].some(
    ({ id, progress }) =>
      progress?.adHoc !== undefined && ![...tokens.values()].some(({ scopeInstanceId }) => scopeInstanceId === id),
  );
  return calls || chosen ? undefined : 'an active case waits for nothing, so it would wait for ever';
}

function roundTrip(instance: ProcessInstance): string | undefined {
  const read = deserializeInstance(JSON.parse(JSON.stringify(serializeInstance(instance))));
  return isDeepStrictEqual(read, instance) ? undefined : 'a stored case is not the same when it is read back';
}
