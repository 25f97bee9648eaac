import { groupName } from '../../cases/access/group-names.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { isOpenTask } from '../../cases/open-task.js';
import { residentPlan } from '../../cases/wind-down/resident-plan.js';
import type { PlanBall } from '../../cases/wind-down/resident-plan.js';
import type { ResidentPlanView } from '../../contract/wind-down.contract.js';
import type { CaseRow, UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';
import type { ViewContext } from '../views/view-context.js';

/** The plans of the residents whose cases the reader sees: late ones first, then by the next date. */
export async function residentPlans(
  ports: ApiPorts,
  who: RequestActor,
  parentId: Id<'ProcessInstance'>,
): Promise<ResidentPlanView[]> {
  const reader = readerOf(who);
  const cases = await ports.cases.list(reader, { parentId, process: 'avvikling-beboer' });
  const own = await openTasks(ports, who, cases);
  const looking = cases.filter(({ id, endedAt }) => endedAt === undefined && !own.some((task) => task.case.id === id));
  const called = looking.length === 0 ? [] : await ports.cases.list(reader, { parents: looking.map(({ id }) => id) });
  const calledTasks = await openTasks(ports, who, called);
  const parentOf = new Map(called.map(({ id, parentId: parent }) => [id, parent]));
  const people = [...own, ...calledTasks].map(({ assignee }) => assignee);
  const context = await viewContext(ports, who, people);

  const views = cases.map(({ id, title, subject, state }): ResidentPlanView => {
    const { step, ball, nextOn, isLate } = residentPlan(
      {
        ...{ subject, isCompleted: state === 'completed' },
        own: own.filter((task) => task.case.id === id),
        called: calledTasks.filter((task) => parentOf.get(task.case.id) === id),
      },
      context.now,
    );
    return { id, title, step, ball: ballView(ball, context), nextOn: nextOn ?? null, isLate };
  });
  return views.toSorted(byUrgency);
}

async function openTasks(
  { userTasks }: Pick<ApiPorts, 'userTasks'>,
  { tenant }: RequestActor,
  cases: readonly CaseRow[],
): Promise<readonly UserTaskRow[]> {
  if (cases.length === 0) return [];
  const tasks = await userTasks.ofCases(
    tenant,
    cases.map(({ id }) => id),
  );
  return tasks.filter(isOpenTask);
}

function ballView(ball: PlanBall | undefined, { nameOf }: ViewContext): ResidentPlanView['ball'] {
  if (ball === undefined) return null;
  const { assignee, groups, isResident, what } = ball;
  // Whose plan it is stands in the case, where it is written down who looks.
  if (isResident) return { isResident, what, who: '' };
  return { isResident, what, who: assignee === undefined ? groups.map(groupName).join(', ') : nameOf(assignee) };
}

const latest = '9999-12-31';

const byUrgency = (one: ResidentPlanView, other: ResidentPlanView): number =>
  Number(other.isLate) - Number(one.isLate) ||
  (one.nextOn ?? latest).localeCompare(other.nextOn ?? latest) ||
  one.title.localeCompare(other.title, 'nb', { numeric: true });
