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

/** What a report to KOSTRA is made of. */
export interface KostraQuestion extends InstantSpan {
  /** Process of an application, and of a stay in a temporary place. */
  readonly application: string;
  readonly temporary: string;
  /** User tasks: the decision in either, the move into a home, the end of a stay. */
  readonly decision: string;
  readonly moveIn: string;
  readonly temporaryEnd: string;
  /** State of a home that is no longer one. */
  readonly retired: string;
  /** Legal basis and outcome, `basis/outcome`, that two people must sign: before the second has, it is a proposal. */
  readonly signedByTwo: readonly string[];
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
  /** Of what was due in the span by one of these rules: how much was done in time, how much late or not. */
  kept(tenant: TenantId, span: InstantSpan, rules: readonly string[]): Promise<{ kept: number; missed: number }>;
  /** Weekly rounds in which everybody got an outcome, and those in which somebody did not. */
  rounds(tenant: TenantId, span: InstantSpan): Promise<{ complete: number; incomplete: number }>;
  checkpoints(tenant: TenantId, span: InstantSpan): Promise<readonly CheckpointCount[]>;
  kostra(tenant: TenantId, question: KostraQuestion): Promise<KostraFacts>;
}
