import { daysBetween, localDateOf } from '../../engine/index.js';
import type { ProcessDefinition } from '../../engine/index.js';
import type { CaseRow, JournalRow, LetterRow, TimerRow, UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { DeadlineKnowledge } from '../deadlines/explained-deadline.js';
import { ballOf } from './ball.js';
import type { Ball } from './ball.js';
import { isOpenTask } from '../open-task.js';
import type { JourneyText } from './journey-text.js';
import { missedDate, nextDate } from './next-date.js';
import type { MissedDate, NextDate } from './next-date.js';
import { othersWaited } from './others-waited.js';
import type { OthersWaited } from './others-waited.js';
import { insideOf, partsCalledIn, stageStory } from './stage-story.js';
import type { Happening } from './stage-story.js';
import { stageVisits } from './stage-visits.js';
import type { StageVisits } from './stage-visits.js';

/** Everything that the journey of one case is told from. */
export interface JourneySource extends DeadlineKnowledge {
  readonly case: CaseRow;
  readonly definition: ProcessDefinition;
  readonly journal: readonly JournalRow[];
  /** Parts of it that have a case of their own: what happens in them is told where they were called. */
  readonly parts: readonly JourneyPart[];
  /** Its tasks, open and ended; with them those of its parts, as with timers and letters. */
  readonly tasks: readonly UserTaskRow[];
  readonly timers: readonly TimerRow[];
  readonly letters: readonly LetterRow[];
  /** Days that other cases spent in the stage this one is in. */
  readonly othersDays: readonly number[];
  readonly text: JourneyText;
}

/** A part of the case that has a diagram and a journal of its own. */
export interface JourneyPart {
  readonly id: Id<'ProcessInstance'>;
  readonly definition: ProcessDefinition;
  readonly journal: readonly JournalRow[];
}

/** One stage, with what happened in it. */
export interface JourneyStage {
  readonly stage: number;
  readonly name: string;
  readonly status: 'done' | 'now' | 'later' | 'skipped';
  readonly reachedAt: Instant | null;
  readonly happened: readonly Happening[];
}

/** The applicant's own view of a case: a projection of its events, never a process of its own. */
export interface ApplicantJourney {
  readonly id: string;
  readonly title: string;
  readonly currentStage: number;
  readonly stages: readonly JourneyStage[];
  readonly ball: Ball;
  readonly caseworkDays: number | null;
  readonly waitingDays: number | null;
  readonly nextDate: NextDate | null;
  readonly missedDate: MissedDate | null;
  readonly othersWaitedDays: OthersWaited | null;
  readonly canDo: readonly { readonly text: string; readonly taskId: string | null }[];
  readonly letters: readonly LetterRow[];
}

const waitingListStage = 6;
const contractStage = 8;

/** Tells where a case is, who has the ball, what comes next and what the applicant can do. */
export function journeyOf(source: JourneySource): ApplicantJourney {
  const { id, title, subject } = source.case;
  const visits = stageVisits(source.journal, source.definition);
  const stageText = source.text.find(({ stage }) => stage === visits.current);
  const ownTasks = openTasks(source).filter(({ assignee }) => assignee !== undefined && assignee === subject);
  return {
    id,
    title,
    currentStage: visits.current,
    stages: source.text.map((text) => stageOf(source, visits, text)),
    ball: ballOf(openTasks(source), subject, stageText),
    ...clocks(source, visits),
    nextDate: nextDate(openTasks(source), source.timers, source),
    missedDate: missedDate(openTasks(source), subject, source.now),
    othersWaitedDays: othersWaited(source.othersDays),
    canDo: [
      ...ownTasks.map((task) => ({ text: task.name, taskId: task.id })),
      ...(source.case.endedAt === undefined ? (stageText?.canDo ?? []) : []).map((text) => ({ text, taskId: null })),
    ],
    letters: ownLetters(source),
  };
}

const ownLetters = ({ letters, case: { subject } }: JourneySource): readonly LetterRow[] =>
  letters.filter(({ to }) => to === undefined || to === subject);

const openTasks = ({ tasks }: JourneySource): readonly UserTaskRow[] => tasks.filter(isOpenTask);

function stageOf(source: JourneySource, visits: StageVisits, text: JourneyText[number]): JourneyStage {
  const { stage, name } = text;
  const reachedAt = visits.reachedAt.get(stage) ?? null;
  return {
    stage,
    name,
    status: statusOf(stage, visits, source.case.endedAt !== undefined),
    reachedAt,
    happened: happenedIn(source, visits.rows.get(stage) ?? []),
  };
}

function happenedIn(source: JourneySource, rows: readonly JournalRow[]): readonly Happening[] {
  const told = { letters: ownLetters(source), applicant: source.case.subject };
  const own = stageStory(rows, { ...told, definition: source.definition });
  const parts = partsCalledIn(rows, source.parts);
  if (parts.length === 0) return own;
  const ofParts = parts.flatMap(({ journal, definition }) => stageStory(insideOf(journal), { ...told, definition }));
  return [...own, ...ofParts].toSorted((one, other) => one.at.localeCompare(other.at));
}

function statusOf(stage: number, { current, reachedAt }: StageVisits, ended: boolean): JourneyStage['status'] {
  if (stage === current) return ended ? 'done' : 'now';
  if (stage > current) return 'later';
  return reachedAt.has(stage) ? 'done' : 'skipped';
}

/** Two clocks: casework runs until the waiting list begins, waiting from then until there is a contract. */
function clocks({ case: { startedAt, endedAt }, now }: JourneySource, { reachedAt }: StageVisits) {
  const end = endedAt ?? now;
  const listedAt = reachedAt.get(waitingListStage);
  const contractAt = reachedAt.get(contractStage);
  return {
    caseworkDays: days(startedAt, listedAt ?? contractAt ?? end),
    waitingDays: listedAt === undefined ? null : days(listedAt, contractAt ?? end),
  };
}

const days = (from: Instant, to: Instant): number => daysBetween(localDateOf(from), localDateOf(to));
