import { incidentText } from '../../cases/incident-text.js';
import type { IncidentView } from '../../contract/incident.contract.js';
import type { IncidentRow } from '../../runtime/read-ports.js';
import type { ViewContext } from '../views/view-context.js';

/** What is stuck, for those who see to it: where, why and since when, not whom it is about. */
export function incidentView(row: IncidentRow, owner: string, { nameOf }: Pick<ViewContext, 'nameOf'>): IncidentView {
  const { incident, processInstanceId, process, processName, raisedAt, assignee, told } = row;
  return {
    ...{ ...incident, processInstanceId, process, processName, raisedAt, owner, told },
    melding: incidentText(incident.code),
    attempts: row.attempts ?? null,
    assignee: assignee === undefined ? null : { id: assignee, name: nameOf(assignee) },
    nextAt: row.nextAt ?? null,
  };
}
