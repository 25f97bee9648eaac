import type { Actor } from '../../engine/index.js';
import type { CaseRow, UserTaskRow } from '../../runtime/read-ports.js';
import { mayReadWork, outsiders } from './may-read-work.js';

/**
 * Whether a person may stop, start or extend the clock of a task: staff who work with the case. Never the one who has the task
 * only because the case is about them: nobody sets their own deadline.
 */
export const mayChangeDeadline = (
  actor: Actor,
  { readers }: Pick<CaseRow, 'readers'>,
  { candidateGroups }: Pick<UserTaskRow, 'candidateGroups'>,
): boolean =>
  mayReadWork(actor, { readers }, { candidateGroups: candidateGroups.filter((group) => !outsiders.includes(group)) });
