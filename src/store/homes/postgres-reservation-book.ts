import type pg from 'pg';
import type { ReservationBook, ReservationPast } from '../../runtime/homes/reservation-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Reservations that run out, by the database's clock. */
export class PostgresReservationBook implements ReservationBook {
  constructor(private readonly pool: pg.Pool) {}

  past(tenant: TenantId): Promise<readonly ReservationPast[]> {
    return queryInTenant<ReservationPast>(this.pool, tenant, {
      name: 'reservations-past',
      text: selectPast,
      values: [tenant],
    });
  }
}

const overAt = `(r.until_on + 1)::timestamp at time zone 'Europe/Oslo'`;
const kept = 'r.tenant = $1 and r.released_at is null and r.until_on is not null';

const isPast = `${kept} and ${overAt} <= (select boligflyt_now())`;

/** The reservations of a municipality (`$1`) whose last day is over. */
export const fromPastReservations = `from home_reservation as r where ${isPast}`;

const selectPast = `
  select r.id, r.home, h.name as "homeName", r.until_on as "untilOn", r.reserved_by as "reservedBy"
  from home_reservation as r join home as h on h.tenant = r.tenant and h.id = r.home
  where ${isPast} order by r.until_on, r.id limit 100`;

/** When the next reservation of a municipality (`$1`) runs out, or has run out. */
export const nextReservationAt = `select min(${overAt}) from home_reservation as r where ${kept}`;
