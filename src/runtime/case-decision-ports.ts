import type { Id } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import type { Instant, LocalDate } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** An individual decision (vedtak) as it was made, and what has become of it. Its id is that of the task that made it. */
export interface CaseDecision {
  readonly id: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly kind: 'vedtak' | 'tjenestevedtak' | 'tildeling';
  /** Whom it is about. */
  readonly person?: Id<'Actor'>;
  /** A row of the legal bases; absent where nobody said by which law it was decided. */
  readonly legalBasis?: string;
  /** `innvilget`, `delvis` or `avslag`. */
  readonly outcome?: string;
  readonly reasons?: string;
  /** Everything that was written in the form, word by word. */
  readonly content: JsonObject;
  readonly decidedBy: Id<'Actor'>;
  readonly decidedAt: Instant;
  readonly approvedBy?: Id<'Actor'>;
  /** When the letter reached the person, how that is known, and from whom: who opened it, or who wrote the day down. */
  readonly reachedOn?: LocalDate;
  readonly reachedHow?: string;
  readonly reachedBy?: Id<'Actor'>;
  /** Why the day was written anew, where it was. */
  readonly reachedWhy?: string;
  readonly reasonsAskedOn?: LocalDate;
  /** When the reasons that were asked for reached the person. */
  readonly reasonsReachedOn?: LocalDate;
  /** The last day of services that are granted for a time. */
  readonly validTo?: LocalDate;
  readonly quashedAt?: Instant;
}

/** What was written in a form that has a register: a mapping (`kartlegging`) or an order (`bestilling`), word by word. */
export interface CaseRecord {
  readonly id: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly register: 'kartlegging' | 'bestilling';
  readonly content: JsonObject;
  readonly by: Id<'Actor'>;
  readonly at: Instant;
}

/**
 * Every decision, and every mapping and order; written with the step of the process that makes them. A proposal that the second person
 * sent back is none.
 */
export interface CaseDecisionRegister {
  find(tenant: TenantId, id: string): Promise<CaseDecision | undefined>;
  /** The decisions of a case, oldest first. */
  ofCase(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<readonly CaseDecision[]>;
  /** Which of these cases have a decision, as one read. */
  decidedAmong(tenant: TenantId, ids: readonly Id<'ProcessInstance'>[]): Promise<readonly Id<'ProcessInstance'>[]>;
  /** The decisions of the cases that a case has called, oldest first. */
  underCase(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<readonly CaseDecision[]>;
  /** The mappings and orders of a case, oldest first. */
  recordsOf(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<readonly CaseRecord[]>;
  /** The subscription by which a case waits for a message of this name; undefined while it does not. */
  awaited(
    tenant: TenantId,
    processInstanceId: Id<'ProcessInstance'>,
    message: string,
  ): Promise<Id<'Subscription'> | undefined>;
  /** Writes when the person asked for reasons; the first time counts. */
  askForReasons(tenant: TenantId, id: string, on: LocalDate): Promise<void>;
}
