import { hasTwoClocks, legalAtOf, rungsOf } from '../../calendar/deadline.js';
import type { Instant } from '../../../shared/time.js';
import type { RungNotice } from '../../definition/activity-parts.js';
import type { UserTask } from '../../definition/flow-node.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import type { TimerInstance, UserTaskInstance } from '../state/process-instance.js';
import type { DatedDeadline } from './deadline-of.js';

interface Ladder extends DatedDeadline {
  readonly task: UserTaskInstance;
}

/** Sets one timer for each rung that is still to come, and one for the moment at which each of the two clocks is over. */
export function scheduleLadder(work: WorkingCopy, node: UserTask, { task, rule, deadline }: Ladder): void {
  const { elementInstanceId, id: userTaskId } = task;
  const schedule = (timer: Pick<TimerInstance, 'purpose' | 'dueAt' | 'to' | 'notice'>): void => {
    const common = { elementInstanceId, node: node.id, occurrence: 1, deadline, userTaskId };
    work.record({ type: 'TimerScheduled', timer: { id: work.nextId(), ...common, ...timer } });
  };
  const ladder = node.deadline?.ladder ?? rule.ladder;
  const { dueOn, legalOn, dueAt } = deadline;
  const isLawLater = hasTwoClocks(deadline);
  const rungs = [...rungsOf(dueOn, ladder), ...(isLawLater ? rungsOf(legalOn, rule.legalLadder ?? []) : [])];
  for (const { kind, at, to, ...rung } of rungs.filter((one) => one.at > work.command.at)) {
    schedule({ purpose: kind, dueAt: at, to, ...noticeOf(rung) });
  }
  // That a date has passed is said once for each date.
  const isSaid = (breached: true | undefined, at: Instant): boolean => breached === true && at <= work.command.at;
  if (!isSaid(task.breached, dueAt)) schedule({ purpose: 'breach', dueAt, to: rule.breachTo ?? 'assignee' });
  const legalAt = legalAtOf(deadline);
  if (!isLawLater || isSaid(task.legallyBreached, legalAt)) return;
  schedule({ purpose: 'legal-breach', dueAt: legalAt, to: rule.breachTo ?? 'leader' });
}

const noticeOf = ({ channel, text }: RungNotice): Pick<TimerInstance, 'notice'> => {
  const notice = { ...(channel === undefined ? {} : { channel }), ...(text === undefined ? {} : { text }) };
  return Object.keys(notice).length === 0 ? {} : { notice };
};
