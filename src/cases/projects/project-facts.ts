import type { ProcessDefinition } from '../../engine/index.js';
import type { NeedsPicture } from '../../runtime/need-ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import { listOf, objectOf, textOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import { isOpenTask } from '../open-task.js';

/** What politicians wanted to be done when they decided, and what became of it; null while nobody has answered for it. */
export interface Condition {
  readonly text: string;
  readonly outcome: string | null;
  readonly answer: string;
}

/** What politicians decided in a project, or were told of it. */
export interface PoliticalCase {
  readonly caseNumber: string;
  readonly decision: string;
  readonly decidedAt: Instant;
  readonly conditions: readonly Condition[];
  readonly reason: string;
}

/** A site beside the others: the place that each side gave it, the best first. */
export interface Site {
  readonly name: string;
  readonly staffRank: number | null;
  readonly residentRank: number | null;
  readonly isChosen: boolean;
}

/** The sites of the newest search, and why one was chosen. */
export interface Sites {
  readonly items: readonly Site[];
  readonly assessment: string;
  readonly reason: string;
  /** What was written of a ranking where it is no list. */
  readonly staffText: string;
  readonly residentText: string;
}

/** What was granted, what it costs, and when the case goes back to the council. */
export interface Budget {
  readonly granted: number | null;
  readonly cost: number | null;
  readonly deviationPercent: number | null;
  /** Above this the case goes back, as the diagram of the project says; null where it says nothing. */
  readonly thresholdPercent: number | null;
  readonly isOver: boolean;
  readonly reason: string;
}

type Done = UserTaskRow & { readonly result: JsonObject; readonly endedAt: Instant };

const doneTasks = (tasks: readonly UserTaskRow[], ...nodes: readonly string[]): readonly Done[] =>
  tasks
    .flatMap((task) => {
      const { state, result = {}, endedAt } = task;
      return state === 'completed' && endedAt !== undefined ? [{ ...task, result, endedAt }] : [];
    })
    .filter(({ node }) => nodes.includes(node))
    .toSorted((one, other) => one.endedAt.localeCompare(other.endedAt));

/** What a task was answered with the last time it was done; empty where it never was. */
export const newestAnswer = (tasks: readonly UserTaskRow[], node: string): JsonObject =>
  doneTasks(tasks, node).at(-1)?.result ?? {};

/** The task of a node that somebody still has to do; null where there is none. */
export const openTaskAt = (tasks: readonly UserTaskRow[], node: string): UserTaskRow['id'] | null =>
  tasks.find((task) => task.node === node && isOpenTask(task))?.id ?? null;

const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

/** Every decision of politicians, and what was put before them of conditions that were not met, the oldest first; `variables` are those of the case. */
export const politicalCases = (tasks: readonly UserTaskRow[], variables: JsonObject): readonly PoliticalCase[] =>
  doneTasks(tasks, 'registrer-prinsippvedtak', 'registrer-bystyrevedtak', 'legg-fram-vilkar').map(
    ({ node, result, endedAt }) => ({
      caseNumber: textOf(result['politiskSak']) || textOf(result['vilkarSak']),
      decision:
        node === 'legg-fram-vilkar' ? 'lagt-fram' : textOf(result['prinsippvedtak']) || textOf(result['bystyrevedtak']),
      decidedAt: endedAt,
      conditions: conditionsIn(result).map((text) => conditionOf(text, variables['vilkarssvar'])),
      reason: textOf(result['avslagBegrunnelse']) || textOf(result['vilkarTilSvar']),
    }),
  );

// In older cases the conditions are one text.
const conditionsIn = ({ prinsippvilkar, vedtaksvilkar, vilkar }: JsonObject): readonly string[] =>
  [...listOf(prinsippvilkar), ...listOf(vedtaksvilkar), vilkar].map(textOf).filter((text) => text !== '');

function conditionOf(text: string, answers: Json | undefined): Condition {
  const answer = listOf(answers)
    .map((one) => objectOf(one))
    .find(({ vilkar }) => vilkar === text);
  return { text, outcome: textOf(answer?.['resultat']) || null, answer: textOf(answer?.['svar']) };
}

/** The sites that were looked at last, each with its two places; null before anybody has looked. */
export function sitesOf(tasks: readonly UserTaskRow[]): Sites | null {
  const found = newestAnswer(tasks, 'finn-tomter');
  const names = listOf(found['tomter']).map(textOf);
  if (names.length === 0) return null;

  const chosen = newestAnswer(tasks, 'innstill-tomt');
  const staff = chosen['fagligRangering'];
  const residents = chosen['beboernesRangering'];
  const isChosen = (name: string): boolean => isSame(name, textOf(chosen['valgtTomt']));
  return {
    items: names.map((name) => ({
      name,
      staffRank: rankOf(staff, name),
      residentRank: rankOf(residents, name),
      isChosen: isChosen(name),
    })),
    assessment: textOf(found['tomtevurdering']),
    reason: textOf(chosen['tomtBegrunnelse']),
    staffText: textOf(staff),
    residentText: textOf(residents),
  };
}

