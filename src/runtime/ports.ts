import type { DeclaredPartiality } from './declared-partiality.js';
import type {
  Command,
  Decision,
  Effect,
  ProcessDefinition,
  ProcessEvent,
  ProcessInstance,
  Rejection,
} from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { RegisterRefusal, RegisterStep } from './homes/register-step.js';
import type { AwaitingPlace, MessageAddress } from './messages/message-rule.js';
import type { CaseOfPerson, CaseUnderWay } from './only-open-case.js';

/** The municipality (kommune) that everything belongs to. */
export type TenantId = Id<'Tenant'>;

/** `Omit` that keeps a union a union. */
export type Without<Whole, Key extends PropertyKey> = Whole extends unknown ? Omit<Whole, Key> : never;

/** A command as the outside gives it: the store adds the time. */
export type UntimedCommand = Without<Command, 'at'>;

/** One command for one process instance. */
export interface CommandRequest {
  readonly tenant: TenantId;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly command: UntimedCommand;
  /**
   * What `StartProcessInstance` starts, and what `MigrateProcessInstance` goes on with; the latest version when `version` is
   * absent. Other commands need none.
   */
  readonly definition?: { readonly key: string; readonly version?: number };
  /** Present when a person asks: the same key with the same hash gets the first answer, and nothing happens twice. */
  readonly receipt?: CommandReceipt;
  /** The revision of the case that somebody has seen and insists on; refused when the case has another one by now. */
  readonly expectedRevision?: number;
  /** Present when a case is only started where none of that process about that person is under way. */
  readonly onlyOpen?: CaseOfPerson;
  /** Present when a kept message comes by this command: that it is taken is written in the same transaction, or neither is. */
  readonly takes?: TakenMessage;
  /** Present when somebody gives a task back because they are not impartial: kept in the same transaction, with the task. */
  readonly declares?: DeclaredPartiality;
  /** What was written about a look at the case, kept beside it in the same transaction. */
  readonly note?: AttentionNote;
  /**
   * What the step of the case does to registers: written in the same transaction, or neither is. A job that is completed with one gives
   * its case what the step gives, beside its own variables.
   */
  readonly registers?: RegisterStep;
  /** Present when a worker brings what came of an effect: that it is done is written in the same transaction, or neither is. */
  readonly settles?: SettledEffect;
}

/** A claimed effect that is done by a command, and whether the worker takes at once what the command asks for next. */
export interface SettledEffect {
  readonly id: string;
  /** True: where jobs are all that follows, they are claimed for this worker as they are written, and come with the outcome. */
  readonly takesNext: boolean;
}

/** What somebody wrote about a look at a case: free text, which no case holds. */
export interface AttentionNote {
  readonly id: Id<'AttentionNote'>;
  readonly text: string;
}

/** A kept message, and the subscription or start that takes it. */
export interface TakenMessage {
  readonly id: Id<'KeptMessage'>;
  readonly receiver: string;
}

/** Somebody else took the message, or this receiver did before. Nothing was changed now. */
export interface MessageTaken {
  readonly reason: 'message-taken';
}

/**
 * What makes a repeated request harmless. The store looks it up by municipality, actor and key once the instance is
 * locked, and writes it in the transaction of an accepted command; a rejected command leaves no receipt.
 */
export interface CommandReceipt {
  readonly key: string;
  readonly requestHash: string;
}

/** The receipt's key was used before: `sameRequest` says whether for the same request. Nothing was changed now. */
export interface RepeatedCommand {
  readonly reason: 'command-repeated';
  readonly sameRequest: boolean;
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** Revision of the case that the first one led to. */
  readonly revision: number;
}

/** What became of a command once it was committed, or why nothing did. */
export type CommandOutcome =
  | {
      readonly ok: true;
      readonly instance: ProcessInstance;
      readonly events: readonly ProcessEvent[];
      readonly effects: readonly Effect[];
      /** Effects that were claimed for whoever asked, because the request takes what comes next. */
      readonly claimed?: readonly ClaimedEffect[];
    }
  | {
      readonly ok: false;
      readonly rejection:
        | Rejection
        | UnknownDefinition
        | RepeatedCommand
        | StaleProcessInstance
        | MessageTaken
        | CaseUnderWay
        | RegisterRefusal;
    };

/** The case has gone on since somebody saw it. */
export interface StaleProcessInstance {
  readonly reason: 'stale-process-instance';
  readonly expected: number;
  readonly actual: number;
}

/** No definition of that key (and version) is deployed in this municipality. */
export interface UnknownDefinition {
  readonly reason: 'unknown-definition';
  readonly processKey: string;
}

