import { explainedDeadline } from '../../cases/deadlines/explained-deadline.js';
import type { DeadlineView } from '../../contract/deadline.contract.js';
import type { Deadline } from '../../engine/index.js';
import type { ViewContext } from './view-context.js';

/** A deadline as people see it, with why it falls on that date. */
export function deadlineView(deadline: Deadline | undefined, { deadlines, now }: ViewContext): DeadlineView | null {
  if (deadline === undefined) return null;

  const { why, ...rest } = explainedDeadline(deadline, deadlines, now);
  return { ...rest, why: [...why] };
}
