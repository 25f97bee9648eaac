import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { TenantId } from '../ports.js';
import type { JournalRow } from '../read-ports.js';

/** A case that is to be deleted, by whom and why. */
export interface Erasure {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly actor: Id<'Actor'>;
  readonly reason: string;
  /** Names the request: a repetition finds the case deleted by itself. */
  readonly request: string;
}

/**
 * What became of it. `active`: it, a case it called or the case that called it has not ended. `unsettled`: it has, but
 * something that follows from it is still to be done, or a person still stands on the waiting list through it.
 */
export type ErasureOutcome = 'deleted' | 'not-found' | 'active' | 'unsettled';

/** Knows which cases owe somebody an individual decision (vedtak). */
export interface DecisionDebt {
  /**
   * Whether a case is under way that is to end in a decision and has none yet: who applied has a right to one, with reasons and a way to appeal
   * (forvaltningsloven §§ 23, 24 and 27). One that was set aside counts as none.
   */
  owes(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<boolean>;
}

/** What is left of a deleted case. */
export interface DeletedCaseRow {
  readonly id: Id<'ProcessInstance'>;
  readonly process: string;
  readonly version: number;
  readonly state: string;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly deletedAt: Instant;
  readonly deletedBy: Id<'Actor'>;
  readonly reason: string;
}

/** Deletes ended cases for good. */
export interface CaseEraser {
  /** Deletes every row of the case and of the cases it called, all or nothing, and keeps who did it, when and why. */
  erase(tenant: TenantId, erasure: Erasure): Promise<ErasureOutcome>;
  /** What was deleted, the newest first, at most 500. */
  deleted(tenant: TenantId): Promise<readonly DeletedCaseRow[]>;
}

/** A case as it is kept, apart from its journal: every row by the name of its list. */
export interface StoredCase {
  readonly definition: { readonly key: string; readonly version: number };
  readonly revision: number;
  readonly snapshot: JsonObject;
  readonly rows: JsonObject;
}

/** Reads a case whole, to hand it over. */
export interface CaseExporter {
  /** As it stood at one moment; undefined when there is no such case. */
  read(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<StoredCase | undefined>;
  /** The journal after `seq`, in its order, at most 500 rows. */
  journalAfter(tenant: TenantId, id: Id<'ProcessInstance'>, seq: number): Promise<readonly JournalRow[]>;
}
