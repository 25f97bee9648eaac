import type { ProcessInstanceView } from '../../contract/process-instance.contract.js';
import type { CaseRow } from '../../runtime/read-ports.js';

/** A case as a row of a list. */
export function caseView(row: CaseRow): ProcessInstanceView {
  const { id, title, process, processName, version, state, revision, startedAt } = row;
  return {
    id,
    title,
    process,
    processName,
    version,
    state,
    revision,
    startedAt,
    businessKey: row.businessKey ?? null,
    parentId: row.parentId ?? null,
    phase: row.phase ?? null,
    stage: row.stage ?? null,
    endedAt: row.endedAt ?? null,
  };
}
