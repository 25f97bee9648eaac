import type { DeadlineRegister } from '../engine/index.js';
import type { ImpartialityRules } from '../cases/access/impartiality.js';
import type { ReadWords } from '../cases/access/read-words.js';
import type { DatedHomeRequirements } from '../cases/homes/home-requirements.js';
import type { TaskRegisters } from '../cases/homes/task-registers.js';
import type { SheetWriter } from '../cases/homes/table-file.js';
import type { NeedRules } from '../cases/needs/need-rules.js';
import type { CalledCaseReader } from '../runtime/called-case-ports.js';
import type { NeedReader, NeedsPictureBook } from '../runtime/need-ports.js';
import type { DatedCrisisHelp } from '../cases/crisis/crisis-help.js';
import type { IdentityWords } from '../cases/deidentification/finding.js';
import type { LegalBases } from '../cases/decisions/legal-bases.js';
import type { FigureSettings } from '../cases/figures/figure-settings.js';
import type { WorkbookWriter } from '../cases/figures/figure-table.js';
import type { LetterPrinter } from '../cases/letters/letter-document.js';
import type { JourneyText } from '../cases/journey/journey-text.js';
import type { Meetings } from '../cases/meetings/meetings.js';
import type { ApplicationRegister } from '../runtime/application-ports.js';
import type { CareerReader } from '../runtime/career/career-ports.js';
import type { CaseDecisionRegister } from '../runtime/case-decision-ports.js';
import type { DeliveryRules } from '../cases/notifications/delivery-rules.js';
import type { NoticeTextsByLanguage } from '../cases/notifications/notice-texts.js';
import type { AttentionBook } from '../runtime/attention-ports.js';
import type { ActorDirectory, LetterReader, WaitingList } from '../runtime/case-ports.js';
import type {
  AbsenceBook,
  DeliveryReport,
  MessageReader as SentMessages,
  NoticePreferences,
} from '../runtime/notice-ports.js';
import type { ChangedDecisionReader } from '../runtime/changed-decision-ports.js';
import type { ExceptionReader } from '../runtime/exceptions/exception-ports.js';
import type { OutgoingPost } from '../runtime/outgoing-post.js';
import type { IncomingDocumentBook } from '../runtime/incoming-document.js';
import type { JournalReader } from '../runtime/journal-ports.js';
import type { FigureReader } from '../runtime/figure-ports.js';
import type { MeetingBook } from '../runtime/meeting-ports.js';
import type { CommandQuestion } from '../runtime/command-question.js';
import type { DecisionBook, DecisionSource } from '../runtime/decision-ports.js';
import type { DefinitionDeployment } from '../runtime/deployment.js';
import type { BatchBook } from '../runtime/operations/batch-ports.js';
import type { Batches } from '../runtime/operations/batches.js';
import type { ExternalJobTypes, JobBook } from '../runtime/jobs/job-book.js';
import type { HomeReader, RegisterDesk } from '../runtime/homes/home-ports.js';
import type { RentBook } from '../runtime/homes/rent-ports.js';
import type { AllowanceBook } from '../runtime/allowance-ports.js';
import type { HearingBook } from '../runtime/hearing-ports.js';
import type { IncidentBook } from '../runtime/incident-ports.js';
import type { JobDesk } from '../runtime/jobs/job-desk.js';
import type { JobRegistry } from '../runtime/jobs/job-registry.js';
import type { MigrationPlanner } from '../runtime/operations/migration-planner.js';
import type { MessageCorrelation } from '../runtime/message-correlation.js';
import type { HousingPlanBook } from '../runtime/housing-plan-ports.js';
import type { HouseholdRegister } from '../runtime/household-ports.js';
import type { PersonFiles } from '../runtime/person-file-ports.js';
import type { PersonRegister } from '../runtime/person-ports.js';
import type { Mailbox } from '../runtime/login-ports.js';
import type { CaseEraser, CaseExporter, DecisionDebt } from '../runtime/operations/operation-ports.js';
import type { Clock, CommandOutcome, CommandRequest, DefinitionSource, TenantId } from '../runtime/ports.js';
import type { ReceiptBook } from '../runtime/receipt-ports.js';
import type { ReadLog } from '../runtime/read-log-ports.js';
import type {
  CaseReader,
  ChangeFeed,
  CheckpointReader,
  DefinitionReader,
  IncidentReader,
  MessageReader,
  MunicipalityReader,
  TimerReader,
  DeadlineFigures,
  UserTaskReader,
} from '../runtime/read-ports.js';
import type { StartPlan } from '../runtime/start-plan-ports.js';
import type { PartialityBook, TieReader } from '../runtime/tie-ports.js';
import type { TravelOutcome, TravelTarget } from '../runtime/time-travel.js';

/** What only a demo has: a clock that can be moved, a mailbox that anybody may open. */
export interface DemoPorts {
  readonly travel: { advance(tenant: TenantId, target: TravelTarget): Promise<TravelOutcome> };
  readonly mailbox: Pick<Mailbox, 'list'>;
}

/** Messages to people. */
export interface NoticePorts {
  readonly sent: SentMessages;
  readonly preferences: NoticePreferences;
  readonly absences: AbsenceBook;
  /** Says what became of a message; answers whether such a message was sent. */
  reported(tenant: TenantId, report: DeliveryReport): Promise<boolean>;
  /** The same, as the mail that a mail server wrote of it; a mail that is no such report is of no message. */
  mailReported(tenant: TenantId, mail: string): Promise<boolean>;
}

