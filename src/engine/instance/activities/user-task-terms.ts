import type { JsonObject } from '../../../shared/json.js';
import type { Instant } from '../../../shared/time.js';
import { addDuration, parsePeriod } from '../../calendar/period.js';
import { parseTimerDate } from '../../calendar/timer.js';
import type { FeelSource } from '../../definition/activity-parts.js';
import type { UserTask } from '../../definition/flow-node.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import { evaluateText, evaluateTexts } from '../flow/feel-text.js';
import type { UserTaskInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Who may take a user task, with which form, how urgent it is and when it should be done, as its diagram says. */
export type TaskTerms = Pick<
  UserTaskInstance,
  'candidateGroups' | 'candidateUsers' | 'form' | 'priority' | 'dueAt' | 'followUpAt'
>;

/** The terms of a user task (BPMN 2.0.2 §10.3.4) for the variables in sight at its opening. */
export function termsOf(work: WorkingCopy, node: UserTask, variables: JsonObject): Evaluated<TaskTerms> {
  const candidateGroups = evaluateTexts(node.candidateGroups, variables);
  if (!candidateGroups.ok) return candidateGroups;
  const users = evaluateTexts(node.candidateUsers ?? [], variables);
  if (!users.ok) return users;
  const form = node.form === undefined ? undefined : evaluateText(node.form, variables);
  if (form?.ok === false) return form;
  const priority = priorityOf(node.priority, variables);
  if (!priority.ok) return priority;
  const dueAt = instantOf(work, node.dueDate, variables);
  if (!dueAt.ok) return dueAt;
  const followUpAt = instantOf(work, node.followUpDate, variables);
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

function priorityOf(source: FeelSource | undefined, variables: JsonObject): Evaluated<number | undefined> {
  if (source === undefined) return { ok: true, value: undefined };
  const evaluated = evaluateExpression(source, variables);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (value === null) return { ok: true, value: undefined };
  return typeof value === 'number' && Number.isInteger(value)
    ? { ok: true, value }
    : expressionProblem(`Expected '${source}' to be a whole number, but got ${JSON.stringify(value)}`);
}

/** A date, an instant, or a duration from now; null is no time at all. */
function instantOf(
  work: WorkingCopy,
  source: FeelSource | undefined,
  variables: JsonObject,
): Evaluated<Instant | undefined> {
  if (source === undefined) return { ok: true, value: undefined };
  const evaluated = evaluateExpression(source, variables);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (value === null) return { ok: true, value: undefined };
  const text = typeof value === 'string' ? value : '';
  const at = parsePeriod(text) === undefined ? parseTimerDate(text) : addDuration(work.command.at, text);
  return at === undefined
    ? expressionProblem(`Expected '${source}' to be a date, an instant or a duration, but got ${JSON.stringify(value)}`)
    : { ok: true, value: at };
}
