import type { Id } from '../shared/id.js';
import type { Instant, LocalDate } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** A time from an instant on, and before another. */
export interface InstantSpan {
  readonly from: Instant;
  readonly until: Instant;
}

/** That a case came onto the waiting list, or left it, as the journal has it. */
export interface ListMove {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly kind: 'in' | 'out';
  readonly at: Instant;
  /** Of one who came: the day they count as having waited since. */
  readonly since: LocalDate | null;
  /** Of one who left: why. Null: the case ended. */
  readonly reason: string | null;
  /** What the fields that are asked for said at that moment; null where they said nothing. */
  readonly need: string | null;
  readonly origin: string | null;
}

/** Which fields of a case tell what is needed and where somebody comes from. */
export interface MoveFields {
  readonly need: string;
  readonly origin: string;
}

/** How participation checkpoints ended: how many by code and outcome. */
export interface CheckpointCount {
  readonly code: string;
  readonly outcome: string;
  readonly count: number;
}

/** What somebody may answer in a task that is a checkpoint of one person's own case, and how the checkpoint ended then. */
export interface CheckpointAnswer {
  readonly field: string;
  readonly value: string;
  readonly outcome: string;
}

/** What a report to KOSTRA is made of. */
export interface KostraQuestion extends InstantSpan {
  /** Process of an application, and of a stay in a temporary place. */
  readonly application: string;
  readonly temporary: string;
  /** User tasks: the decision in either, the move into a home, the end of a stay. */
  readonly decision: string;
  readonly moveIn: string;
  readonly temporaryEnd: string;
  /** Process of a wish for another home (bytte), and the user task in which it is decided. */
  readonly swap: string;
  readonly swapDecision: string;
  /** State of a home that is no longer one. */
  readonly retired: string;
  /** A lease for a shorter time than this is short: an ISO 8601 period. */
  readonly shortLease: string;
  /** Answers that are counted when their user task is completed. */
  readonly support: readonly AnswerCounted[];
  /** Legal basis and outcome, `basis/outcome`, that two people must sign: before the second has, it is a proposal. */
  readonly signedByTwo: readonly string[];
}

/** A field of the form of a user task. */
export interface AnswerCounted {
  readonly task: string;
  readonly field: string;
}

/** How many completed a task with this answer; null: nobody answered. */
export interface AnswerCount {
  readonly field: string;
  readonly answer: string | null;
  readonly count: number;
}

/** Leases: those that lasted at the cut-off, and what was written of them in the year. */
export interface LeaseCount {
  readonly lasting: number;
  /** Of those: for a fixed time, and of these, for a short one. */
  readonly fixedTerm: number;
  readonly short: number;
  readonly begun: number;
  /** Leases for a fixed time that were given a later last day, or none. */
  readonly prolonged: number;
}

/** Wishes for another home in the year, and who was granted one and had not moved at the cut-off. */
export interface SwapCount {
  readonly wishes: number;
  readonly granted: number;
  readonly refused: number;
  readonly waiting: number;
}

/** Homes of one way of disposal (disposisjonsform). */
export interface HomeCount {
  readonly form: string;
  readonly homes: number;
  readonly wheelchair: number;
}

/** What was so at the cut-off, and what happened in the time before it. */
export interface KostraFacts {
  readonly applications: number;
  readonly granted: number;
  readonly refused: number;
  /** Households with a decision that had not moved in. */
  readonly waiting: number;
  readonly temporaryGranted: number;
  readonly temporaryStays: number;
  readonly homes: readonly HomeCount[];
  readonly leases: LeaseCount;
  readonly swaps: SwapCount;
  readonly support: readonly AnswerCount[];
  /** Cases that were there at the cut-off and have been deleted since: they are counted no more. */
  readonly deletedSince: number;
}

/**
 * Reads figures. Everything is read from what was written down with its time (journal, decisions, ended tasks, history of registers), so
 * that a question about a time that is over has the same answer whenever it is asked.
 */
export interface FigureReader {
  /** The oldest first. */
  listMoves(tenant: TenantId, until: Instant, fields: MoveFields): Promise<readonly ListMove[]>;
  /** How many homes there were to choose between in each offer. */
  offers(tenant: TenantId, span: InstantSpan, fields: readonly string[]): Promise<readonly number[]>;
  /** How many completed these tasks in the span, by what they answered. */
  answers(tenant: TenantId, span: InstantSpan, counted: readonly AnswerCounted[]): Promise<readonly AnswerCount[]>;
  /** Of what was due in the span by one of these rules: how much was done in time, how much late or not. */
  kept(tenant: TenantId, span: InstantSpan, rules: readonly string[]): Promise<{ kept: number; missed: number }>;
  /** Weekly rounds in which everybody got an outcome, and those in which somebody did not. */
  rounds(tenant: TenantId, span: InstantSpan): Promise<{ complete: number; incomplete: number }>;
  /**
   * The checkpoints that were written down in the span, and the tasks completed in it that are one of a single person's (MP-A): held, unless
   * one of `answers` was given.
   */
  checkpoints(
    tenant: TenantId,
    span: InstantSpan,
    answers: readonly CheckpointAnswer[],
  ): Promise<readonly CheckpointCount[]>;
  kostra(tenant: TenantId, question: KostraQuestion): Promise<KostraFacts>;
}
