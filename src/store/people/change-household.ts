import type { HouseholdRefusal, HouseholdWish } from '../../runtime/household-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Transaction } from '../with-tenant.js';

/** The revision that a household gets by a change. */
interface NewRevision {
  readonly tenant: TenantId;
  readonly id: string;
  readonly revision: number;
  readonly by: Id<'Actor'>;
}

/** Writes who comes to a locked household and who leaves it, and why. Where it refuses, nothing is written. */
export async function changeMembers(
  transaction: Transaction,
  { tenant, id, revision, by }: NewRevision,
  { members, on, reason, wasWrong = false }: HouseholdWish,
): Promise<HouseholdRefusal | undefined> {
  const named = [tenant, id, JSON.stringify(members)];
  const { rows } = await transaction.query<Difference>(selectDifference, [...named, on]);
  const [difference] = rows;
  if (difference === undefined || difference.leaving + difference.coming === 0) return 'household-unchanged';
  if (wasWrong && difference.coming > 0) return 'mistake-and-more';
  if (difference.tooEarly > 0 && !wasWrong) return 'end-before-start';

  await transaction.query(insertChange, [tenant, id, revision, reason, by]);
  await transaction.query(endMembers, [...named, on, revision, wasWrong]);
  await transaction.query(insertMembers, [...named, on, revision]);
  return undefined;
}

interface Difference {
  readonly leaving: number;
  readonly coming: number;
  /** Those who leave before they came. */
  readonly tooEarly: number;
}

const named = 'json_to_recordset($3::json) as n(person text, role text)';
const isNow = 'm.tenant = $1 and m.household = $2 and m.until_on is null';
const leaves = `${isNow} and not exists (select from ${named} where n.person = m.person and n.role = m.role)`;
const comes = `not exists (select from household_member as m where ${isNow} and m.person = n.person and m.role = n.role)`;

const selectDifference = `
  select (select count(*)::int from household_member as m where ${leaves}) as leaving,
    (select count(*)::int from household_member as m where ${leaves} and m.from_on > $4::date) as "tooEarly",
    (select count(*)::int from ${named} where ${comes}) as coming`;

const insertChange = `
  insert into household_change (tenant, household, revision, reason, changed_by, changed_at)
  values ($1, $2, $3, $4, $5, boligflyt_now())`;

// Who never was in it may have been registered from a later day than the one on which that was found out.
const endMembers = `
  update household_member as m set until_on = greatest($4::date, m.from_on), left_in = $5, was_wrong = $6 where ${leaves}`;

const insertMembers = `
  insert into household_member (tenant, household, person, role, from_on, joined_in)
  select $1, $2, n.person, n.role, $4::date, $5 from ${named} where ${comes}`;
