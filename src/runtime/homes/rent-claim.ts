import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';

/** What a tenant can be asked to pay: rent, costs of a late payment, and interest. */
export const kindsOfClaim = ['husleie', 'omkostninger', 'renter'] as const;

/** What a tenant is to pay on a day, and what is paid of it, as the landlord's accounts say. Amounts are whole kroner. */
export interface RentClaim {
  /** The number of the claim in the accounts. */
  readonly id: Id<'RentClaim'>;
  /** Counts the changes, from 1. */
  readonly revision: number;
  readonly home: Id<'Home'>;
  readonly tenancy: Id<'Tenancy'>;
  readonly kind: (typeof kindsOfClaim)[number];
  readonly dueOn: LocalDate;
  readonly amount: number;
  /** What is paid or remitted of it, from 0 to `amount`. */
  readonly paid: number;
  /** The day of the last payment. */
  readonly paidOn?: LocalDate;
}
