import type { JobInstance } from './job-instance.js';
import type {
  CompensationRecord,
  ElementInstance,
  Incident,
  ProcessInstance,
  Subscription,
  TimerInstance,
  Token,
  UserTaskInstance,
} from './process-instance.js';

type Collections =
  'tokens' | 'elements' | 'userTasks' | 'timers' | 'subscriptions' | 'jobs' | 'incidents' | 'compensations';

/** A snapshot as plain JSON, ready for a `jsonb` column: each map as the list of its values, in their order. */
export interface SerializedInstance extends Omit<ProcessInstance, Collections> {
  readonly tokens: readonly Token[];
  readonly elements: readonly ElementInstance[];
  readonly userTasks: readonly UserTaskInstance[];
  readonly timers: readonly TimerInstance[];
  readonly subscriptions: readonly Subscription[];
  readonly jobs: readonly JobInstance[];
  readonly incidents: readonly Incident[];
  readonly compensations: readonly CompensationRecord[];
}

/** Writes a snapshot as plain JSON. */
export function serializeInstance(instance: ProcessInstance): SerializedInstance {
  const { tokens, elements, userTasks, timers, subscriptions, jobs, incidents, compensations } = instance;
  return {
    ...instance,
    tokens: [...tokens.values()],
    elements: [...elements.values()],
    userTasks: [...userTasks.values()],
    timers: [...timers.values()],
    subscriptions: [...subscriptions.values()],
    jobs: [...jobs.values()],
    incidents: [...incidents.values()],
    compensations: [...compensations.values()],
  };
}

/** Reads back what `serializeInstance` wrote. Order is kept: at a join the token that came first is still first. */
export function deserializeInstance(stored: SerializedInstance): ProcessInstance {
  const { tokens, elements, userTasks, timers, subscriptions, jobs, incidents, compensations } = stored;
  return {
    ...stored,
    tokens: byId(tokens),
    elements: byId(elements),
    userTasks: byId(userTasks),
    timers: byId(timers),
    subscriptions: byId(subscriptions),
    jobs: byId(jobs),
    incidents: byId(incidents),
    compensations: byId(compensations),
  };
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<Item['id'], Item> =>
  new Map(items.map((item) => [item.id, item]));
