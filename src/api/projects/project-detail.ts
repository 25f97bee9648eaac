import { may } from '../../cases/access/may.js';
import { isTheirTask, readsAllWork } from '../../cases/access/may-read-work.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { mayHandleStatements } from '../../cases/hearings/may-handle-statements.js';
import { openHearing } from '../../cases/hearings/open-hearing.js';
import { checkpointStories } from '../../cases/participation/checkpoint-story.js';
import { suppressOne } from '../../cases/figures/suppress.js';
import { mayReadBuilding } from '../../cases/homes/may-use-homes.js';
import { maySeeWhoWaits } from '../../cases/access/may-see-who-waits.js';
import { shownNeed } from '../../cases/needs/need-rules.js';
import { isOpenTask } from '../../cases/open-task.js';
import { phaseStory } from '../../cases/projects/phase-story.js';
import type { PhaseStory } from '../../cases/projects/phase-story.js';
import { ownerOf, portfolio } from '../../cases/projects/portfolio.js';
import type { Project } from '../../cases/projects/portfolio.js';
import { mayStopProject } from '../../cases/projects/may-stop-project.js';
import * as facts from '../../cases/projects/project-facts.js';
import type { Actor } from '../../engine/index.js';
import type { ProjectDetail } from '../../contract/project-detail.contract.js';
import type { ReportedNeed } from '../../runtime/need-ports.js';
import type { CaseRow, CaseWithRelations, UserTaskRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { invitationViews } from '../participation/invitations.js';
import { textOf } from '../../shared/json.js';
import type { RequestActor } from '../request-actor.js';
import { checkpointView } from '../views/checkpoint-view.js';
import { deadlineView } from '../views/deadline-view.js';
import { rootVariables } from '../../cases/root-variables.js';
import { viewContext } from '../views/view-context.js';
import type { ViewContext } from '../views/view-context.js';
import { evaluationCases, evaluationView } from './project-evaluation.js';
import { projectForecast } from './project-forecast.js';
import { projectView } from './project-view.js';

/** Everything about one housing project, to somebody who may see it. */
export async function projectDetail(
  ports: ApiPorts,
  who: RequestActor,
  project: CaseWithRelations,
): Promise<ProjectDetail> {
  const { tenant, actor } = who;
  const { called, heard, evaluation, definition, snapshot, journal, tasks, outcomes } = await recordsOf(
    ports,
    who,
    project,
  );
  const assignees = tasks.map(({ assignee }) => assignee);
  const context = await viewContext(ports, who, assignees);
  const source = { projects: [project], called, tasks, checkpoints: outcomes, ...context };
  const own = tasks.filter((task) => task.case.id === project.id);
  const isStaff = readsAllWork(actor, project);
  const variables = rootVariables(snapshot);
  const phases = phaseStory({ project, definition, journal });
  const forecast = await projectForecast(ports, { tenant, project, definition, phases, now: context.now });
  return {
    ...cardOf(portfolio(source), context),
    ...{ startedAt: project.startedAt, endedAt: project.endedAt ?? null, forecast },
    phases: phases.map((phase) => phaseView(phase, tasks, context)),
    need: { ...needOf(own, isStaff), picture: await pictureOf(ports, who, phases) },
    hearing: await hearingOf(ports, { who, project, tasks: own, now: context.now }),
    participation: checkpointStories({ called: heard, tasks, outcomes }).map((story) => checkpointView(story, context)),
    evaluation: await evaluationView(ports, evaluation, { tasks, context, tenant }),
    invitations: [...(await invitationViews(ports, who, tasks.filter(isInvitationTo(actor))))],
    building: await buildingOf(ports, who, own),
    ...factsOf(own, { definition, variables }),
    stopReason: textOf(variables['stansBegrunnelse']) || null,
    canStop: project.endedAt === undefined && mayStopProject(actor, project),
    risks: isStaff ? [...facts.risksOf(own)] : null,
  };
}

/** What is kept of a project, and of the case that evaluates it. */
async function recordsOf(ports: ApiPorts, who: RequestActor, project: CaseRow) {
  const { tenant, actor } = who;
  const [called, evaluation] = await Promise.all([
    ports.cases.list(readerOf({ tenant, actor }), { parentId: project.id }),
    evaluationCases(ports, who, project),
  ]);
  const heard = [...called, ...evaluation];
  const ids = [project, ...heard].map(({ id }) => id);
  const [definition, snapshot, journal, tasks, outcomes] = await Promise.all([
    ports.definitionSource.load({ tenant, key: project.process, version: project.version }),
    ports.cases.snapshot(tenant, project.id),
    ports.cases.journal(tenant, project.id),
    ports.userTasks.ofCases(tenant, ids),
    ports.checkpoints.ofCases(tenant, ids),
  ]);
  return { called, heard, evaluation, definition, snapshot, journal, tasks, outcomes };
}

const isInvitationTo =
  (actor: Actor) =>
  (task: UserTaskRow): boolean =>
    task.participation !== undefined && isTheirTask(actor, task);

/** The building that was taken over, for those who may read the register or follow the meetings of residents. */
async function buildingOf(ports: ApiPorts, { tenant, actor }: RequestActor, tasks: readonly UserTaskRow[]) {
  const { bygg } = facts.newestAnswer(tasks, 'fa-ferdigattest');
  const row = typeof bygg === 'string' ? await ports.homes.reader.building(tenant, bygg) : undefined;
  if (row === undefined) return null;
  const isInRegister = mayReadBuilding(actor, row.responsibleUnit);
  if (!isInRegister && !may(actor, 'read', { data: 'residents-meeting', isOfUnit: true })) return null;
  return { id: row.id, name: row.name, isInRegister };
}

/** The need as it was mapped; how many wait, without what tells of few where the reader is not of the staff. */
function needOf(tasks: readonly UserTaskRow[], isStaff: boolean) {
  const need = facts.needOf(tasks);
  return isStaff || need.waiting === null ? need : { ...need, waiting: suppressOne(need.waiting) };
}

/** The picture of needs that the mapping began with, without small figures for whoever may not see who waits. */
async function pictureOf(ports: ApiPorts, { tenant, actor }: RequestActor, [mapping]: readonly PhaseStory[]) {
  const beganAt = mapping?.visits.at(-1)?.from;
  const picture = beganAt && facts.pictureAt(await ports.needsPictures.list(tenant), beganAt);
  if (!picture) return null;
  const shown = (need: ReportedNeed) => (maySeeWhoWaits(actor) ? need.people : shownNeed(ports.needRules, need));
  return {
    version: picture.version,
    needs: picture.items.map((need) => ({ name: need.name, people: shown(need) })),
  };
}

function factsOf(tasks: readonly UserTaskRow[], limit: facts.CostLimit) {
  const sites = facts.sitesOf(tasks);
  const planned = facts.newestAnswer(tasks, 'start-bygging')['planlagtFerdigOn'];
  return {
    politicalCases: facts
      .politicalCases(tasks, limit.variables)
      .map((one) => ({ ...one, conditions: [...one.conditions] })),
    sites: sites === null ? null : { ...sites, items: [...sites.items] },
    budget: facts.budgetOf(tasks, limit),
    plannedOn: typeof planned === 'string' ? planned : '',
  };
}

function cardOf([card]: readonly Project[], context: ViewContext) {
  if (card === undefined) throw new Error('Expected the portfolio of a project to hold that project');
  return projectView(card, context);
}

function phaseView(phase: PhaseStory, tasks: readonly UserTaskRow[], context: ViewContext) {
  return {
    ...phase,
    visits: phase.visits.map(({ from, to = null }) => ({ from, to })),
    steps: phase.steps.map(({ node, name, kind, state, doneAt = null }) => {
      const open = state === 'open' ? tasks.find((task) => isAbout(task, { node, name })) : undefined;
      const who = open === undefined ? '' : ownerOf(open, context.nameOf);
      return { node, name, kind, state, doneAt, who, deadline: deadlineView(open?.deadline, context) };
    }),
  };
}

// A task of the phase itself, or one in the checkpoint that the phase waits for, whose title begins with the same code.
const isAbout = (task: UserTaskRow, step: { readonly node: string; readonly name: string }): boolean =>
  isOpenTask(task) &&
  (task.node === step.node || (task.case.title.startsWith('MP-') && codeOf(task.case.title) === codeOf(step.name)));

// The whole word: MP-B1 is not the beginning of MP-B10.
const codeOf = (title: string): string => title.split(' ')[0] ?? '';

interface HeardProject {
  readonly who: RequestActor;
  readonly project: CaseRow;
  readonly tasks: readonly UserTaskRow[];
  readonly now: string;
}

async function hearingOf(ports: ApiPorts, { who: { tenant, actor }, project, tasks, now }: HeardProject) {
  const { publisertOn } = facts.newestAnswer(tasks, 'publiser-horing');
  if (typeof publisertOn !== 'string') return null;

  const [said, timers] = await Promise.all([
    ports.hearings.count(tenant, project.id),
    ports.timers.ofCase(tenant, project.id),
  ]);
  return {
    publishedOn: publisertOn,
    openUntil: openHearing(timers, now) ?? null,
    statements: said.received,
    held: said.held,
    answer: facts.hearingAnswer(tasks),
    isYours: mayHandleStatements(actor),
    answerTask: facts.openTaskAt(tasks, 'behandle-merknader'),
  };
}
