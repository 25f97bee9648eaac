import type { DeadlineRegister } from '../../engine/index.js';
import { ruleOf } from '../../engine/index.js';
import type { DefinitionSource, Notification, Notifier } from '../../runtime/ports.js';
import type { CaseReader, CaseRow, TimerReader, TimerRow } from '../../runtime/read-ports.js';
import type { Person } from '../../runtime/case-ports.js';
import { applicantNotice, isOutsider } from './applicant-notice.js';
import { composeNotice } from './compose-notice.js';
import type { NoticeSubject } from './compose-notice.js';
import type { MunicipalityName } from './municipality-name.js';
import type { InWords, Postbox } from './postbox.js';
import { recipientsOf, type RecipientParts } from './recipients.js';

/** What notices are made with. */
export interface NotifierParts extends RecipientParts {
  readonly register: DeadlineRegister;
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
      const recipients = await recipientsOf(parts, notification);
      if (recipients.length === 0) return;

      const about = await subjectOf(parts, notification);
      const municipality = await parts.municipality(tenant);
      const rule = effect.deadline && ruleOf(parts.register, effect.deadline);
      for (const { person, why } of recipients) {
        await parts.postbox.deliver(person, {
          ...{ tenant, key: `${key}/${person.id}`, processInstanceId, kind: effect.kind, at },
          userTaskId: effect.userTaskId,
          ...(isOutsider(person)
            ? { words: neutralFor(person, municipality) }
            : {
                words: wordsFor(parts, about, person),
                ...(about.textId === undefined ? {} : { textId: about.textId }),
              }),
          ...(why === undefined ? {} : { why }),
          ...(effect.notice?.channel === undefined ? {} : { channel: effect.notice.channel }),
          ...(rule === undefined ? {} : { deadline: rule }),
        });
      }
    },
  };
}

const neutralFor =
  (person: Person, municipality: string): InWords<ReturnType<typeof applicantNotice>> =>
  (texts) =>
    applicantNotice(texts, municipality, person);

const wordsFor =
  ({ register }: NotifierParts, about: NoticeSubject, { name }: Person): InWords<ReturnType<typeof applicantNotice>> =>
  (texts, language) =>
    composeNotice({ texts, register, language }, about)(name);

async function subjectOf(parts: NotifierParts, notification: Notification): Promise<NoticeSubject> {
  const { tenant, processInstanceId, effect, at } = notification;
  const subject = await parts.cases.find(tenant, processInstanceId);
  const alarms = await parts.timers.ofCase(tenant, processInstanceId);
  const nextAlarm = earliest(alarms.filter((alarm) => alarm.userTaskId === effect.userTaskId && alarm.dueAt > at));
  const group = 'groups' in effect.to ? effect.to.groups[0] : undefined;
  return {
    kind: effect.kind,
    taskName: await nameInMail(parts, notification, subject),
    caseTitle: subject?.subject === undefined ? (subject?.title ?? '') : subject.processName,
    link: `${parts.publicUrl}/oppgaver/${effect.userTaskId}`,
    ...(group === undefined ? {} : { group }),
    ...(effect.deadline === undefined ? {} : { deadline: effect.deadline }),
    ...(nextAlarm === undefined ? {} : { nextAlarm }),
    ...(effect.notice?.text === undefined ? {} : { textId: effect.notice.text }),
  };
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
