import type { UserTaskView } from '../../contract/user-task.contract.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import { wholeCaseOfRow } from '../../cases/whole-case.js';
import { deadlineView } from './deadline-view.js';
import type { ViewContext } from './view-context.js';

/** A task as a row of the inbox. */
export function userTaskView(row: UserTaskRow, context: ViewContext): UserTaskView {
  const { id, title, process, processName } = row.case;
  const whole = wholeCaseOfRow(row.case);
  return {
    id: row.id,
    name: row.name,
    node: row.node,
    state: row.state,
    revision: row.revision,
    assignee: row.assignee === undefined ? null : { id: row.assignee, name: context.nameOf(row.assignee) },
    candidateGroups: [...row.candidateGroups],
    participation: row.participation ?? null,
    deadline: deadlineView(row.deadline, context),
    createdAt: row.createdAt,
    completedAt: row.state === 'completed' ? (row.endedAt ?? null) : null,
    case: {
      id: isOpenAsWhole(row.case, context) ? whole : id,
      title,
      process,
      processName,
      partOf: whole === id ? null : whole,
    },
  };
}

// Whoever a part is about, or reads it by their unit, reads the application, too; whoever has a task in it sees the part only.
const isOpenAsWhole = ({ subject, readers = [] }: UserTaskRow['case'], { reader }: ViewContext): boolean =>
  subject === reader.id || reader.groups.some((group) => readers.includes(group));
