import type { Incident } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';
import { renamedIn } from './renamed-in.js';

/** An incident that was raised. */
export interface RaisedIncidentRow extends Omit<Incident, 'elementInstanceId'> {
  readonly instance: string;
  readonly element: string;
  readonly raisedAt: Instant;
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
  }));
}

/** What is no longer stuck: resolved, or its element or case has ended. */
export function endedIncidents(change: Change): readonly EndedIncidentRow[] {
  const { before, after, command } = change;
  const known = [
    ...(before?.incidents.keys() ?? []),
    ...eventsOf(change, 'IncidentRaised').map(({ incident }) => incident.id),
  ];
  const isOver = (id: Incident['id']): boolean => after.state !== 'active' || !after.incidents.has(id);

  return known.filter(isOver).map((id) => ({ id, resolvedAt: command.at, resolvedBy: command.actor.id }));
}
