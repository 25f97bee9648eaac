import type { Deadline, DatedRung, Incident, ProcessEvent, ProcessInstance, TimerPurpose } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import type { Instant, LocalDate } from '../shared/time.js';
import type { KeptMessage } from './messages/message-ports.js';
import type { Posting } from './outgoing-post.js';
import type { TenantId } from './ports.js';
import type { Reader } from './reader.js';

/** State of a case as people see it: an active one with an open incident is `incident`. */
export type CaseState = 'active' | 'completed' | 'cancelled' | 'incident';

/** A case as a row: what lists and cards show, and what access is decided by. */
export interface CaseRow {
  readonly id: Id<'ProcessInstance'>;
  readonly title: string;
  readonly process: string;
  readonly processName: string;
  readonly version: number;
  /** `project`, `applicant` or `shared`. */
  readonly family: string;
  readonly state: CaseState;
  readonly revision: number;
  readonly businessKey?: string;
  readonly parentId?: Id<'ProcessInstance'>;
  readonly subject?: Id<'Actor'>;
  /** Groups whose members may read it. */
  readonly readers: readonly string[];
  readonly phase?: number;
  readonly phaseSince?: Instant;
  readonly stage?: number;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
}

/** A case with those who have, or had, work in it. */
export interface CaseWithRelations extends CaseRow {
  /** Everyone who is or was the assignee of a task in it. */
  readonly assignees: readonly Id<'Actor'>[];
  /** Those among them whose task is open. */
  readonly openAssignees: readonly Id<'Actor'>[];
  /** Candidate groups of its open tasks. */
  readonly openCandidateGroups: readonly string[];
  /** The person it is about has a protected address (kode 6 and 7). */
  readonly isProtected: boolean;
  /** Who has broken the glass and may read it now, by the database's clock; see `emergency-access` (cases/access). */
  readonly emergencyReaders: readonly Id<'Actor'>[];
}

/** Which cases are wanted; absent means any. */
export interface CaseFilter {
  readonly process?: string;
  readonly family?: string;
  readonly exceptFamily?: string;
  readonly state?: CaseState;
  readonly phase?: number;
  readonly subject?: Id<'Actor'>;
  readonly parentId?: Id<'ProcessInstance'>;
  /** Called by one of these cases. */
  readonly parents?: readonly Id<'ProcessInstance'>[];
  /** Had begun before `until`, and had not ended before `from`. */
  readonly openIn?: { readonly from: Instant; readonly until: Instant };
}

/** One row of the journal. */
export interface JournalRow {
  readonly seq: number;
  /** Who gave the command that the event follows from; `system` for alarms. */
  readonly actor: Id<'Actor'>;
  readonly event: ProcessEvent;
}

/** A letter in a case, as it was sent. */
export interface LetterRow {
  readonly id: string;
  /** Id of its template under workflows/brev/. */
  readonly template: string;
  readonly title: string;
  readonly text: string;
  readonly to?: Id<'Actor'>;
  readonly at: Instant;
  readonly byPost: boolean;
  readonly posted?: Pick<Posting, 'on' | 'arrivesOn'>;
  /** SHA-256 of what stands in it, in hexadecimal, from when it was sent. */
  readonly checksum: string;
}

