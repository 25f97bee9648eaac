import type {
  ActorDirectory,
  CheckpointBook,
  LetterBook,
  NotificationBook,
  WaitingList,
} from '../runtime/case-ports.js';
import type { MessageCorrelation } from '../runtime/message-correlation.js';
import type { DefinitionSource, Notifier } from '../runtime/ports.js';
import type { CaseReader, TimerReader } from '../runtime/read-ports.js';
import type { CaseFiles } from './case-files.js';
import { CaseJobs } from './job-handlers.js';
import type { MailSender } from './mail-sender.js';
import { createCaseNotifier } from './notifications/case-notifier.js';
import type { MunicipalityName } from './notifications/municipality-name.js';
import { Postbox } from './notifications/postbox.js';

/** What work on cases is done with. */
export interface CaseWorkParts {
  readonly files: CaseFiles;
  readonly municipality: MunicipalityName;
  readonly mail: MailSender;
  /** Where people open Boligflyt; links in e-mail begin with it. */
  readonly publicUrl: string;
  readonly definitions: DefinitionSource;
  readonly notifications: NotificationBook;
  readonly letters: LetterBook;
  readonly list: WaitingList;
  readonly checkpoints: CheckpointBook;
  readonly directory: ActorDirectory;
  readonly cases: Pick<CaseReader, 'find' | 'journal'>;
  readonly timers: TimerReader;
}

/** What the runtime needs from the cases: who does the work behind service tasks, and who tells people. */
export interface CaseWork {
  readonly jobs: (messages: MessageCorrelation) => CaseJobs;
  readonly notifier: Notifier;
}

/** Puts the work on cases together. */
export function createCaseWork(parts: CaseWorkParts): CaseWork {
  const postbox = new Postbox(parts.notifications, parts.mail);
  const { deadlines: register, texts, templates } = parts.files;
  return {
    jobs: (messages) => new CaseJobs({ ...parts, texts, templates, postbox, messages }),
    notifier: createCaseNotifier({ ...parts, texts, register, postbox }),
  };
}
