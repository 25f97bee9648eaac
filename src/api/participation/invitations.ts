import { readerOf } from '../../cases/access/reader-of.js';
import { invitationText } from '../../cases/participation/invitation-text.js';
import type { Invitation } from '../../contract/participation.contract.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { deadlineView } from '../views/deadline-view.js';
import { viewContext } from '../views/view-context.js';
import type { ViewContext } from '../views/view-context.js';

/** Every invitation to the reader's groups: those that wait for an answer first. */
export async function invitations(ports: ApiPorts, { tenant, actor }: RequestActor): Promise<readonly Invitation[]> {
  const filter = { whose: 'unit', participation: true } as const;
  const lists = await Promise.all([
    ports.userTasks.list(readerOf({ tenant, actor }), { ...filter, state: 'open' }),
    ports.userTasks.list(readerOf({ tenant, actor }), { ...filter, state: 'completed' }),
    ports.userTasks.list(readerOf({ tenant, actor }), { ...filter, state: 'cancelled' }),
  ]);
  const context = await viewContext(ports, { tenant, actor }, []);
  return Promise.all(
    lists.flat().map(async (task) => {
      const { process: key, version } = task.case;
      const [snapshot, definition] = await Promise.all([
        ports.cases.snapshot(tenant, task.case.id),
        ports.definitionSource.load({ tenant, key, version }),
      ]);
      return invitationView(task, invitationText(task, snapshot, definition), context);
    }),
  );
}

const stateOf = { created: 'open', assigned: 'open', completed: 'answered', cancelled: 'cancelled' } as const;

function invitationView(task: UserTaskRow, text: ReturnType<typeof invitationText>, context: ViewContext): Invitation {
  return {
    taskId: task.id,
    revision: task.revision,
    code: task.participation ?? '',
    ...text,
    invitedAt: task.createdAt,
    deadline: deadlineView(task.deadline, context),
    state: stateOf[task.state],
  };
}
