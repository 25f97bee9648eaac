import type { Id } from '../shared/id.js';
import type { Instant, LocalDate } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** An application: what was asked for, when it came and to which unit. Its id is that of the case that answers it. */
export interface Application {
  readonly id: Id<'ProcessInstance'>;
  readonly person?: Id<'Actor'>;
  /** Key of the process that answers it, and what people call it. */
  readonly askedFor: string;
  readonly askedForName: string;
  /** What its case is called. */
  readonly title: string;
  /** The day it came to the municipality, whichever unit it came to: every deadline runs from it. */
  readonly receivedOn: LocalDate;
  readonly receivedBy: string;
  /** The unit that answers it; another than `receivedBy` where it was forwarded. */
  readonly belongsTo: string;
  readonly forwardedAt?: Instant;
  readonly registeredBy: Id<'Actor'>;
  readonly registeredAt: Instant;
  /** When the receipt was written; absent until then. */
  readonly receiptAt?: Instant;
}

/** Whose applications are asked for: a person's own, or those that came to a unit or belong to it. */
export type ApplicationFilter = { readonly person: Id<'Actor'> } | { readonly units: readonly string[] };

/** Every application; written in the transaction that begins its case. */
export interface ApplicationRegister {
  find(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<Application | undefined>;
  /** The newest first, at most 500. Whoever asks: units see nobody with a protected address. */
  list(tenant: TenantId, filter: ApplicationFilter): Promise<readonly Application[]>;
}
