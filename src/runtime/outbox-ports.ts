import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { ClaimedEffect, TenantId } from './ports.js';

/** The kinds of work that wait in rows until somebody does them. */
export const dueKinds = [
  'effects',
  'starts',
  'timers',
  'batches',
  'messages',
  'old-messages',
  'rents',
  'reservations',
  'posted-letters',
  'unposted-letters',
  'unopened-letters',
  'attention',
  'long-waits',
  'incidents',
  'meetings',
  'notices',
] as const;

/** One kind of work that waits in rows. */
export type DueKind = (typeof dueKinds)[number];

/** A timer start event whose time has come. */
export interface DueStart {
  readonly processKey: string;
  readonly startEvent: string;
  readonly dueAt: Instant;
  /** Present when it was missed and its diagram wants no late start: it is only moved to its next occurrence. */
  readonly isPassedOver?: true;
}

/** What waits to be done outside: effects to carry out, timers to trigger. */
export interface Outbox {
  tenants(): Promise<readonly TenantId[]>;
  /**
   * The kinds of work of which something may be due now, asked in one look. What is left out has nothing to do; what is named may be
   * somebody else's already.
   */
  waiting(tenant: TenantId): Promise<ReadonlySet<DueKind>>;
  /**
   * The oldest that nobody works on, each counted as an attempt. One whose last two attempts never came back comes alone, when no other
   * waits or after five minutes; after five such attempts it stays as failed, but for a job, which comes once more to be given up.
   */
  claimEffects(tenant: TenantId, limit: number): Promise<readonly ClaimedEffect[]>;
  markDone(claimed: ClaimedEffect): Promise<void>;
  /**
   * Gives the effect back for a later attempt; a job stays as failed after the fifth, anything else after a day of attempts. What
   * stays as failed is an incident of its own, beside the case.
   */
  markFailed(claimed: ClaimedEffect, message: string): Promise<void>;
  dueTimers(
    tenant: TenantId,
    limit: number,
  ): Promise<readonly { readonly id: Id<'Timer'>; readonly processInstanceId: Id<'ProcessInstance'> }[]>;
  /** Start events with a timer that is due, oldest first. Reading changes nothing. */
  dueStarts(tenant: TenantId, limit: number): Promise<readonly DueStart[]>;
  /**
   * Moves a start event that was carried out, or is passed over, to its next occurrence. Called after the instance was started with an id made
   * from the start itself, so that a crash between the two neither loses a start nor doubles it.
   */
  markStarted(tenant: TenantId, start: DueStart): Promise<void>;
  /** When the next timer or timer start of this municipality is due, or undefined when none is set. */
  nextDueAt(tenant: TenantId): Promise<Instant | undefined>;
  /** The same for every kind of work: what people are told and reminded of, rent, reservations. */
  nextWorkAt(tenant: TenantId): Promise<Instant | undefined>;
}
