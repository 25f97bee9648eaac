import { readerOf } from '../../cases/access/reader-of.js';
import { defectsOf, evaluationProcess, evaluationRounds, findingsOf } from '../../cases/projects/evaluation-story.js';
import type { Finding } from '../../cases/projects/evaluation-story.js';
import type { EvaluationView, FindingView, ProjectFindings } from '../../contract/evaluation.contract.js';
import type { CaseRow, UserTaskRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { deadlineView } from '../views/deadline-view.js';
import type { ViewContext } from '../views/view-context.js';

/** The case that evaluates a project, for whoever may see it, with the checkpoints in it. */
export async function evaluationCases(
  ports: Pick<ApiPorts, 'cases'>,
  { tenant, actor }: RequestActor,
  project: CaseRow,
): Promise<readonly CaseRow[]> {
  const reader = readerOf({ tenant, actor });
  const all = await ports.cases.list(reader, { process: evaluationProcess });
  const own = all.find(({ businessKey }) => businessKey === project.id);
  return own === undefined ? [] : [own, ...(await ports.cases.list(reader, { parentId: own.id }))];
}

/** How a project is evaluated; null before it is over, and for whoever may not see it. */
export async function evaluationView(
  ports: Pick<ApiPorts, 'timers'>,
  [evaluation]: readonly CaseRow[],
  { tasks, context, tenant }: EvaluationSource,
): Promise<EvaluationView | null> {
  if (evaluation === undefined) return null;
  const own = tasks.filter((task) => task.case.id === evaluation.id);
  const timers = await ports.timers.ofCase(tenant, evaluation.id);
  return {
    caseId: evaluation.id,
    rounds: evaluationRounds(own, timers).map(({ months, state, beginsOn = null, finding }) => ({
      ...{ months, state, beginsOn },
      finding: finding === undefined ? null : findingView(finding),
    })),
    defects: defectsOf(own).map(({ deadline, ...defect }) => ({
      ...defect,
      deadline: deadlineView(deadline, context),
    })),
  };
}

interface EvaluationSource extends Pick<RequestActor, 'tenant'> {
  readonly tasks: readonly UserTaskRow[];
  readonly context: ViewContext;
}

/** What every finished project has taught, as far as the reader may see it: the newest first. */
export async function projectFindings(ports: ApiPorts, { tenant, actor }: RequestActor): Promise<ProjectFindings> {
  const reader = readerOf({ tenant, actor });
  const [evaluations, projects] = await Promise.all([
    ports.cases.list(reader, { process: evaluationProcess }),
    ports.cases.list(reader, { family: 'project' }),
  ]);
  const titles = new Map<string, string>(projects.map(({ id, title }) => [id, title]));
  const tasks = await ports.userTasks.ofCases(
    tenant,
    evaluations.map(({ id }) => id),
  );
  const items = evaluations.flatMap(({ id, title, businessKey = '' }) =>
    findingsOf(tasks.filter((task) => task.case.id === id)).map((finding) => ({
      ...findingView(finding),
      project: titles.get(businessKey) ?? title,
      projectId: titles.has(businessKey) ? businessKey : null,
    })),
  );
  return { items: items.toSorted((one, other) => other.writtenAt.localeCompare(one.writtenAt)) };
}

const findingView = ({ works, worksNot, lessons, ...finding }: Finding): FindingView => ({
  ...finding,
  ...{ works: [...works], worksNot: [...worksNot], lessons: [...lessons] },
});
