import type { BuildingRecord } from '../../runtime/homes/building-record.js';
import type { HomeRecord, Reservation, Tenancy } from '../../runtime/homes/home-record.js';

/** A record without what is absent: rows say null where a record says nothing. */
export type Stored<Record> = { readonly [Field in keyof Record]: Record[Field] | null };

/** What a row says, without its nulls. */
export function withoutNulls<Record extends object>(row: Stored<Record>): Record;
export function withoutNulls(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** Columns of `building` by the names of `BuildingRecord`, for the alias `b`. */
export const buildingColumns = `
  b.id, b.revision, b.name, b.address, b.groups, b.owner, b.responsible_unit as "responsibleUnit", b.capacity, b.status,
  b.finished_on as "finishedOn", b.constraints, b.repair_rules as "repairRules", b."freeze",
  b.meeting_every as "meetingEvery", b.freeze_proposed_at as "freezeProposedAt", b.synthetic, b.source, b.notes`;

/** How many reports there were in the last month, for the alias `b`. */
export const recentReports = `
  coalesce((select r.reports from boligflyt_recent_reports() as r where r.of_building = b.id), 0) as "recentReports"`;

/** Columns of `home` by the names of `HomeRecord`, for the alias `h`. */
export const homeColumns = `
  h.id, h.revision, h.building, h.name, h.kobo_id as "koboId", h.fdvu_bolig_id as "fdvuBoligId", h.boligtype, h.egenskaper,
  h.antall_soverom as "antallSoverom", h.bruksareal, h.etasjenummer, h.disposisjonsform, h.er_bofellesskap as "erBofellesskap",
  h.er_tilgjengelig_for_rullestolbruker as "erTilgjengeligForRullestolbruker", h.leiekostnad,
  h.leie_til_eie_potensial as "leieTilEiePotensial", h.status, h.vacant_since as "vacantSince", h.synthetic, h.source`;

/** Columns of `home_reservation` by the names of `Reservation`, for the alias `r`. */
export const reservationColumns = `
  r.id, r.home, r.person, r.decided_in as "decidedIn", r.reserved_at as "reservedAt", r.reserved_by as "reservedBy",
  r.until_on as "untilOn", r.released_at as "releasedAt", r.released`;

/** Columns of `tenancy` by the names of `Tenancy`, for the alias `t`. */
export const tenancyColumns = `
  t.id, t.home, t.person, t.decided_in as "decidedIn", t.from_on as "fromOn", t.to_on as "toOn", t.rent,
  t.move_requested_on as "moveRequestedOn", t.leaves_on as "leavesOn",
  t.nav_reserved_on as "navReservedOn", t.ended_on as "endedOn", t.end_reason as "endReason"`;

/** Columns of `rent_claim` by the names of `RentClaim`, for the alias `c`. */
export const claimColumns = `
  c.id, c.revision, c.home, c.tenancy, c.kind, c.due_on as "dueOn", c.amount, c.paid, c.paid_on as "paidOn"`;

/** Rows of what holds a home, each with the home that it holds. */
export type HeldBy<Record> = Stored<Record> & { readonly home: string };

/** What holds a home, without the home that it holds. */
export function withoutHome<Record extends object>(row: HeldBy<Record>): Record;
export function withoutHome({ home: _home, ...row }: HeldBy<object>): object {
  return withoutNulls(row);
}

/** A building as its row says it. */
export type BuildingColumns = Stored<BuildingRecord>;

/** A home as its row says it; what holds it has rows of its own. */
export type HomeColumns = Stored<Omit<HomeRecord, 'reservation' | 'tenancy'>>;

/** Homes as their rows say them, with what holds them. */
export function homesOf(
  homes: readonly HomeColumns[],
  reservations: readonly HeldBy<Reservation>[],
  tenancies: readonly HeldBy<Tenancy>[],
): readonly HomeRecord[] {
  const reserved = new Map(reservations.map((row) => [row.home, withoutHome<Reservation>(row)]));
  const leased = new Map(tenancies.map((row) => [row.home, withoutHome<Tenancy>(row)]));
  return homes.map((row) => {
    const home = withoutNulls<Omit<HomeRecord, 'reservation' | 'tenancy'>>(row);
    const [reservation, tenancy] = [reserved.get(home.id), leased.get(home.id)];
    return { ...home, ...(reservation && { reservation }), ...(tenancy && { tenancy }) };
  });
}

/** The reservations of homes that are not released. */
export const readReservations = `
  select ${reservationColumns} from home_reservation as r
  where r.tenant = $1 and r.home = any($2::text[]) and r.released_at is null`;

/** The leases of homes that are not ended. */
export const readTenancies = `
  select ${tenancyColumns} from tenancy as t where t.tenant = $1 and t.home = any($2::text[]) and t.ended_on is null`;
