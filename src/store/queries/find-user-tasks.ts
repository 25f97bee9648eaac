import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import { readAtOnce } from '../read-at-once.js';
import { userTaskRow } from './user-task-row.js';
import type { StoredUserTask } from './user-task-row.js';

/** The tasks of these ids, each with its case, in no order. By hand: everything that is done with a task begins here. */
export async function findUserTasks(
  pool: pg.Pool,
  tenant: TenantId,
  ids: readonly Id<'UserTask'>[],
): Promise<readonly UserTaskRow[]> {
  const rows = await readAtOnce<StoredUserTask>(pool, tenant, { name: 'find-user-tasks', text, values: [tenant, ids] });
  return rows.map(userTaskRow);
}

const text = `
  select t.id, t.node, t.name, t.state, t.revision, t.assignee, t.candidate_groups as "candidateGroups", t.form, t.participation,
    t.deadline, t.created_at as "createdAt", t.completed_at as "completedAt", t.result,
    json_build_object('id', c.id, 'title', c.title, 'definitionKey', c.definition_key, 'processName', c.process_name,
      'definitionVersion', c.definition_version, 'family', c.family, 'parentId', c.parent_id,
      'subject', c.subject, 'readers', c.readers) as "processInstance"
  from user_task as t join process_instance as c on c.tenant = t.tenant and c.id = t.instance
  where t.tenant = $1 and t.id = any($2::text[])`;