function rankOf(ranking: Json | undefined, name: string): number | null {
  const place = listOf(ranking).findIndex((line) => isSame(textOf(line), name));
  return place < 0 ? null : place + 1;
}

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** What says how much a project may cost over what was granted: the case, or the diagram that it follows. */
export interface CostLimit {
  readonly variables: JsonObject;
  readonly definition: ProcessDefinition | undefined;
}

/** The money of a project; null until something was granted or reckoned. */
export function budgetOf(tasks: readonly UserTaskRow[], limit: CostLimit): Budget | null {
  const reckoned = newestAnswer(tasks, 'lag-forprosjekt');
  const granted = numberOf(newestAnswer(tasks, 'registrer-bystyrevedtak')['bevilgning']);
  const cost = numberOf(reckoned['kostnad']);
  if (granted === null && cost === null) return null;
  const deviationPercent = deviationOf(granted, cost) ?? numberOf(reckoned['kostnadsavvikProsent']);

  const thresholdPercent = numberOf(limit.variables['kostnadsterskel']) ?? thresholdIn(limit.definition);
  return {
    ...{ granted, cost, deviationPercent, thresholdPercent },
    isOver: deviationPercent !== null && thresholdPercent !== null && deviationPercent > thresholdPercent,
    reason: textOf(reckoned['kostnadsgrunn']),
  };
}

// As the diagram does: what somebody says of the deviation counts only where nobody knows what was granted.
const deviationOf = (granted: number | null, cost: number | null): number | null =>
  granted === null || granted <= 0 || cost === null ? null : Math.round((1000 * (cost - granted)) / granted) / 10;

// In older diagrams the threshold is drawn, and written nowhere else.
function thresholdIn(definition: ProcessDefinition | undefined): number | null {
  const conditions = [...(definition?.flows.values() ?? [])].map(({ condition = '' }) => condition);
  const [threshold] = conditions.flatMap((text) => /kostnadsavvikProsent\)?\s*>\s*(\d+)/.exec(text)?.[1] ?? []);
  return threshold === undefined ? null : Number(threshold);
}

/** What was answered to the statements of the newest hearing, with those that were written down afterwards; null before that. */
export function hearingAnswer(tasks: readonly UserTaskRow[]): { readonly count: number; readonly text: string } | null {
  const done = doneTasks(tasks, 'publiser-horing', 'behandle-merknader').at(-1);
  if (done?.node !== 'behandle-merknader') return null;
  const late = doneTasks(tasks, lateStatement.node).filter(({ endedAt }) => endedAt >= done.endedAt);
  return {
    count: (numberOf(done.result['antallMerknader']) ?? 0) + late.length,
    text: [done.result['merknadsvar'], ...late.map(({ result }) => result['svarPaUttalelse'])].map(textOf).join('\n\n'),
  };
}

/** The work on a statement that came in time and was written down when the others were answered: what it waits for, and its task. */
export const lateStatement = { message: 'uttalelse-fort-sent', node: 'behandle-uttalelse' } as const;

/** Something that may go wrong, as somebody has written it down. */
export interface Risk {
  readonly text: string;
  readonly saidAt: Instant;
  /** In which task. */
  readonly saidIn: string;
}

/** Every risk that somebody has written down, the newest list of each task. */
export const risksOf = (tasks: readonly UserTaskRow[]): readonly Risk[] =>
  ['skriv-saksframlegg', 'finn-tomter', 'lag-forprosjekt', 'folg-opp-bygging'].flatMap((node) => {
    const done = doneTasks(tasks, node).at(-1);
    if (done === undefined) return [];
    const { result, endedAt: saidAt, name: saidIn } = done;
    return listOf(result['risikoer']).map((line) => ({ text: textOf(line), saidAt, saidIn }));
  });

/** What the project found that is needed, and what was approved of it. */
export const needOf = (tasks: readonly UserTaskRow[]) => {
  const mapped = newestAnswer(tasks, 'samle-behov');
  const approved = newestAnswer(tasks, 'godkjenn-behovsbilde');
  return {
    waiting: numberOf(mapped['antallVenter']),
    missing: textOf(mapped['mangler']),
    approved: textOf(approved['behovsbilde']),
    homes: numberOf(approved['antallBoliger']),
  };
};

/** The picture of needs that was the newest when the mapping began; it never changes, whatever is published later. */
export const pictureAt = (pictures: readonly NeedsPicture[], mappingBeganAt: Instant): NeedsPicture | undefined =>
  pictures
    .filter(({ publishedAt }) => publishedAt <= mappingBeganAt)
    .toSorted((one, other) => one.version - other.version)
    .at(-1);
