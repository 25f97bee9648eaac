import { mayReadCase } from '../../cases/access/may-read-case.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { invitationText } from '../../cases/participation/invitation-text.js';
import type { Invitation } from '../../contract/participation.contract.js';
import type { Actor } from '../../engine/index.js';
import type { CaseRow, UserTaskRow } from '../../runtime/read-ports.js';
import { textOf } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { deadlineView } from '../views/deadline-view.js';
import { viewContext } from '../views/view-context.js';
import type { ViewContext } from '../views/view-context.js';

/** Every invitation to the reader's groups: those that wait for an answer first. */
export async function invitations(ports: ApiPorts, who: RequestActor): Promise<readonly Invitation[]> {
  const { tenant, actor } = who;
  const filter = { whose: 'unit', participation: true } as const;
  const lists = await Promise.all([
    ports.userTasks.list(readerOf({ tenant, actor }), { ...filter, state: 'open' }),
    ports.userTasks.list(readerOf({ tenant, actor }), { ...filter, state: 'completed' }),
    ports.userTasks.list(readerOf({ tenant, actor }), { ...filter, state: 'cancelled' }),
  ]);
  return invitationViews(ports, who, lists.flat());
}

/** The same of these tasks, for one of those who are invited. */
export async function invitationViews(
  ports: ApiPorts,
  who: RequestActor,
  tasks: readonly UserTaskRow[],
): Promise<readonly Invitation[]> {
  const { tenant, actor } = who;
  const context = await viewContext(ports, who, []);
  return Promise.all(
    tasks.map(async (task) => {
      const { process: key, version, parentId } = task.case;
      const [snapshot, definition, caller] = await Promise.all([
        ports.cases.snapshot(tenant, task.case.id),
        ports.definitionSource.load({ tenant, key, version }),
        parentId === undefined ? undefined : ports.cases.find(tenant, parentId),
      ]);
      const owner = caller !== undefined && mayReadCase(actor, caller) ? caller : undefined;
      return invitationView({ task, text: invitationText(task, snapshot, definition), owner }, context);
    }),
  );
}

const stateOf = { created: 'open', assigned: 'open', completed: 'answered', cancelled: 'cancelled' } as const;

interface ToldInvitation {
  readonly task: UserTaskRow;
  readonly text: ReturnType<typeof invitationText>;
  readonly owner: Pick<CaseRow, 'id' | 'family'> | undefined;
}

function invitationView({ task, text, owner }: ToldInvitation, context: ViewContext): Invitation {
  return {
    taskId: task.id,
    revision: task.revision,
    code: task.participation ?? '',
    ...text,
    owner: owner === undefined ? null : { id: owner.id, kind: owner.family === 'project' ? 'project' : 'case' },
    said: saidIn(task, context.reader),
    invitedAt: task.createdAt,
    deadline: deadlineView(task.deadline, context),
    state: stateOf[task.state],
  };
}

// What makes it easier for somebody to come can tell of their health: it is shown to them, and to no other of the group.
function saidIn({ assignee, result }: UserTaskRow, reader: Actor): Invitation['said'] {
  if (result === undefined || assignee !== reader.id) return null;
  return { message: textOf(result['melding']), adaptations: textOf(result['tilrettelegging']) };
}
