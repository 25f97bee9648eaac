import type { RegisterRecords, RegisterStep } from '../../runtime/homes/register-step.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { ConcurrentChange } from '../process-instances/concurrent-change.js';
import type { Transaction } from '../with-tenant.js';

/** What steps ask for by name. */
export type AskedRecords = Pick<RegisterStep, 'buildings' | 'homes' | 'claims'>;

/** The homes that steps do not name, but ask for by who rents them or by the case that keeps them. */
export async function heldHomes(
  transaction: Transaction,
  tenant: TenantId,
  steps: readonly RegisterStep[],
): Promise<readonly Id<'Home'>[]> {
  const people = steps.flatMap(({ rentedBy = [] }) => rentedBy);
  const cases = steps.flatMap(({ keptIn = [] }) => keptIn);
  if (people.length + cases.length === 0) return [];
  const values = [tenant, people, cases];
  const { rows } = await transaction.query<{ home: Id<'Home'> }>({ name: 'held-homes', text: selectHeld, values });
  return rows.map(({ home }) => home);
}

/**
 * Looks again once the homes and the cases are locked. Throws where a home was let or kept meanwhile that is not among the locked ones: a step
 * that is to end what somebody holds must see all of it.
 */
export async function requireAllHeld(
  transaction: Transaction,
  tenant: TenantId,
  { steps, records }: { readonly steps: readonly RegisterStep[]; readonly records: RegisterRecords },
): Promise<void> {
  const missed = (await heldHomes(transaction, tenant, steps)).filter((home) => !records.homes.has(home));
  if (missed.length > 0) throw new ConcurrentChange(`Expected to have locked '${missed.join("', '")}' for the step`);
}

const selectHeld = `
  select home from tenancy where tenant = $1 and person = any($2::text[]) and ended_on is null
  union
  select home from home_reservation where tenant = $1 and decided_in = any($3::text[]) and released_at is null`;
