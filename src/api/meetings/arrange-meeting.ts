import { meetingOfForm } from '../../cases/meetings/meeting-of-form.js';
import type { ArrangeMeetingInput } from '../../contract/meeting.contract.js';
import { instantOf } from '../../engine/index.js';
import type { MeetingTime } from '../../runtime/meeting-ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import { visibleCase, visibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** Arranges the meeting of a task, or moves it; only for whoever has the task, and not in the past. */
export async function arrangeMeeting(
  ports: ApiPorts,
  { who, receipt }: AskedCommand,
  { id, time: given }: { readonly id: string; readonly time: ArrangeMeetingInput },
): Promise<void> {
  const { tenant, actor } = who;
  const task = await requireOwnOpenTask(ports, who, id);
  const form = task.form === undefined ? undefined : await ports.definitions.form(tenant, task.form);
  const meeting = meetingOfForm(form);
  if (meeting === undefined) throw problem('no-meeting-here');

  const time = timeOf(given);
  if (instantOf(time.on, time.at ?? '23:59') <= (await ports.clock.now(tenant)))
    throw problem('invalid-input', { errors: [{ path: 'on', message: 'Velg et tidspunkt som ikke har vært.' }] });
  const invited = await invitedTo(ports, who, { task, groups: meeting.invite });
  const { id: processInstanceId } = task.case;
  await ports.meetings.say({
    ...{ tenant, id: task.id, processInstanceId, kind: meeting.kind, time },
    ...{ invited: [...new Set([...invited, actor.id])], cause: `${actor.id}/${receipt.key}` },
  });
}

/** The task, if `who` has it and it is still to be done. */
export async function requireOwnOpenTask(ports: ApiPorts, who: RequestActor, id: string): Promise<UserTaskRow> {
  const task = await visibleUserTask(ports, who, id);
  if (task.state === 'completed' || task.state === 'cancelled') throw problem('user-task-ended');
  if (task.assignee !== who.actor.id) throw problem('actor-not-assigned');
  return task;
}

/** The person whom the case is about, and the groups that the form names. */
async function invitedTo(
  ports: ApiPorts,
  who: RequestActor,
  { task, groups }: { readonly task: UserTaskRow; readonly groups: readonly string[] },
): Promise<readonly Id<'Actor'>[]> {
  const { subject } = await visibleCase(ports, who, task.case.id);
  const members = groups.length === 0 ? [] : await ports.people.membersOf(who.tenant, groups);
  return [...(subject === undefined ? [] : [subject]), ...members.map((member) => member.id)];
}

const timeOf = ({ on, at, minutes, place }: ArrangeMeetingInput): MeetingTime => ({
  ...{ on, minutes },
  ...(at === null ? {} : { at }),
  ...(place === null || place === '' ? {} : { place }),
});
