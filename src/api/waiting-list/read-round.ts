import { relationToCase } from '../../cases/access/may-read-case.js';
import { maySeeWhoWaits } from '../../cases/access/may-see-who-waits.js';
import { entryOfTask, passedOver } from '../../cases/waiting-list/round-record.js';
import { matchesOf, type RoundVacancy } from '../../cases/waiting-list/round-vacancies.js';
import { requirementsOn } from '../../cases/homes/home-requirements.js';
import type { HomeRequirements } from '../../cases/homes/home-requirements.js';
import type { RoundEntryView, RoundView } from '../../contract/round.contract.js';
import type { ProcessInstance, UserTaskInstance } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';
import { shownCases } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext, type ViewContext } from '../views/view-context.js';
import { entriesOfRound, type JudgedEntry } from './entries-of-round.js';
import { headOf } from './list-rounds.js';

/** A weekly round; what is shown of somebody in it is written down for that person. 404 for a case that is none, or is not theirs to see. */
export async function readRound(ports: ApiPorts, who: RequestActor, id: string): Promise<RoundView> {
  const { tenant, actor } = who;
  if (!maySeeWhoWaits(actor)) throw problem('not-found');
  const round = await ports.cases.find(tenant, idOf<'ProcessInstance'>(id));
  if (round?.process !== 'ventelisterunde' || relationToCase(actor, round) === undefined) throw problem('not-found');

  const { entries, vacancies, instance } = await entriesOfRound(ports, tenant, round.id);
  const ids = entries.map((entry) => idOf<'ProcessInstance'>(entry.case));
  const [shown, context] = await Promise.all([
    shownCases(ports, who, { ids, part: 'waiting-list' }),
    viewContext(
      ports,
      who,
      entries.map(({ by }) => by),
    ),
  ]);
  const tasks = tasksByCase(instance);
  const passed = new Set(passedOver(entries).map((entry) => entry.case));
  const open = new Set<string>(shown.map((one) => one.id));
  const head = headOf(round, entries);
  // What spoke against a home is said by the rules of the day on which the round was held.
  const rules = requirementsOn(ports.homeRequirements, head.on);
  const known = { rules, context, vacancies: vacancies ?? [], tasks, passed, open };
  const lacking = entries.filter(({ outcome }) => outcome === undefined);
  return {
    ...head,
    entries: entries.length,
    lacking: lacking.length,
    outcomes: counted(entries),
    dueOn: [...tasks.values()].flatMap(({ deadline }) => deadline?.dueOn ?? [])[0] ?? null,
    endedAt: round.endedAt ?? null,
    vacancies: vacancies?.map(vacancyView) ?? null,
    items: entries.map((entry) => entryView(entry, known)),
  };
}

const vacancyView = ({ name, features, free }: RoundVacancy) => ({ name, features: [...features], free });

interface KnownOfRound {
  readonly rules: HomeRequirements;
  readonly context: ViewContext;
  readonly vacancies: readonly RoundVacancy[];
  readonly tasks: ReadonlyMap<string, UserTaskInstance>;
  readonly passed: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
}

function entryView(
  entry: JudgedEntry,
  { rules, context, vacancies, tasks, passed, open }: KnownOfRound,
): RoundEntryView {
  const { place, placement, waitedDays, roundsMissed, outcome, reason, by } = entry;
  const isPassedOver = passed.has(entry.case);
  const isOpen = open.has(entry.case);
  // What speaks against a home tells what the person needs.
  const isMatched = isOpen && (isPassedOver || outcome === 'tilbud');
  return {
    ...{ place, waitedDays, roundsMissed, isPassedOver },
    processInstanceId: isOpen ? entry.case : null,
    title: isOpen ? entry.title : null,
    group: placement?.group ?? null,
    reasons: isOpen ? [...(placement?.reasons ?? [])] : [],
    outcome: outcome ?? null,
    reason: (isOpen ? reason : undefined) ?? null,
    by: by === undefined ? null : context.nameOf(by),
    taskId: tasks.get(entry.case)?.id ?? null,
    matches: isMatched
      ? matchesOf(rules, entry.need, vacancies).map(({ vacancy, why }) => ({ building: vacancy.name, why: [...why] }))
      : [],
  };
}

function tasksByCase(instance: ProcessInstance | undefined): ReadonlyMap<string, UserTaskInstance> {
  const tasks = instance === undefined ? [] : [...instance.userTasks.values()];
  return new Map(
    tasks.flatMap((task) => {
      const about = instance && entryOfTask(instance, task)?.['processInstanceId'];
      return typeof about === 'string' ? [[about, task]] : [];
    }),
  );
}

function counted(entries: readonly JudgedEntry[]): RoundView['outcomes'] {
  const kinds = [...new Set(entries.flatMap(({ outcome }) => outcome ?? []))];
  return kinds.map((outcome) => ({ outcome, entries: entries.filter((entry) => entry.outcome === outcome).length }));
}
