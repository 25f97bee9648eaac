import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import { readAtOnce } from '../read-at-once.js';
import { caseRow } from './case-row.js';
import type { StoredCase } from './case-row.js';
import { emergencyReaders } from './emergency-readers.js';
import { isProtected } from './is-protected.js';

/** A case as `selectCases` answers it. */
export interface FoundCase extends StoredCase {
  readonly assignees: readonly Id<'Actor'>[];
  readonly openAssignees: readonly Id<'Actor'>[];
  readonly openCandidateGroups: readonly string[];
  readonly isProtected: boolean;
  readonly emergencyReaders: readonly Id<'Actor'>[];
}

/** The cases of these ids, each with who works on it, in no order. By hand: whoever asks for anything is looked up here first. */
export async function findCases(
  pool: pg.Pool,
  tenant: TenantId,
  ids: readonly Id<'ProcessInstance'>[],
): Promise<readonly CaseWithRelations[]> {
  const rows = await readAtOnce<FoundCase>(pool, tenant, {
    name: 'find-cases',
    text: selectCases,
    values: [tenant, ids],
  });
  return rows.map(caseFound);
}

/** The same as everybody else knows it. */
export function caseFound(found: FoundCase): CaseWithRelations {
  const { assignees, openAssignees, openCandidateGroups, isProtected, emergencyReaders } = found;
  return { ...caseRow(found), assignees, openAssignees, openCandidateGroups, isProtected, emergencyReaders };
}

/** Cases of a municipality ($1) by their ids ($2). */
export const selectCases = `
  select c.id, c.definition_key as "definitionKey", c.definition_version as "definitionVersion", c.process_name as "processName",
    c.family, c.title, c.business_key as "businessKey", c.subject, c.parent_id as "parentId", c.state,
    c.has_incident as "hasIncident", c.revision, c.phase, c.phase_since as "phaseSince", c.stage, c.readers,
    c.started_at as "startedAt", c.ended_at as "endedAt", people.*,
    ${isProtected},
    ${emergencyReaders}
  from process_instance as c
  cross join lateral (
    select coalesce(array_agg(distinct t.assignee) filter (where t.assignee is not null), '{}') as assignees,
      coalesce(array_agg(distinct t.assignee) filter (where t.assignee is not null and t.state in ('created', 'assigned')), '{}')
        as "openAssignees",
      coalesce(array_agg(distinct g.name) filter (where g.name is not null), '{}') as "openCandidateGroups"
    from user_task as t
    left join lateral unnest(case when t.state in ('created', 'assigned') then t.candidate_groups end) as g(name) on true
    where t.tenant = c.tenant and t.instance = c.id
  ) as people
  where c.tenant = $1 and c.id = any($2::text[])`;
