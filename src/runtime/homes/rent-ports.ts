import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import type { TenantId } from '../ports.js';
import type { RentClaim } from './rent-claim.js';

/** A lease, and whose it is. */
export interface LeaseOfPerson {
  readonly home: Id<'Home'>;
  readonly tenancy: Id<'Tenancy'>;
  readonly person: Id<'Actor'>;
}

/** A lease with something unpaid. */
export interface Arrears extends LeaseOfPerson {
  /** Kroner that were due before today, costs and interest with them. */
  readonly owed: number;
  readonly oldestDueOn: LocalDate;
  /** The newest case about it. */
  readonly followedIn?: Id<'ProcessInstance'>;
}

/** A lease whose fixed term is over. */
export interface EndedTerm extends LeaseOfPerson {
  readonly toOn: LocalDate;
}

/** A claim that was due, and whether it was paid. */
export interface ClaimToFollow extends LeaseOfPerson, Pick<RentClaim, 'id' | 'dueOn'> {
  readonly isPaid: boolean;
}

/** A claim that has a case and is paid. */
export interface PaidClaim extends Pick<RentClaim, 'id' | 'revision' | 'tenancy'> {
  readonly followedIn: Id<'ProcessInstance'>;
}

/** Reads what is due and paid, and remembers what was looked at. Today is the municipality's, in Norway. */
export interface RentBook {
  /** Everything of one lease, the oldest first. */
  claims(tenant: TenantId, tenancy: Id<'Tenancy'>): Promise<readonly RentClaim[]>;
  /** The leases that are not ended and owe something that was due before today, the most first; at most 500. */
  arrears(tenant: TenantId): Promise<readonly Arrears[]>;
  /** What one lease owes; undefined where nothing that was due before today is unpaid. */
  arrearsOf(tenant: TenantId, tenancy: Id<'Tenancy'>): Promise<Arrears | undefined>;
  /** Claims that were due yesterday or before and that nobody has looked at, from seven in the morning; at most 100. */
  toFollow(tenant: TenantId): Promise<readonly ClaimToFollow[]>;
  /** That a claim was looked at, and the case about it where it was not paid. */
  followed(tenant: TenantId, claim: Id<'RentClaim'>, processInstanceId?: Id<'ProcessInstance'>): Promise<void>;
  /** Claims that have a case, are paid now, and whose case was not told; at most 100. */
  toTell(tenant: TenantId): Promise<readonly PaidClaim[]>;
  /** That the case of a claim was told that it is paid. */
  told(tenant: TenantId, claim: Id<'RentClaim'>): Promise<void>;
  /** Leases whose fixed term ended yesterday or before and whose end has no case, from seven in the morning; at most 100. */
  endedTerms(tenant: TenantId): Promise<readonly EndedTerm[]>;
  /** That the end of this term has a case. */
  termFollowed(tenant: TenantId, lease: Pick<EndedTerm, 'tenancy' | 'toOn'>): Promise<void>;
}
