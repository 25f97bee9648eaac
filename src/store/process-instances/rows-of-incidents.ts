import type { Command, Incident, ProcessInstance } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';
import { renamedIn } from './renamed-in.js';

/** An incident that was raised. */
export interface RaisedIncidentRow extends Omit<Incident, 'elementInstanceId'> {
  readonly instance: string;
  readonly element: string;
  readonly raisedAt: Instant;
  /** Present when it was over before anybody could see it. */
  readonly resolvedAt?: Instant;
  readonly resolvedBy?: string;
}

/** An incident that is over. */
export interface EndedIncidentRow {
  readonly id: string;
  readonly resolvedAt: Instant;
  readonly resolvedBy: string;
}

/** What a change got stuck on, and what is stuck elsewhere now. */
export function raisedIncidents(change: Change): readonly RaisedIncidentRow[] {
  const { after, command } = change;
  const raised = eventsOf(change, 'IncidentRaised').map(({ incident }) => incident);
  const moved = renamedIn(change, ({ incidents }) => incidents).flatMap((id) => after.incidents.get(id) ?? []);
  return [...raised, ...moved].map(({ elementInstanceId: element, ...shown }) => ({
    ...shown,
    element,
    instance: after.id,
    raisedAt: command.at,
    ...(isOver(after, shown.id) ? endingBy(command) : {}),
  }));
}

/** What was stuck and is so no longer: resolved, or its element or case has ended. */
export function endedIncidents(change: Change): readonly EndedIncidentRow[] {
  const { before, after, command } = change;
  return [...(before?.incidents.keys() ?? [])]
    .filter((id) => isOver(after, id))
    .map((id) => ({ id, ...endingBy(command) }));
}

const isOver = ({ state, incidents }: ProcessInstance, id: Incident['id']): boolean =>
  state !== 'active' || !incidents.has(id);

const endingBy = ({ at, actor }: Command) => ({ resolvedAt: at, resolvedBy: actor.id });
