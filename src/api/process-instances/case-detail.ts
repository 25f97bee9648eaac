import { readerOf } from '../../cases/access/reader-of.js';
import { seesTasksOnly } from '../../cases/access/may-read-case.js';
import { mayReadLetter } from '../../cases/access/may-read-letter.js';
import { isTheirTask } from '../../cases/access/may-read-work.js';
import { incidentText } from '../../cases/incident-text.js';
import { diagramProgress } from '../../cases/timeline/diagram-progress.js';
import { nodeNameAmong, nodeNameIn } from '../../cases/timeline/node-name.js';
import { partsOfCase } from '../../cases/whole-case.js';
import type { ProcessInstanceDetail } from '../../contract/process-instance.contract.js';
import type { ProcessDefinition, ProcessInstance } from '../../engine/index.js';
import type { CaseRow, CaseWithRelations, JournalRow, LetterRow, TimerRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { Id } from '../../shared/id.js';
import type { RequestActor } from '../request-actor.js';
import { openBeside } from '../journeys/open-beside.js';
import { personSeenBy } from '../persons/visible-person.js';
import { caseView } from '../views/case-view.js';
import { deadlineView } from '../views/deadline-view.js';
import { lettersOf, timersOf } from '../views/of-parts.js';
import { userTaskView } from '../views/user-task-view.js';
import { viewContext } from '../views/view-context.js';
import type { ViewContext } from '../views/view-context.js';
import { detailOfTasks } from './tasks-only.js';

/** Everything the case page shows to `who`. */
export async function caseDetail(
  ports: ApiPorts,
  who: RequestActor,
  found: CaseWithRelations,
): Promise<ProcessInstanceDetail> {
  const { tenant, actor } = who;
  const parts = await partsOfCase(ports.cases, tenant, found);
  const ids = [found.id, ...parts.map(({ id }) => id)];
  const [definition, snapshot, journal, tasks, timers, letters, children, stuck, open, person] = await Promise.all([
    ports.definitionSource.load({ tenant, key: found.process, version: found.version }),
    ports.cases.snapshot(tenant, found.id),
    ports.cases.journal(tenant, found.id),
    ports.userTasks.ofCases(tenant, ids),
    timersOf(ports, tenant, ids),
    lettersOf(ports, tenant, ids),
    ports.cases.list(readerOf({ tenant, actor }), { parentId: found.id }),
    ports.incidents.ofCase(tenant, found.id),
    openBeside(ports, who, found),
    subjectOf(ports, who, found),
  ]);
  const taken = new Map(stuck.map(({ incident, assignee }) => [incident.id, assignee]));
  const people = [...tasks.map(({ assignee }) => assignee), ...letters.map(({ to }) => to), ...taken.values()];
  const context = await viewContext(ports, who, people);
  const nameOfNode = nodeNameAmong([definition, ...(await diagramsOf(ports, tenant, parts))]);
  const detail: ProcessInstanceDetail = {
    ...caseView(found),
    sees: 'whole',
    ...diagramView({ definition, snapshot, journal }),
    tasks: tasks.map((task) => userTaskView(task, context)),
    timers: timers.filter(({ state }) => state === 'scheduled').map((timer) => timerView(timer, nameOfNode, context)),
    waitingFor: awaitedMessages(snapshot, definition),
    incidents: incidentViews(snapshot, { owner: ports.incidentCare.ownerOf(found.process), taken, context }),
    children: children.map(caseView),
    letters: letters.filter(({ to }) => mayReadLetter(actor, found, to)).map((letter) => letterView(letter, context)),
    ...open,
    person,
  };
  const own = tasks.filter((task) => isTheirTask(actor, task));
  return seesTasksOnly(actor, found) ? detailOfTasks(detail, own) : detail;
}

const awaitedMessages = (
  snapshot: ProcessInstance | undefined,
  definition: ProcessDefinition | undefined,
): ProcessInstanceDetail['waitingFor'] =>
  [...(snapshot?.subscriptions.values() ?? [])]
    .filter((subscription) => subscription.kind === 'message')
    .map(({ node, message }) => ({ node, name: nodeNameIn(definition, node), message }));

const diagramsOf = ({ definitionSource }: ApiPorts, tenant: RequestActor['tenant'], parts: readonly CaseRow[]) =>
  Promise.all(parts.map(({ process: key, version }) => definitionSource.load({ tenant, key, version })));

/** Whom the case is about, where the reader may look them up. */
async function subjectOf(ports: ApiPorts, who: RequestActor, { subject }: CaseWithRelations) {
  const person = subject === undefined ? undefined : await personSeenBy(ports, who, subject);
  return person === undefined ? null : { id: person.id, name: person.name };
}

interface IncidentCarers {
  readonly owner: string;
  readonly taken: ReadonlyMap<Id<'Incident'>, Id<'Actor'> | undefined>;
  readonly context: ViewContext;
}

function incidentViews(snapshot: ProcessInstance | undefined, { owner, taken, context }: IncidentCarers) {
  return [...(snapshot?.incidents.values() ?? [])].map(({ id, node, code, message }) => {
    const by = taken.get(id);
    const assignee = by === undefined ? null : { id: by, name: context.nameOf(by) };
    return { id, node, code, message, melding: incidentText(code), owner, assignee };
  });
}

interface CaseSource {
  readonly definition: ProcessDefinition | undefined;
  readonly snapshot: ProcessInstance | undefined;
  readonly journal: readonly JournalRow[];
}

function diagramView({ definition, snapshot, journal }: CaseSource) {
  const { activeNodes, completedNodes, text } = diagramProgress(definition, snapshot, journal);
  return {
    activeNodes: [...activeNodes],
    completedNodes: [...completedNodes],
    text: text.map((line) => ({ ...line, next: [...line.next] })),
  };
}

function timerView(timer: TimerRow, nameOfNode: (node: string) => string, context: ViewContext) {
  const { id, node, purpose, dueAt, deadline } = timer;
  return {
    id,
    node,
    name: nameOfNode(node),
    purpose,
    dueAt,
    deadline: deadlineView(deadline, context),
  };
}

function letterView({ id, title, to, text, at, byPost, posted, checksum }: LetterRow, { nameOf }: ViewContext) {
  return {
    id,
    title,
    to: to === undefined ? '' : nameOf(to),
    text,
    sentAt: at,
    byPost,
    postedOn: posted?.on ?? null,
    arrivesOn: posted?.arrivesOn ?? null,
    checksum,
  };
}