/** A deployed version in a municipality. */
export interface DefinitionReference {
  readonly tenant: TenantId;
  readonly key: string;
  readonly version: number;
}

/** Gives deployed definitions; a version never changes, so callers may keep it. */
export interface DefinitionSource {
  load(reference: DefinitionReference): Promise<ProcessDefinition | undefined>;
}

/** Decides one loaded instance; pure, called inside the transaction with the database's clock. */
export type Decide = (
  before: ProcessInstance | undefined,
  command: Command,
  definition: DefinitionReference & {
    /** Only for a migration: the version that the instance is to go on with. */
    readonly target?: DefinitionReference;
  },
) => Promise<Decision>;

/** The write side of the store: the one place where anything changes. */
export interface ProcessInstanceStore {
  /**
   * Carries out commands for distinct instances of one municipality in one transaction: row locks, one reading of the
   * database's clock, `decide` for each, snapshot + journal + read models + outbox for the accepted ones. A rejection
   * changes nothing and harms no neighbour. The outcomes come in the order of `requests`, after the commit.
   */
  change(tenant: TenantId, requests: readonly CommandRequest[]): Promise<readonly CommandOutcome[]>;
  /**
   * The same for timers that are due: finds, locks, rings and writes in one transaction. A case that somebody else has locked is
   * passed over without waiting, so that workers share what is due and none rings what another one rings. Of a case with several
   * due timers the oldest rings. Empty when nothing is due, or others have all of it.
   */
  changeDue(tenant: TenantId, due: DueRing): Promise<readonly RungTimer[]>;
}

/** Which of the due timers are to ring. */
export interface DueRing {
  readonly limit: number;
  /** Timers that could not be rung before. */
  readonly except: readonly Id<'Timer'>[];
}

/** A timer that was asked to ring, and what became of it. */
export interface RungTimer {
  readonly request: CommandRequest;
  readonly outcome: CommandOutcome;
}

/** An outbox row that is claimed for `leaseSeconds`: its effect is this process's to carry out. */
export interface ClaimedEffect {
  readonly tenant: TenantId;
  readonly id: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly effect: Effect;
  /** The instant at which the effect was asked for: when the event happened. */
  readonly at: Instant;
  /** Counted before the run, so that a crash counts too. */
  readonly attempt: number;
}

/** A timer that is to ring, and whose it is. */
export interface TimerAlarm {
  readonly tenant: TenantId;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly timerId: Id<'Timer'>;
  readonly dueAt: Instant;
}

/** Wakes the workers early; may lose or repeat a call without harm, because the sweeper guarantees. */
export interface AlarmClock {
  /** Something is in the outbox now. */
  effectsWaiting(tenant: TenantId): Promise<void>;
  /** A timer rings at `dueAt`. */
  timerSet(alarm: TimerAlarm): Promise<void>;
}

/** The clock that decides what is due. In a demo it can be moved forward, never back. */
export interface Clock {
  now(tenant: TenantId): Promise<Instant>;
  /** Moves the demo's clock to `at`; refused (false) outside demo mode and for an instant that has passed. */
  moveTo(tenant: TenantId, at: Instant): Promise<boolean>;
}

/** A message to a person or a group, to be handed to its channel once per `key`. */
export interface Notification {
  readonly tenant: TenantId;
  readonly key: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly effect: Extract<Effect, { type: 'Notify' }>;
  readonly at: Instant;
}

/** Turns what should be heard into messages to people. Safe to call twice with the same `key`. */
export interface Notifier {
  notify(notification: Notification): Promise<void>;
}

/** A subscription to a message, and whose it is. */
export interface MessageWait extends AwaitingPlace {
  readonly id: Id<'Subscription'>;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly since: Instant;
}

/** A node at which a message or signal starts a process. */
export interface EventStartPlace {
  readonly processKey: string;
  readonly startEvent: string;
}

/** Who waits for a message or a signal, and what it starts. */
export interface MessageIndex {
  /**
   * Subscriptions to the name of instances that go on now (active, not suspended): those with the key of the message and those that
   * ask for none. The longest waiting first, without those of `except`, at most `limit`.
   */
  waitingFor(
    tenant: TenantId,
    message: Pick<MessageAddress, 'name' | 'correlationKey'>,
    page: { readonly except: readonly string[]; readonly limit: number },
  ): Promise<readonly MessageWait[]>;
  /** The instances in which something waits for a signal, the one that has waited longest first. */
  hearing(tenant: TenantId, signal: string): Promise<readonly Id<'ProcessInstance'>[]>;
  /** Where the latest versions are started by a message or a signal of this name. */
  startedBy(tenant: TenantId, kind: 'message' | 'signal', name: string): Promise<readonly EventStartPlace[]>;
}
