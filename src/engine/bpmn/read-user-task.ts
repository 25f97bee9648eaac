import type { DeadlineUse, LadderRung } from '../definition/activity-parts.js';
import type { UserTask } from '../definition/flow-node.js';
import {
  extensionsOf,
  elementsOf,
  feelAttribute,
  namesOf,
  present,
  textOf,
  type ModdleElement,
} from './moddle-element.js';

/** What only a user task has. */
export type UserTaskParts = Pick<
  UserTask,
  'candidateGroups' | 'assignee' | 'title' | 'form' | 'deadline' | 'participation'
>;

/** Reads who does a user task, what it is called, with which form, by when, and which participation checkpoint it is. */
export function readUserTaskParts(task: ModdleElement): UserTaskParts {
  const deadline = extensionsOf(task, 'boligflyt:Deadline')[0];
  const code = textOf(task, 'participation');
  return {
    candidateGroups: namesOf(textOf(task, 'candidateGroups')),
    ...present('assignee', feelAttribute(task, 'assignee')),
    ...present('title', feelAttribute(task, 'title')),
    ...present('form', textOf(task, 'form')),
    ...present('deadline', deadline && readDeadline(deadline)),
    ...present('participation', code === undefined ? undefined : { code }),
  };
}

function readDeadline(deadline: ModdleElement): DeadlineUse {
  const rungs = elementsOf(deadline, 'rungs').map(readRung);
  return {
    rule: textOf(deadline, 'rule') ?? '',
    ...present('from', feelAttribute(deadline, 'from')),
    ...present('ladder', rungs.length === 0 ? undefined : rungs),
  };
}

const readRung = (rung: ModdleElement): LadderRung => ({
  kind: rung.$type === 'boligflyt:Escalation' ? 'escalation' : 'reminder',
  offset: textOf(rung, 'offset') ?? '',
  to: textOf(rung, 'to') ?? 'assignee',
});
