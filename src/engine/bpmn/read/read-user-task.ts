import type { DeadlineUse, LadderRung } from '../../definition/activity-parts.js';
import type { UserTask } from '../../definition/flow-node.js';
import {
  extensionsOf,
  elementsOf,
  feelAttribute,
  present,
  textOf,
  truthOf,
  type ModdleElement,
} from '../document/moddle-element.js';
import { readPeople, type People } from './read-people.js';
import type { Reading } from './reading.js';

/** What only a user task has. */
export type UserTaskParts = People &
  Pick<
    UserTask,
    'title' | 'form' | 'deadline' | 'participation' | 'priority' | 'dueDate' | 'followUpDate' | 'assigneeOptional'
  >;

/** Reads who does a user task, what it is called, with which form, by when, and which participation checkpoint it is. */
export function readUserTaskParts(task: ModdleElement, reading: Reading): UserTaskParts {
  const deadline = extensionsOf(task, 'boligflyt:Deadline')[0];
  const code = textOf(task, 'participation');
  return {
    ...readPeople(task, reading),
    ...present('assigneeOptional', truthOf(task, 'assigneeOptional')),
    ...present('title', feelAttribute(task, 'title')),
    ...present('form', textOf(task, 'form')),
    ...present('deadline', deadline && readDeadline(deadline)),
    ...present('participation', code === undefined ? undefined : { code }),
    ...present('priority', feelAttribute(task, 'priority')),
    ...present('dueDate', feelAttribute(task, 'dueDate')),
    ...present('followUpDate', feelAttribute(task, 'followUpDate')),
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
  ...present(
    'channel',
    channels.find((known) => known === textOf(rung, 'channel')),
  ),
  ...present('text', textOf(rung, 'text')),
});

const channels = ['email', 'sms', 'digitalpost', 'inbox'] as const;
