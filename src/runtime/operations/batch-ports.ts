import type { Actor, OperationProblem } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { TenantId } from '../ports.js';
import type { CaseOperation, Migration, Reasoned } from './operation.js';

/** What is done to each case of a batch. */
export type BatchOperation =
  | Exclude<CaseOperation, Migration>
  /** `dryRun`: only tried; what would be refused fails, and nothing is changed. */
  | (Migration & Reasoned & { readonly dryRun: boolean })
  /** Every incident of the selected cases that is open now, one item each. */
  | { readonly kind: 'retry-incidents' }
  | { readonly kind: 'delete'; readonly reason: string };

/** Which cases a batch is about: those that are named, or those for which everything that is said holds. */
export interface BatchSelection {
  readonly ids?: readonly Id<'ProcessInstance'>[];
  readonly process?: string;
  readonly version?: number;
  /** `incident`: active with an open incident; `active` leaves out those that are suspended. */
  readonly state?: 'active' | 'suspended' | 'incident' | 'completed' | 'cancelled';
  /** An open incident of this code. */
  readonly incidentCode?: string;
}

/** A batch as it is asked for. */
export interface NewBatch {
  readonly id: string;
  readonly operation: BatchOperation;
  readonly selection: BatchSelection;
  /** In whose name every item is carried out. */
  readonly actor: Actor;
  /** Names the request: a repetition finds the batch that the first one started. */
  readonly request: string;
  /** Begins nothing until it is resumed. */
  readonly isPaused: boolean;
}

/** Where a batch stands. Nothing follows on `cancelled` and `completed`. */
export type BatchState = 'running' | 'paused' | 'cancelled' | 'completed';

/** A batch and how far it has come. */
export interface BatchRow extends Pick<NewBatch, 'id' | 'operation' | 'selection'> {
  readonly state: BatchState;
  readonly actor: Id<'Actor'>;
  readonly createdAt: Instant;
  readonly startedAt?: Instant;
  readonly finishedAt?: Instant;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** Never begun, because the batch was cancelled. */
  readonly skipped: number;
}

/** Why an item was not carried out. */
export interface ItemRefusal {
  readonly reason: string;
  readonly problems?: readonly OperationProblem[];
}

/** One case of a batch and what became of it. */
export interface BatchItemRow {
  readonly seq: number;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly incidentId?: Id<'Incident'>;
  readonly state: 'waiting' | 'done' | 'failed' | 'skipped';
  readonly finishedAt?: Instant;
  readonly refusal?: ItemRefusal;
}

/** An item that is this process's to carry out, until its lease ends. */
export interface ClaimedItem {
  readonly tenant: TenantId;
  readonly batch: string;
  readonly seq: number;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly incidentId?: Id<'Incident'>;
  readonly operation: BatchOperation;
  readonly actor: Actor;
  /** Counted before the run, so that a crash counts too. */
  readonly attempt: number;
}

/** What became of a claimed item; `again` gives it back for a later attempt. */
export type ItemResult =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly refusal: ItemRefusal }
  | { readonly state: 'again' };

/** Items of one batch that are wanted: those after `after`, in their order. */
export interface ItemFilter {
  readonly state?: BatchItemRow['state'];
  readonly after: number;
}

/** Batches and their items: the truth about what is still to be done. */
export interface BatchBook {
  /** Writes the batch with the cases that are selected now; undefined, and nothing written, when they are over `mostItems`. */
  create(tenant: TenantId, batch: NewBatch): Promise<BatchRow | undefined>;
  find(tenant: TenantId, id: string): Promise<BatchRow | undefined>;
  /** The newest first, at most 500. */
  list(tenant: TenantId): Promise<readonly BatchRow[]>;
  /** At most 500, in their order. */
  items(tenant: TenantId, id: string, filter: ItemFilter): Promise<readonly BatchItemRow[]>;
  /** Pauses, resumes or cancels a batch; false where its state does not allow it, or there is none. */
  move(tenant: TenantId, id: string, to: 'running' | 'paused' | 'cancelled'): Promise<boolean>;
  /** Claims waiting items of running batches, those of the oldest batch first. */
  claim(tenant: TenantId, limit: number): Promise<readonly ClaimedItem[]>;
  /** Writes what became of claimed items of one batch; the batch is completed with its last one. */
  settle(items: readonly (readonly [ClaimedItem, ItemResult])[]): Promise<void>;
}

/** The largest batch. */
export const mostItems = 100_000;
