import type { Instant } from '../../../shared/time.js';
import { addDuration, parsePeriod } from '../../calendar/period.js';
import { parseTimerDate } from '../../calendar/timer.js';
import type { FeelSource } from '../../definition/activity-parts.js';
import type { UserTask } from '../../definition/flow-node.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import { evaluateText, evaluateTexts } from '../flow/feel-text.js';
import type { UserTaskInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import type { Sight } from '../../expression/sight.js';

/** Who may take a user task, with which form, how urgent it is and when it should be done, as its diagram says. */
export type TaskTerms = Pick<
  UserTaskInstance,
  'candidateGroups' | 'candidateUsers' | 'form' | 'priority' | 'dueAt' | 'followUpAt'
>;

/** The terms of a user task (BPMN 2.0.2 §10.3.4) for the variables in sight at its opening. */
export function termsOf(work: WorkingCopy, node: UserTask, sight: Sight): Evaluated<TaskTerms> {
  const candidateGroups = evaluateTexts(node.candidateGroups, sight);
  if (!candidateGroups.ok) return candidateGroups;
  const users = evaluateTexts(node.candidateUsers ?? [], sight);
  if (!users.ok) return users;
  const form = node.form === undefined ? undefined : evaluateText(node.form, sight);
  if (form?.ok === false) return form;
  const priority = priorityOf(node.priority, sight);
  if (!priority.ok) return priority;
  const dueAt = dueOf(work, node, sight);
  if (!dueAt.ok) return dueAt;
  const followUpAt = instantOf(work, node.followUpDate, sight);
  if (!followUpAt.ok) return followUpAt;

  const terms = {
    candidateGroups: candidateGroups.value,
    ...(users.value.length === 0 ? {} : { candidateUsers: users.value }),
    ...(form === undefined ? {} : { form: form.value }),
    ...(priority.value === undefined ? {} : { priority: priority.value }),
    ...(dueAt.value === undefined ? {} : { dueAt: dueAt.value }),
    ...(followUpAt.value === undefined ? {} : { followUpAt: followUpAt.value }),
  };
  return { ok: true, value: terms };
}

function priorityOf(source: FeelSource | undefined, sight: Sight): Evaluated<number | undefined> {
  if (source === undefined) return { ok: true, value: undefined };
  const evaluated = evaluateExpression(source, sight);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (value === null) return { ok: true, value: undefined };
  return typeof value === 'number' && Number.isInteger(value)
    ? { ok: true, value }
    : expressionProblem(`Expected '${source}' to be a whole number, but got ${JSON.stringify(value)}`);
}

/** When a task should be done: as its diagram says, else by the latest at which anybody looks at any task. */
function dueOf(work: WorkingCopy, node: UserTask, sight: Sight): Evaluated<Instant | undefined> {
  const due = instantOf(work, node.dueDate, sight);
  const { tasksDueWithin: latest } = work.world;
  if (!due.ok || due.value !== undefined || node.deadline !== undefined || latest === undefined) return due;
  return { ok: true, value: addDuration(work.command.at, latest) };
}

/** A date, an instant, or a duration from now; null is no time at all. */
function instantOf(work: WorkingCopy, source: FeelSource | undefined, sight: Sight): Evaluated<Instant | undefined> {
  if (source === undefined) return { ok: true, value: undefined };
  const evaluated = evaluateExpression(source, sight);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (value === null) return { ok: true, value: undefined };
  const text = typeof value === 'string' ? value : '';
  const at = parsePeriod(text) === undefined ? parseTimerDate(text) : addDuration(work.command.at, text);
  return at === undefined
    ? expressionProblem(`Expected '${source}' to be a date, an instant or a duration, but got ${JSON.stringify(value)}`)
    : { ok: true, value: at };
}
