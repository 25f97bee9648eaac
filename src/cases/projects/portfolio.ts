import type { CaseRow, CheckpointRow, UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { groupName } from '../access/group-names.js';
import { phaseName } from './phases.js';
import { isOverdue } from '../deadlines/is-overdue.js';
import { isOpenTask } from '../open-task.js';

/** A housing project in the portfolio. */
export interface Project {
  readonly case: CaseRow;
  readonly phase: number;
  readonly phaseName: string;
  readonly phaseSince: Instant;
  /** Open tasks of the project and of what it has called, the most urgent first. */
  readonly waitingFor: readonly { readonly task: UserTaskRow; readonly who: string }[];
  readonly overdue: number;
  readonly checkpoints: readonly ProjectCheckpoint[];
}

/** A participation checkpoint of a project; `outcome` is null while it is open. */
export interface ProjectCheckpoint {
  readonly code: string;
  readonly name: string;
  readonly outcome: string | null;
}

/** What the portfolio is told from: projects, the cases they have called, and all of their tasks and checkpoints. */
export interface PortfolioSource {
  readonly projects: readonly CaseRow[];
  readonly called: readonly CaseRow[];
  readonly tasks: readonly UserTaskRow[];
  readonly checkpoints: readonly CheckpointRow[];
  readonly nameOf: (actor: Id<'Actor'>) => string;
  readonly now: Instant;
}

/** Every project with where it is, what it waits for and what is late. */
export function portfolio(source: PortfolioSource): readonly Project[] {
  return source.projects.map((project) => projectOf(source, project));
}

function projectOf(source: PortfolioSource, project: CaseRow): Project {
  const called = source.called.filter(({ parentId }) => parentId === project.id);
  const ids = new Set([project.id, ...called.map(({ id }) => id)]);
  const tasks = source.tasks.filter((task) => ids.has(task.case.id));
  const open = tasks.filter(isOpenTask);
  const phase = project.phase ?? 1;
  return {
    case: project,
    phase,
    phaseName: phaseName(phase),
    phaseSince: project.phaseSince ?? project.startedAt,
    waitingFor: open.toSorted(byUrgency).map((task) => ({ task, who: ownerOf(task, source.nameOf) })),
    overdue: open.filter(({ deadline }) => deadline !== undefined && isOverdue(deadline, source.now)).length,
    checkpoints: checkpointsOf(project, called, source.checkpoints),
  };
}

/** Checkpoints that were called for, in the order of their codes; the newest call of a code counts. */
function checkpointsOf(project: CaseRow, called: readonly CaseRow[], rows: readonly CheckpointRow[]) {
  const outcomes = new Map(
    rows
      .filter(({ processInstanceId }) => processInstanceId === project.id)
      .map(({ code, outcome }) => [code, outcome]),
  );
  const oldestFirst = called.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
  const checkpoints = new Map(
    oldestFirst.flatMap(({ title, endedAt }): readonly (readonly [string, ProjectCheckpoint])[] => {
      // The title of a checkpoint is `<code> <name> – <project>`, as its diagram makes it.
      const [, code, name = ''] = /^(MP-\S+) (.*?)(?: – .*)?$/.exec(title) ?? [];
      const outcome = endedAt === undefined ? undefined : outcomes.get(code ?? '');
      return code === undefined ? [] : [[code, { code, name, outcome: outcome ?? null }]];
    }),
  );
  return [...checkpoints.values()].toSorted((one, other) => one.code.localeCompare(other.code));
}

/** Who has a task: a name, or the units that may take it. */
export const ownerOf = ({ assignee, candidateGroups }: UserTaskRow, nameOf: PortfolioSource['nameOf']): string =>
  assignee === undefined ? candidateGroups.map(groupName).join(' eller ') : nameOf(assignee);

const byUrgency = (one: UserTaskRow, other: UserTaskRow): number =>
  (one.deadline?.dueAt ?? '9999').localeCompare(other.deadline?.dueAt ?? '9999');
