import type { Deadline } from '../../engine/index.js';
import type { CaseRow, CheckpointRow, UserTaskRow } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { suppressOne } from '../figures/suppress.js';
import { isOpenTask } from '../open-task.js';

/** A leader's answer to whoever asked to do without a checkpoint. */
export interface Exemption {
  readonly reason: string;
  readonly isApproved: boolean;
  readonly assessment: string;
  readonly decidedAt: Instant;
}

/** One participation checkpoint from the invitation to what came of what people said (“du sa – vi gjorde”). */
export interface CheckpointStory {
  readonly code: string;
  readonly name: string;
  readonly caseId: Id<'ProcessInstance'>;
  /** The case that called for it. */
  readonly ownerId: Id<'ProcessInstance'> | undefined;
  /** The project or process that called for it, as the title of the checkpoint says. */
  readonly about: string;
  /** Whether users have been invited, whatever they answered. */
  readonly isInvited: boolean;
  /** `open` until it is settled. */
  readonly outcome: 'open' | CheckpointRow['outcome'];
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly heldOn: string;
  /** How many took part; null where nobody has said, or they are too few to show. */
  readonly people: number | null;
  readonly said: string;
  readonly influence: string;
  readonly answer: string;
  readonly exemption?: Exemption;
  /** When those who took part were told what came of it. */
  readonly feedbackAt?: Instant;
  /** By when they must be told; only while it is owed. */
  readonly feedbackDue?: Deadline;
  readonly isFeedbackOwed: boolean;
}

/** What checkpoints are told from: the cases that they are, the tasks in them and how they ended. */
export interface CheckpointSource {
  readonly called: readonly CaseRow[];
  readonly tasks: readonly UserTaskRow[];
  readonly outcomes: readonly CheckpointRow[];
}

/** The newest checkpoint of each code and each case that called for it, by code. */
export function checkpointStories({ called, tasks, outcomes }: CheckpointSource): readonly CheckpointStory[] {
  const newest = new Map<string, CheckpointStory>();
  for (const one of called.toSorted(byAge)) {
    // The title of a checkpoint is `<code> <name> – <project>`, as its diagram makes it.
    const [, code, name = '', about = ''] = /^(MP-\S+) (.*?)(?: – (.*))?$/.exec(one.title) ?? [];
    if (code === undefined) continue;
    const found = outcomes.find((row) => row.processInstanceId === one.parentId && row.code === code);
    const outcome = one.endedAt === undefined ? 'open' : (found?.outcome ?? 'open');
    const own = tasks.filter((task) => task.case.id === one.id);
    newest.set(`${one.parentId} ${code}`, { code, name, about, outcome, ...storyOf(one, own) });
  }
  return [...newest.values()].toSorted((one, other) => byNumber.compare(one.code, other.code));
}

// MP-B2 comes before MP-B11.
const byNumber = new Intl.Collator('nb', { numeric: true });

// Ids are given in the order of time, also within a moment.
const byAge = (one: CaseRow, other: CaseRow): number =>
  one.startedAt.localeCompare(other.startedAt) || one.id.localeCompare(other.id);

function storyOf({ id, parentId, startedAt, endedAt }: CaseRow, tasks: readonly UserTaskRow[]) {
  const held = answerOf(tasks, 'hold-medvirkning');
  const noted = answerOf(tasks, 'registrer-innspill');
  const owed = tasks.find((task) => task.node === 'registrer-innspill' && isOpenTask(task));
  const exemption = exemptionOf(tasks);
  // A second round asks again; what it answers does not take back that somebody was invited.
  const isInvited = tasks.some(
    ({ node, result }) => node === 'inviter-til-medvirkning' && result?.['handling'] === 'inviter',
  );
  const people = held?.result['antallDeltakere'];
  return {
    ...{ caseId: id, ownerId: parentId, startedAt, heldOn: textOf(held, 'gjennomfortOn') },
    isInvited,
    people: typeof people === 'number' ? suppressOne(people) : null,
    said: textOf(noted, 'innspill'),
    influence: textOf(noted, 'innflytelse'),
    answer: textOf(noted, 'innflytelseBegrunnelse'),
    isFeedbackOwed: owed !== undefined,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(exemption === undefined ? {} : { exemption }),
    ...(noted === undefined ? {} : { feedbackAt: noted.endedAt }),
    ...(owed?.deadline === undefined ? {} : { feedbackDue: owed.deadline }),
  };
}

function exemptionOf(tasks: readonly UserTaskRow[]): Exemption | undefined {
  const decided = answerOf(tasks, 'behandle-unntak');
  if (decided === undefined) return undefined;
  return {
    reason:
      textOf(decided, 'unntakBegrunnelse') || textOf(answerOf(tasks, 'inviter-til-medvirkning'), 'unntakBegrunnelse'),
    isApproved: decided.result['unntakGodkjent'] === true,
    assessment: textOf(decided, 'unntakVurdering'),
    decidedAt: decided.endedAt,
  };
}

interface Answer {
  readonly result: JsonObject;
  readonly endedAt: Instant;
}

function answerOf(tasks: readonly UserTaskRow[], wanted: string): Answer | undefined {
  const done = tasks.flatMap(({ node, state, result = {}, endedAt }) =>
    node === wanted && state === 'completed' && endedAt !== undefined ? [{ result, endedAt }] : [],
  );
  return done.toSorted((one, other) => one.endedAt.localeCompare(other.endedAt)).at(-1);
}

function textOf(answer: Answer | undefined, field: string): string {
  const value = answer?.result[field];
  return typeof value === 'string' ? value : '';
}
