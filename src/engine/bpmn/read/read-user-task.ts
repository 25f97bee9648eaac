import type { DeadlineUse, LadderRung } from '../../definition/activity-parts.js';
import type { UserTask } from '../../definition/flow-node.js';
import { error, type Diagnostic } from '../../xml/diagnostic.js';
import {
  extensionsOf,
  elementsOf,
  feelAttribute,
  idOfElement,
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
    ...present('deadline', deadline && readDeadline(deadline, { task: idOfElement(task), reading })),
    ...present('participation', code === undefined ? undefined : { code }),
    ...present('priority', feelAttribute(task, 'priority')),
    ...present('dueDate', feelAttribute(task, 'dueDate')),
    ...present('followUpDate', feelAttribute(task, 'followUpDate')),
  };
}

interface RungPlace {
  readonly task: string;
  readonly reading: Reading;
}

function readDeadline(deadline: ModdleElement, place: RungPlace): DeadlineUse {
  const rungs = elementsOf(deadline, 'rungs').map((rung) => readRung(rung, place));
  return {
    rule: textOf(deadline, 'rule') ?? '',
    ...present('from', feelAttribute(deadline, 'from')),
    ...present('ladder', rungs.length === 0 ? undefined : rungs),
  };
}

function readRung(rung: ModdleElement, { task, reading }: RungPlace): LadderRung {
  const written = textOf(rung, 'channel');
  const channel = channels.find((known) => known === written);
  if (written !== undefined && channel === undefined) reading.report(unknownChannel(task, written));
  return {
    kind: rung.$type === 'boligflyt:Escalation' ? 'escalation' : 'reminder',
    offset: textOf(rung, 'offset') ?? '',
    to: textOf(rung, 'to') ?? 'assignee',
    ...present('channel', channel),
    ...present('text', textOf(rung, 'text')),
  };
}

const channels = ['email', 'sms', 'digitalpost', 'inbox'] as const;

const unknownChannel = (task: string, written: string): Diagnostic =>
  error('deadline-rung', task, {
    message: `Expected the rungs of '${task}' to go by ${channels.join(', ')}, but got '${written}'`,
    melding: `En påminnelse kan gå på ${channels.join(', ')}, ikke «${written}».`,
  });