/** A way through a process, from the first of some nodes to the first of others. */
export interface NodeWay {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Reads cases. */
export interface CaseReader {
  /** Whoever asks: access is decided by the caller, with `mayReadCase`. */
  find(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<CaseWithRelations | undefined>;
  /** The newest first, at most 500; only what `reader` may see. */
  list(reader: Reader, filter: CaseFilter): Promise<readonly CaseRow[]>;
  /** Those of these cases that `reader` sees the whole of, in no order; what they have opened in an emergency is not among them. */
  wholeAmong(reader: Reader, ids: readonly Id<'ProcessInstance'>[]): Promise<readonly Id<'ProcessInstance'>[]>;
  journal(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly JournalRow[]>;
  letters(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly LetterRow[]>;
  /**
   * For each way through the process, in the order asked: how many days each other case took from the first of `from` to the first of `to`, if it
   * came there. Reads the journal once, however many ways.
   */
  daysBetweenNodes(
    tenant: TenantId,
    asked: {
      readonly process: string;
      readonly ways: readonly NodeWay[];
      readonly except: Id<'ProcessInstance'>;
    },
  ): Promise<readonly (readonly number[])[]>;
  /** The live snapshot, as the engine knows it. Those that are asked for in the same turn are one read. */
  snapshot(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<ProcessInstance | undefined>;
}

/** A user task as a row, open or done. */
export interface UserTaskRow {
  readonly id: Id<'UserTask'>;
  readonly name: string;
  readonly node: string;
  readonly state: 'created' | 'assigned' | 'completed' | 'cancelled';
  readonly revision: number;
  readonly assignee?: Id<'Actor'>;
  readonly candidateGroups: readonly string[];
  readonly form?: string;
  readonly participation?: string;
  readonly deadline?: Deadline;
  readonly createdAt: Instant;
  readonly endedAt?: Instant;
  /** The variables it was completed with. */
  readonly result?: JsonObject;
  readonly case: Pick<CaseRow, 'id' | 'title' | 'process' | 'processName' | 'version' | 'family'> &
    Partial<Pick<CaseRow, 'parentId' | 'subject' | 'readers'>>;
}

/** Whose tasks are wanted, in which state. */
export interface UserTaskFilter {
  /** `mine`: assigned to me; `unit`: of my groups; `unassigned`: of my groups and nobody's; `all`: of any case I may see. */
  readonly whose: 'mine' | 'unit' | 'unassigned' | 'all';
  readonly state: 'open' | 'completed' | 'cancelled';
  readonly process?: string;
  /** Only participation checkpoints. */
  readonly participation?: boolean;
}

/** Reads user tasks. */
export interface UserTaskReader {
  find(tenant: TenantId, id: Id<'UserTask'>): Promise<UserTaskRow | undefined>;
  /** Those due first, then the oldest, at most 500; only in cases that `reader` may see. */
  list(reader: Reader, filter: UserTaskFilter): Promise<readonly UserTaskRow[]>;
  ofCases(tenant: TenantId, ids: readonly Id<'ProcessInstance'>[]): Promise<readonly UserTaskRow[]>;
}

/** A timer that is set or has rung. */
export interface TimerRow {
  readonly id: Id<'Timer'>;
  readonly node: string;
  readonly purpose: TimerPurpose;
  readonly dueAt: Instant;
  readonly to?: DatedRung['to'];
  readonly userTaskId?: Id<'UserTask'>;
  readonly deadline?: Deadline;
  readonly state: 'scheduled' | 'fired' | 'cancelled';
}

/** Reads timers. */
export interface TimerReader {
  ofCase(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly TimerRow[]>;
}

/** From a day to another, both part of it. */
export interface DaySpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** How many tasks of a rule were not done in time. */
export interface MissedByRule {
  readonly rule: string;
  /** By the date that we work towards. */
  readonly target: number;
  /** By the last day that the law allows. */
  readonly legal: number;
}

/** Counts what became of deadlines. */
export interface DeadlineFigures {
  /** Every rule that was missed on those days, by its id. A task whose date was moved and missed again counts once. */
  missed(tenant: TenantId, span: DaySpan): Promise<readonly MissedByRule[]>;
}

/** A deployed version as a row. */
export interface DefinitionRow {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly family: string;
  readonly deployedAt: Instant;
  readonly deployedBy: string;
  readonly latest: boolean;
}

/** Reads what is deployed. */
export interface DefinitionReader {
  /** The latest version of every process, by name. */
  list(tenant: TenantId): Promise<readonly DefinitionRow[]>;
  /** Every version of one process, newest first. */
  versions(tenant: TenantId, key: string): Promise<readonly DefinitionRow[]>;
  xml(tenant: TenantId, key: string, version: number): Promise<string | undefined>;
  /** The JSON Schema of a form as it is deployed now. */
  form(tenant: TenantId, id: string): Promise<JsonObject | undefined>;
}

/** An incident with the case it stops. */
export interface IncidentRow {
  /** Without its message, which may say what the case is about. */
  readonly incident: Pick<Incident, 'id' | 'node' | 'code'>;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly process: string;
  readonly processName: string;
  readonly raisedAt: Instant;
  readonly assignee?: Id<'Actor'>;
  /** How often the work behind it was tried; absent where it is not about work. */
  readonly attempts?: number;
  /** How often it was told of, and when that happens next. */
  readonly told: number;
  readonly nextAt?: Instant;
}

/** A part of the list of what is stuck: those after one of them. */
export interface IncidentPage {
  readonly limit: number;
  readonly after?: Id<'Incident'>;
}

/** Reads what is stuck. */
export interface IncidentReader {
  /** The oldest first. */
  open(tenant: TenantId, page: IncidentPage): Promise<readonly IncidentRow[]>;
  ofCase(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly IncidentRow[]>;
  find(tenant: TenantId, id: Id<'Incident'>): Promise<IncidentRow | undefined>;
}

/** Which messages are wanted. */
export interface MessageFilter {
  readonly state: KeptMessage['state'];
  readonly name?: string;
}

/** A message as an operator sees it: what became of it, not what it says. */
export interface MessageSummary {
  readonly id: string;
  readonly name: string;
  readonly correlationKey: string | null;
  readonly messageId: string | null;
  readonly broadcast: boolean;
  readonly state: KeptMessage['state'];
  readonly sender: string | null;
  readonly publishedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly correlated: string[];
  readonly started: string[];
}

/** How many messages are remembered, by their state. */
export type MessageCounts = Readonly<Record<KeptMessage['state'], number>>;

/** Reads messages and what became of them. */
export interface MessageReader {
  /** The oldest first, at most 500. */
  list(tenant: TenantId, filter: MessageFilter): Promise<readonly MessageSummary[]>;
  counts(tenant: TenantId): Promise<MessageCounts>;
}

/** How a participation checkpoint of a case ended. */
export interface CheckpointRow {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly code: string;
  readonly outcome: 'gjennomfort' | 'fravalgt' | 'unntatt';
}

/** Reads how participation checkpoints ended. */
export interface CheckpointReader {
  ofCases(tenant: TenantId, ids: readonly Id<'ProcessInstance'>[]): Promise<readonly CheckpointRow[]>;
}

/** Tells when something changed in a case, in any process that shares the database. */
export interface ChangeFeed {
  /** Calls `listener` after each change of the municipality's cases until the answer is called. */
  subscribe(tenant: TenantId, listener: (id: Id<'ProcessInstance'>) => void): () => void;
}

/** Reads what the municipality is called. */
export interface MunicipalityReader {
  name(tenant: TenantId): Promise<string>;
}
