import type { Id } from '../shared/id.js';
import type { LocalDate } from '../shared/time.js';
import type { TenantId } from './ports.js';
import type { DaySpan } from './read-ports.js';

/** A user task in which it is written that an appeal changed a decision, and the fields of its form that say so. */
export interface ChangePlace {
  readonly task: string;
  /** What became of the decision. */
  readonly outcome: string;
  /** The outcomes by which it is changed. */
  readonly changed: readonly string[];
  /** Why, by a fixed list, and what is to be learned of it, in words. */
  readonly cause: string;
  readonly learned: string;
}

/** That an appeal changed a decision, as it was written down. */
export interface ChangedDecision {
  /** Of the task. */
  readonly id: string;
  /** The appeal. */
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** The day in Norway, and its week: `2026-48`, as ISO 8601 counts weeks. */
  readonly on: LocalDate;
  readonly week: string;
  readonly task: string;
  readonly outcome: string;
  /** Null where nobody said it. */
  readonly cause: string | null;
  readonly learned: string | null;
  /** Legal basis of the decision. */
  readonly legalBasis: string | null;
}

/**
 * Reads which decisions appeals have changed, on days in Norway, both counted. Appeals that are deleted by now are not among them. Whoever
 * asks: access is decided by the caller.
 */
export interface ChangedDecisionReader {
  /** The newest first. */
  between(tenant: TenantId, days: DaySpan, places: readonly ChangePlace[]): Promise<readonly ChangedDecision[]>;
}
