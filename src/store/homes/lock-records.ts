import type { BuildingRecord } from '../../runtime/homes/building-record.js';
import type { Reservation, Tenancy } from '../../runtime/homes/home-record.js';
import type { RentClaim } from '../../runtime/homes/rent-claim.js';
import type { RegisterRecords } from '../../runtime/homes/register-step.js';
import type { TenantId } from '../../runtime/ports.js';
import { together } from '../together.js';
import type { AskedRecords } from './held-homes.js';
import type { Transaction } from '../with-tenant.js';
import {
  buildingColumns,
  claimColumns,
  homeColumns,
  homesOf,
  readReservations,
  readTenancies,
  recentReports,
  withoutNulls,
} from './record-columns.js';
import type { BuildingColumns, HeldBy, HomeColumns, Stored } from './record-columns.js';

/** Nothing is locked. */
export const noRecords: RegisterRecords = { buildings: new Map(), homes: new Map(), claims: new Map() };

/**
 * Locks the records that steps ask for until the transaction ends, in the order of their ids, and reads them with the buildings of
 * the homes. What holds a home is read after its lock, by statements of their own: they see what whoever had it last has written.
 */
export async function lockRecords(
  transaction: Transaction,
  tenant: TenantId,
  steps: readonly AskedRecords[],
): Promise<RegisterRecords> {
  const wanted = steps.flatMap(({ buildings = [] }) => buildings);
  const homes = steps.flatMap((step) => step.homes ?? []);
  const claims = steps.flatMap((step) => step.claims ?? []);
  if (wanted.length + homes.length + claims.length === 0) return noRecords;

  const ask = <Row extends object>(name: string, text: string, ...values: readonly (readonly string[])[]) =>
    transaction.query<Row>({ name, text, values: [tenant, ...values] });
  const [, locked, places, reservations, tenancies, owed] = await together([
    ask('lock-buildings', lockBuildings, wanted),
    ask<HomeColumns>('lock-homes', lockHomes, homes),
    ask<BuildingColumns>('read-places', readPlaces, wanted, homes),
    ask<HeldBy<Reservation>>('read-reservations', readReservations, homes),
    ask<HeldBy<Tenancy>>('read-tenancies', readTenancies, homes),
    ask<Stored<RentClaim>>('lock-claims', lockClaims, claims),
  ]);
  const buildings = places.rows.map((row) => withoutNulls<BuildingRecord>(row));
  return {
    buildings: new Map(buildings.map((building) => [building.id, building])),
    claims: new Map(owed.rows.map((row) => [row.id ?? '', withoutNulls<RentClaim>(row)])),
    homes: new Map(homesOf(locked.rows, reservations.rows, tenancies.rows).map((home) => [home.id, home])),
  };
}

const lockBuildings = `
  select id from building where tenant = $1 and id = any($2::text[]) order by id for update`;

const lockHomes = `
  select ${homeColumns} from home as h where h.tenant = $1 and h.id = any($2::text[]) order by h.id for update`;

// After the homes: whoever writes claims has locked the home that they are for.
const lockClaims = `
  select ${claimColumns} from rent_claim as c where c.tenant = $1 and c.id = any($2::text[]) order by c.id for update`;

// A building that is frozen while one of its homes is given away: one of the two comes after the other.
const readPlaces = `
  select ${buildingColumns}, ${recentReports} from building as b
  where b.tenant = $1 and (b.id = any($2::text[])
    or b.id in (select h.building from home as h where h.tenant = $1 and h.id = any($3::text[])))
  order by b.id for share`;
