import { readerOf } from '../../cases/access/reader-of.js';
import { variablesInSight } from '../../cases/forms/known-values.js';
import { offerInWords, type OfferInWords } from '../../cases/homes/offer-in-words.js';
import { wholeCaseOfRow } from '../../cases/whole-case.js';
import { offerSteps } from '../../contract/offer.contract.js';
import type { OfferListView } from '../../contract/offer.contract.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import { shownCases } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { deadlineView } from '../views/deadline-view.js';
import { viewContext, type ViewContext } from '../views/view-context.js';

type OfferRow = OfferListView['items'][number];

/** A step of an offer: the form of the task that it is done in says which. */
export type OfferStep = OfferRow['step'];

// An offer is a process of its own; in applications of versions before that it is a part of their diagram.
const offerProcesses = ['tilbud', 'boligtildeling'];

/** The offers that are open in cases that the reader may see; what the offer is of is told, and written down, where they see the whole case. */
export async function listOffers(ports: ApiPorts, who: RequestActor): Promise<OfferListView> {
  const { tenant, actor } = who;
  const reader = readerOf({ tenant, actor });
  const lists = await Promise.all(
    offerProcesses.map((process) => ports.userTasks.list(reader, { whose: 'all', state: 'open', process })),
  );
  const open = lists.flat();
  const tasks = open.filter((task) => stepOf(task) !== undefined);
  const ids = [...new Set(tasks.map((task) => task.case.id))];
  const [shown, context] = await Promise.all([
    shownCases(ports, who, { ids, part: 'task' }),
    viewContext(
      ports,
      who,
      tasks.map(({ assignee }) => assignee),
    ),
  ]);
  const whole = new Map(shown.map((found) => [found.id, wholeCaseOfRow(found)]));
  // Her own offer is told by her journey and by the task in which she answers.
  const own = new Set(shown.flatMap(({ id, subject }) => (subject === actor.id ? [id] : [])));
  const ofOthers = ids.filter((id) => !own.has(id));
  const items = ofOthers.map(async (id) => {
    const ofCase = tasks.filter((task) => task.case.id === id);
    const words = whole.has(id) ? await offerOf(ports, tenant, ofCase) : { alternatives: [], viewings: [] };
    return offerRow(ofCase, { ...words, processInstanceId: whole.get(id) ?? id }, context);
  });
  return { items: (await Promise.all(items)).flat().toSorted(byDue) };
}

/** Which step of an offer a task is; undefined where it is none. */
export const stepOf = ({ form }: Pick<UserTaskRow, 'form'>): OfferStep | undefined =>
  offerSteps.find((step) => step === form);

/** The homes of the offer that these tasks of one case are part of. */
export async function offerOf(
  { cases }: Pick<ApiPorts, 'cases'>,
  tenant: RequestActor['tenant'],
  [task]: readonly UserTaskRow[],
): Promise<OfferInWords> {
  if (task === undefined) return offerInWords({});
  const instance = await cases.snapshot(tenant, task.case.id);
  return offerInWords(variablesInSight(instance, instance?.userTasks.get(task.id)?.elementInstanceId));
}

function offerRow(
  tasks: readonly UserTaskRow[],
  { alternatives, viewings, processInstanceId }: OfferInWords & Pick<OfferRow, 'processInstanceId'>,
  context: ViewContext,
): readonly OfferRow[] {
  const steps = tasks.flatMap((task) => stepOf(task) ?? []);
  const step = offerSteps.findLast((one) => steps.includes(one));
  const [first] = tasks;
  if (step === undefined || first === undefined) return [];

  return [
    {
      processInstanceId,
      title: first.case.title,
      step,
      alternatives: [...alternatives],
      viewings: viewings.map(({ home, on = null }) => ({ home, on })),
      tasks: tasks.map(({ id, name, assignee, candidateGroups, deadline }) => ({
        id,
        name,
        assignee: assignee === undefined ? null : context.nameOf(assignee),
        candidateGroups: [...candidateGroups],
        deadline: deadlineView(deadline, context),
      })),
    },
  ];
}

const byDue = (one: OfferRow, other: OfferRow): number => dueOn(one).localeCompare(dueOn(other));

const dueOn = ({ tasks }: OfferRow): string =>
  tasks.flatMap(({ deadline }) => deadline?.dueOn ?? []).toSorted()[0] ?? '9999-12-31';
