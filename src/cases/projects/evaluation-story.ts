import type { Deadline } from '../../engine/index.js';
import type { TimerRow, UserTaskRow } from '../../runtime/read-ports.js';
import { listOf, textOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { isOpenTask } from '../open-task.js';

/** The process that evaluates a finished building; its business key is the project. */
export const evaluationProcess = 'prosjektevaluering';

/** What an evaluation found, in the words of the project manager. */
export interface Finding {
  /** How many months after the hand-over. */
  readonly months: number;
  readonly writtenAt: Instant;
  readonly works: readonly string[];
  readonly worksNot: readonly string[];
  /** What became of what people asked for. */
  readonly wishes: string;
  readonly lessons: readonly string[];
}

/** One of the evaluations of a building, before it is written and after. */
export interface EvaluationRound {
  readonly months: number;
  readonly state: 'ahead' | 'now' | 'written';
  /** When one that is ahead begins. */
  readonly beginsOn?: LocalDate;
  readonly finding?: Finding;
}

/** A defect that an evaluation found, and what became of it; while nobody has said that, until when it is followed up. */
export interface Defect {
  readonly text: string;
  readonly outcome: string | null;
  readonly answer: string;
  readonly deadline?: Deadline;
}

const timerOf = { 6: 'seks-maneder', 12: 'tolv-maneder' } as const;
const written = 'skriv-evaluering';
const followed = 'folg-opp-mangel';

/** What the evaluations of a project have found, the oldest first. */
export const findingsOf = (tasks: readonly UserTaskRow[]): readonly Finding[] =>
  tasks
    .flatMap(({ node, name, state, result, endedAt }) =>
      node === written && state === 'completed' && result !== undefined && endedAt !== undefined
        ? [findingIn(result, { months: monthsIn(name), writtenAt: endedAt })]
        : [],
    )
    .toSorted((one, other) => one.months - other.months);

const findingIn = (result: JsonObject, of: Pick<Finding, 'months' | 'writtenAt'>): Finding => ({
  ...of,
  works: linesOf(result['virker']),
  worksNot: linesOf(result['virkerIkke']),
  wishes: textOf(result['onskeSvar']),
  lessons: linesOf(result['laerdom']),
});

const linesOf = (value: Json | undefined): readonly string[] => listOf(value).map(textOf);

// The title of the task is `Skriv evalueringen etter <months> måneder`, as its diagram makes it.
const monthsIn = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);

/** The evaluation after six and the one after twelve months, and how far each has come. */
export function evaluationRounds(
  tasks: readonly UserTaskRow[],
  timers: readonly TimerRow[],
): readonly EvaluationRound[] {
  const found = findingsOf(tasks);
  return ([6, 12] as const).map((months) => {
    const finding = found.find((one) => one.months === months);
    if (finding !== undefined) return { months, state: 'written', finding };
    const alarm = timers.find(({ node, state }) => node === timerOf[months] && state === 'scheduled');
    if (alarm === undefined) return { months, state: 'now' };
    return { months, state: 'ahead', ...(alarm.deadline && { beginsOn: alarm.deadline.dueOn }) };
  });
}

/** Every defect that the evaluations found, in the order in which they were found. */
export const defectsOf = (tasks: readonly UserTaskRow[]): readonly Defect[] =>
  tasks
    .filter((task) => task.node === followed && (isOpenTask(task) || task.state === 'completed'))
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt) || one.id.localeCompare(other.id))
    .map((task) => ({
      // The title of the task is `Følg opp mangelen: <defect>`, as its diagram makes it.
      text: task.name.replace(/^[^:]*: /, ''),
      outcome: textOf(task.result?.['mangelResultat']) || null,
      answer: textOf(task.result?.['mangelSvar']),
      ...(isOpenTask(task) && task.deadline !== undefined && { deadline: task.deadline }),
    }));
