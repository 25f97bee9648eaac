import type { ActorDirectory, CheckpointBook, LetterBook, PostedLetters, WaitingList } from '../runtime/case-ports.js';
import type { NeedReader, NeedsPictureBook } from '../runtime/need-ports.js';
import type { CalledCaseReader } from '../runtime/called-case-ports.js';
import type { CareerReader } from '../runtime/career/career-ports.js';
import type { AttentionBook } from '../runtime/attention-ports.js';
import type { DecisionBook } from '../runtime/decision-ports.js';
import type { DefinitionStore } from '../runtime/definition-ports.js';
import type { DueRounds } from '../runtime/due-rounds.js';
import type { HomeReader, RegisterDesk } from '../runtime/homes/home-ports.js';
import type { RentBook } from '../runtime/homes/rent-ports.js';
import type { ReservationBook } from '../runtime/homes/reservation-ports.js';
import type { LongWaitBook } from '../runtime/long-wait-ports.js';
import type { UnpostedLetters } from '../runtime/outgoing-post.js';
import type { UnopenedLetters } from '../runtime/unopened-letter.js';
import type { StartPlan } from '../runtime/start-plan-ports.js';
import type { MeetingBook } from '../runtime/meeting-ports.js';
import type {
  AbsenceBook,
  CaseKeepers,
  DeliveryBook,
  NoticePreferences,
  NotificationBook,
} from '../runtime/notice-ports.js';
import type { PersonRegister } from '../runtime/person-ports.js';
import type { Clock, Notifier } from '../runtime/ports.js';
import type { CaseReader, TimerReader, UserTaskReader } from '../runtime/read-ports.js';
import type { IncidentBook } from '../runtime/incident-ports.js';
import { AttentionLadder } from './attention/attention-ladder.js';
import { IncidentLadder } from './incidents/incident-ladder.js';
import type { CaseFiles } from './case-files.js';
import type { IdentitySources } from './deidentification/known-identity.js';
import { Delivery } from './delivery/delivery.js';
import { createMailChannel } from './delivery/mail-channel.js';
import type { MessageChannels } from './delivery/message-channel.js';
import { createTellUndelivered } from './delivery/tell-undelivered.js';
import { RentRounds } from './homes/rent-rounds.js';
import { ReservationRounds } from './homes/reservation-rounds.js';
import { CaseJobs } from './job-handlers.js';
import type { JobParts } from './job-handlers.js';
import { PostedLetterRounds } from './letters/posted-letter-rounds.js';
import { UnopenedLetterRounds } from './letters/unopened-letter-rounds.js';
import { UnpostedLetterRounds } from './letters/unposted-letter-rounds.js';
import type { MailSender } from './mail-sender.js';
import { createCaseNotifier } from './notifications/case-notifier.js';
import { Meetings } from './meetings/meetings.js';
import type { MunicipalityName } from './notifications/municipality-name.js';
import { Postbox } from './notifications/postbox.js';
import { LongWaitRounds } from './waiting-list/long-waits/long-wait-rounds.js';

/** What work on cases is done with. */
export interface CaseWorkParts {
  readonly files: CaseFiles;
  readonly municipality: MunicipalityName;
  readonly mail: MailSender;
  /** The ways to people beside e-mail that there are here. */
  readonly channels?: Omit<MessageChannels, 'email'>;
  /** Where people open Boligflyt; links in e-mail begin with it. */
  readonly publicUrl: string;
  readonly definitions: DefinitionStore;
  readonly decisionBook: DecisionBook;
  readonly decisions: JobParts['decisions'];
  readonly notifications: NotificationBook;
  readonly deliveries: DeliveryBook;
  readonly preferences: NoticePreferences;
  readonly persons: Pick<PersonRegister, 'person'>;
  readonly absences: AbsenceBook;
  readonly attention: AttentionBook;
  readonly incidents: IncidentBook;
  readonly keepers: CaseKeepers;
  readonly meetings: MeetingBook;
  readonly letters: LetterBook;
  readonly postedLetters: PostedLetters;
  readonly unpostedLetters: UnpostedLetters;
  readonly unopenedLetters: UnopenedLetters;
  readonly list: WaitingList;
  readonly longWaits: LongWaitBook;
  readonly startPlan: Pick<StartPlan, 'moveTo'>;
  readonly career: CareerReader;
  readonly checkpoints: CheckpointBook;
  readonly needsPictures: NeedsPictureBook;
  readonly needs: NeedReader;
  readonly directory: ActorDirectory;
  readonly homes: Pick<HomeReader, 'buildings' | 'home' | 'homes' | 'meetings' | 'agenda'>;
  readonly rents: RentBook;
  readonly reservations: ReservationBook;
  readonly registers: RegisterDesk;
  readonly identities: IdentitySources;
  readonly cases: Pick<CaseReader, 'find' | 'journal' | 'letters' | 'list' | 'snapshot'>;
  readonly userTasks: Pick<UserTaskReader, 'ofCases'>;
  readonly calledCases: CalledCaseReader;
  readonly timers: TimerReader;
  readonly clock: Pick<Clock, 'now'>;
}

/** What the runtime needs from the cases: who does the work behind service tasks, who tells people, and what falls due beside. */
export interface CaseWork {
  readonly jobs: (runtime: Pick<JobParts, 'messages' | 'handler'>) => CaseJobs;
  readonly notifier: Notifier;
  readonly deliveries: Delivery;
  readonly meetings: Meetings;
  readonly rounds: readonly DueRounds[];
}

/** Puts the work on cases together. */
export function createCaseWork(parts: CaseWorkParts): CaseWork {
  const { deadlines: register, texts, templates, rules, legalBases, crisis, identityWords, needRules } = parts.files;
  const channels: MessageChannels = { ...parts.channels, email: createMailChannel(parts.mail) };
  const postbox = new Postbox({ ...parts, book: parts.notifications, rules, texts, channels });
  const tellUndelivered = createTellUndelivered({ ...parts, postbox });
  const deliveries = new Delivery({ ...parts, book: parts.deliveries, channels, rules, texts, tellUndelivered });
  const ladder = new AttentionLadder({ ...parts, book: parts.attention, rules, postbox });
  const meetings = new Meetings({ ...parts, postbox });
  const incidentLadder = new IncidentLadder({ ...parts, rules, postbox });
  return {
    jobs: ({ messages, handler }) =>
      new CaseJobs({
        ...parts,
        rules,
        deadlines: register,
        templates,
        legalBases,
        needRules,
        crisis,
        identityWords,
        postbox,
        meetings,
        messages,
        handler,
      }),
    notifier: createCaseNotifier({ ...parts, rules, register, postbox }),
    deliveries,
    meetings,
    // What the ladders and the meetings say is handed over in the same round.
    rounds: [...registerRounds(parts, postbox), ladder, incidentLadder, meetings, deliveries],
  };
}

/** What falls due in registers: rent, homes that are kept, letters on their way, long waits. */
const registerRounds = (parts: CaseWorkParts, postbox: Postbox): readonly DueRounds[] => [
  new RentRounds(parts),
  new ReservationRounds({ ...parts, postbox }),
  new PostedLetterRounds(parts),
  new UnpostedLetterRounds({ ...parts, rules: parts.files.rules, deadlines: parts.files.deadlines, postbox }),
  new UnopenedLetterRounds({ ...parts, postbox }),
  new LongWaitRounds({ ...parts, rules: parts.files.rules, postbox }),
];
