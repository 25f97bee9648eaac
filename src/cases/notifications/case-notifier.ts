import type { DeadlineRegister } from '../../engine/index.js';
import type { ActorDirectory, Person } from '../../runtime/case-ports.js';
import type { DefinitionSource, Notification, Notifier } from '../../runtime/ports.js';
import type { CaseReader, CaseRow, TimerReader, TimerRow } from '../../runtime/read-ports.js';
import type { Notice } from './compose-notice.js';
import { composeNotice } from './compose-notice.js';
import type { MunicipalityName } from './municipality-name.js';
import type { NoticeTexts } from './notice-texts.js';
import type { Postbox } from './postbox.js';
import { applicantNotice } from './applicant-notice.js';

/** What notices are made with. */
export interface NotifierParts {
  readonly texts: NoticeTexts;
  readonly register: DeadlineRegister;
  readonly directory: ActorDirectory;
  readonly cases: Pick<CaseReader, 'find'>;
  readonly timers: TimerReader;
  readonly postbox: Postbox;
  readonly municipality: MunicipalityName;
  readonly definitions: DefinitionSource;
  readonly publicUrl: string;
}

/** Tells people about tasks: the right person or every member of a group, in words that say why. */
export function createCaseNotifier(parts: NotifierParts): Notifier {
  return {
    notify: async (notification) => {
      const { tenant, key, processInstanceId, effect, at } = notification;
      const people = await recipients(parts.directory, notification);
      if (people.length === 0) return;

      const write = await noticeFor(parts, notification);
      for (const person of people) {
        const { subject, text } = isOutsider(person)
          ? applicantNotice(parts.texts, await parts.municipality(tenant), person)
          : write(person.name);
        const row = { tenant, key: `${key}/${person.id}`, processInstanceId, kind: effect.kind, subject, text, at };
        await parts.postbox.deliver(person, row);
      }
    },
  };
}

// E-mail is no safe channel: an applicant is only told that there is something to read (domain register §3.1 d).
const isOutsider = (person: Person): boolean => person.groups.includes('soker');

async function recipients(directory: ActorDirectory, { tenant, effect }: Notification): Promise<readonly Person[]> {
  if ('groups' in effect.to) return directory.membersOf(tenant, effect.to.groups);

  const person = await directory.person(tenant, effect.to.actor);
  return person === undefined ? [] : [person];
}

async function noticeFor(parts: NotifierParts, notification: Notification): Promise<(name: string) => Notice> {
  const { tenant, processInstanceId, effect, at } = notification;
  const subject = await parts.cases.find(tenant, processInstanceId);
  const alarms = await parts.timers.ofCase(tenant, processInstanceId);
  const nextAlarm = earliest(alarms.filter((alarm) => alarm.userTaskId === effect.userTaskId && alarm.dueAt > at));
  const group = 'groups' in effect.to ? effect.to.groups[0] : undefined;
  return composeNotice(parts.texts, parts.register, {
    kind: effect.kind,
    taskName: await nameInMail(parts, notification, subject),
    caseTitle: subject?.subject === undefined ? (subject?.title ?? '') : subject.processName,
    link: `${parts.publicUrl}/oppgaver/${effect.userTaskId}`,
    ...(group === undefined ? {} : { group }),
    ...(effect.deadline === undefined ? {} : { deadline: effect.deadline }),
    ...(nextAlarm === undefined ? {} : { nextAlarm }),
  });
}

// E-mail names nobody whom a case is about: the task is called what the diagram calls it, and the link leads to the rest.
async function nameInMail(
  { definitions }: NotifierParts,
  { tenant, effect }: Notification,
  subject: CaseRow | undefined,
): Promise<string> {
  if (subject === undefined) return effect.taskName;

  const definition = await definitions.load({ tenant, key: subject.process, version: subject.version });
  return definition?.nodes.get(effect.node)?.name ?? effect.taskName;
}

const earliest = (alarms: readonly TimerRow[]): TimerRow | undefined =>
  [...alarms].filter(({ state }) => state === 'scheduled').sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0];
