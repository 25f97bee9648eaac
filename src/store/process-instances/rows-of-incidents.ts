import type { Incident } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';

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

/** What a change got stuck on. */
export const raisedIncidents = (change: Change): readonly RaisedIncidentRow[] =>
  eventsOf(change, 'IncidentRaised').map(({ incident: { elementInstanceId: element, ...shown }, at }) => ({
    ...shown,
    element,
    instance: change.after.id,
    raisedAt: at,
  }));

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