/** Meetings, and how people are told of them. */
export interface MeetingPorts extends Pick<MeetingBook, 'find'>, Pick<Meetings, 'say' | 'callOff'> {}

/** Looks at cases, and the groups of those who are told when nobody looks. */
export interface AttentionPorts {
  readonly book: Pick<AttentionBook, 'overdue' | 'notes' | 'lastLooks'>;
  readonly leaders: readonly string[];
}

/** The registers of homes: where they are read, and where people change them. */
export interface HomePorts {
  readonly reader: HomeReader;
  readonly desk: RegisterDesk;
  /** What is due and paid for them. */
  readonly rents: Pick<RentBook, 'claims' | 'arrears' | 'arrearsOf'>;
}

/** Who sees to what is stuck. */
export interface IncidentCare {
  readonly book: Pick<IncidentBook, 'assign' | 'tryEffectAgain'>;
  /** The group that owns what is stuck in a process. */
  readonly ownerOf: (process: string) => string;
}

/** By what somebody may not work on a case about a person. */
export interface ImpartialityPorts {
  readonly rules: ImpartialityRules;
  readonly ties: TieReader & PartialityBook;
}

/** Everything that the API needs from the rest of the house; app gives it once. */
export interface ApiPorts {
  readonly commands: { handle(request: CommandRequest): Promise<CommandOutcome> };
  readonly question: Pick<CommandQuestion, 'ask' | 'askMigration'>;
  readonly migrations: MigrationPlanner;
  readonly eraser: CaseEraser;
  readonly batches: Pick<Batches, 'start' | 'move'>;
  readonly batchBook: Pick<BatchBook, 'find' | 'list' | 'items'>;
  readonly exporter: CaseExporter;
  readonly readLog: ReadLog;
  readonly receipts: ReceiptBook;
  readonly deployment: DefinitionDeployment;
  readonly cases: CaseReader;
  readonly calledCases: CalledCaseReader;
  readonly userTasks: UserTaskReader;
  readonly timers: TimerReader;
  readonly deadlineFigures: DeadlineFigures;
  readonly changedDecisions: ChangedDecisionReader;
  readonly exceptions: ExceptionReader;
  readonly journal: JournalReader;
  readonly incomingDocuments: IncomingDocumentBook;
  readonly figures: FigureReader;
  readonly figureSettings: FigureSettings;
  readonly writeWorkbook: WorkbookWriter;
  readonly writeSheet: SheetWriter;
  readonly definitions: DefinitionReader;
  readonly definitionSource: DefinitionSource;
  readonly incidents: IncidentReader;
  readonly incidentCare: IncidentCare;
  readonly jobBook: Pick<JobBook, 'find' | 'list'>;
  readonly jobDesk: JobDesk;
  readonly jobTypes: Pick<JobRegistry, 'types'>;
  readonly externalJobTypes: ExternalJobTypes;
  readonly letters: LetterReader;
  readonly outgoingPost: OutgoingPost;
  readonly printLetter: LetterPrinter;
  readonly messages: Pick<MessageCorrelation, 'correlate'>;
  readonly keptMessages: MessageReader;
  readonly notices: NoticePorts;
  readonly meetings: MeetingPorts;
  readonly attention: AttentionPorts;
  readonly homes: HomePorts;
  /** What the answers of a task do to the registers of homes. */
  readonly taskRegisters: TaskRegisters;
  readonly homeRequirements: DatedHomeRequirements;
  readonly crisis: DatedCrisisHelp;
  /** What is said of who read what. */
  readonly readWords: ReadWords;
  readonly needs: NeedReader;
  readonly needsPictures: Pick<NeedsPictureBook, 'list'>;
  readonly needRules: NeedRules;
  /** How, when and to whom messages go. */
  readonly deliveryRules: DeliveryRules;
  readonly checkpoints: CheckpointReader;
  readonly municipality: MunicipalityReader;
  readonly people: Pick<ActorDirectory, 'person' | 'membersOf'>;
  readonly persons: PersonRegister;
  readonly personFiles: PersonFiles;
  readonly caseDecisions: CaseDecisionRegister;
  readonly decisionDebt: DecisionDebt;
  readonly applications: ApplicationRegister;
  readonly hearings: HearingBook;
  /** How much whoever is not logged in may send. */
  readonly allowances: AllowanceBook;
  /** The municipality whose public pages this server shows to whoever is not logged in. */
  readonly publicTenant: TenantId;
  readonly waitingList: Pick<WaitingList, 'active' | 'find' | 'reviews' | 'countOutcomes' | 'reviewedIn'>;
  /** Where the priority key of the waiting list is deployed. */
  readonly priorityRules: DecisionSource;
  readonly decisionBook: DecisionBook;
  readonly startPlan: Pick<StartPlan, 'next'>;
  readonly career: CareerReader;
  readonly legalBases: LegalBases;
  readonly impartiality: ImpartialityPorts;
  readonly identityWords: IdentityWords;
  readonly households: HouseholdRegister;
  readonly housingPlans: HousingPlanBook;
  readonly clock: Pick<Clock, 'now'>;
  readonly changes: ChangeFeed;
  readonly deadlines: DeadlineRegister;
  readonly texts: NoticeTextsByLanguage;
  readonly journeyText: JourneyText;
  /** Absent outside demo mode. */
  readonly demo?: DemoPorts;
}

/** Nest's name for the ports. */
export const apiPorts = Symbol('ApiPorts');
