import type pg from 'pg';
import type { ReservationBook, ReservationPast } from '../../runtime/homes/reservation-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
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

  async nextDueAt(tenant: TenantId): Promise<Instant | undefined> {
    const [row] = await queryInTenant<{ dueAt: Instant | null }>(this.pool, tenant, {
      ...{ name: 'reservations-next', text: selectNext, values: [tenant] },
    });
    return row?.dueAt ?? undefined;
  }
}

const overAt = `(r.until_on + 1)::timestamp at time zone 'Europe/Oslo'`;
const kept = 'r.tenant = $1 and r.released_at is null and r.until_on is not null';

const selectPast = `
  select r.id, r.home, h.name as "homeName", r.until_on as "untilOn", r.reserved_by as "reservedBy"
  from home_reservation as r join home as h on h.tenant = r.tenant and h.id = r.home
  where ${kept} and ${overAt} <= (select boligflyt_now()) order by r.until_on, r.id limit 100`;

const selectNext = `select min(${overAt}) as "dueAt" from home_reservation as r where ${kept}`;
