import type { Id } from '../shared/id.js';
import type { TenantId } from './ports.js';

/** A case that another case has called, and how far it has come. */
export interface CalledCase {
  readonly id: Id<'ProcessInstance'>;
  readonly process: string;
  readonly isCompleted: boolean;
  /** Nodes of the user tasks that were completed in it, each once. */
  readonly done: readonly string[];
}

/** Reads what a case has called. For counting: it tells nothing of whom the cases are about. */
export interface CalledCaseReader {
  /** Every case that this one has called itself, in no order. */
  called(tenant: TenantId, parent: Id<'ProcessInstance'>): Promise<readonly CalledCase[]>;
}
