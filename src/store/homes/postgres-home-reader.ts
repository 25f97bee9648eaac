import type pg from 'pg';
import type { AgreementGap, Repair, SafetyReport } from '../../runtime/homes/building-event.js';
import type {
  BuildingRow,
  HistoryRegister,
  HistoryRow,
  HomeFilter,
  HomeReader,
  PageOf,
} from '../../runtime/homes/home-ports.js';
import type { AgendaItem, ResidentsMeeting } from '../../runtime/homes/residents-meeting.js';
import type { HomeRecord, Reservation, Tenancy } from '../../runtime/homes/home-record.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import { queryInTenant } from '../query-in-tenant.js';
import { sharedLookup } from '../shared-lookup.js';
import { withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';
import * as columns from './record-columns.js';
import { homesOf, withoutHome, withoutNulls } from './record-columns.js';
import type { HeldBy, HomeColumns, Stored } from './record-columns.js';

const most = 500;

/** Reads the registers of homes from PostgreSQL. */
export class PostgresHomeReader implements HomeReader {
  readonly home: HomeReader['home'];

  constructor(private readonly pool: pg.Pool) {
    this.home = sharedLookup(
      (tenant, ids: readonly string[]) => this.select(tenant, 'h.id = any($2)', [ids]),
      ({ id }) => id,
    );
  }

  homes(tenant: TenantId, filter: HomeFilter, { limit, after }: PageOf): Promise<readonly HomeRecord[]> {
    const { building, group, boligtype, responsibleUnit, free, wheelchair, seenBy } = filter;
    const wanted = [building, group, boligtype, responsibleUnit, free, wheelchair, after].map((value) => value ?? null);
    return this.select(tenant, matching, [...wanted, limit, seenBy?.units ?? null, seenBy?.person ?? null]);
  }

  buildings(tenant: TenantId): Promise<readonly BuildingRow[]> {
    return this.rows<BuildingRow>(tenant, selectBuildings('true'), []);
  }

  async building(tenant: TenantId, id: string): Promise<BuildingRow | undefined> {
    return (await this.rows<BuildingRow>(tenant, selectBuildings('b.id = $2'), [id]))[0];
  }

  history(tenant: TenantId, register: HistoryRegister, record: string): Promise<readonly HistoryRow[]> {
    return this.rows<HistoryRow>(tenant, selectHistory, [register, record]);
  }

  reservations(tenant: TenantId, home: string): Promise<readonly Reservation[]> {
    const text = `select ${columns.reservationColumns} from home_reservation as r
      where r.tenant = $1 and r.home = $2 order by r.reserved_at desc, r.id`;
    return this.held<Reservation>(tenant, text, home);
  }

  tenancies(tenant: TenantId, home: string): Promise<readonly Tenancy[]> {
    const text = `select ${columns.tenancyColumns} from tenancy as t
      where t.tenant = $1 and t.home = $2 order by t.from_on desc, t.id`;
    return this.held<Tenancy>(tenant, text, home);
  }

  tenanciesOf(tenant: TenantId, person: Tenancy['person']): Promise<readonly (Tenancy & { readonly home: string })[]> {
    const text = `select ${columns.tenancyColumns} from tenancy as t
      where t.tenant = $1 and t.person = $2 order by t.from_on desc, t.id`;
    return this.rows<Tenancy & { readonly home: string }>(tenant, text, [person]);
  }

  repairs(tenant: TenantId, building?: string): Promise<readonly Repair[]> {
    const text = `${selectRepairs} where p.tenant = $1 and ($2::text is null or p.building = $2)
      order by p.reported_at desc, p.id limit ${most}`;
    return this.rows<Repair>(tenant, text, [building ?? null]);
  }

  async repair(tenant: TenantId, id: string): Promise<Repair | undefined> {
    return (await this.rows<Repair>(tenant, `${selectRepairs} where p.tenant = $1 and p.id = $2`, [id]))[0];
  }

  gaps(tenant: TenantId): Promise<readonly AgreementGap[]> {
    return this.rows<AgreementGap>(tenant, selectGaps, []);
  }

  safetyReports(tenant: TenantId, building: string): Promise<readonly SafetyReport[]> {
    return this.rows<SafetyReport>(tenant, selectReports, [building]);
  }

  meetings(tenant: TenantId, building: string): Promise<readonly ResidentsMeeting[]> {
    return this.rows<ResidentsMeeting>(tenant, selectMeetings, [building]);
  }

  agenda(tenant: TenantId, building: string): Promise<readonly AgendaItem[]> {
    return this.rows<AgendaItem>(tenant, selectAgenda, [building]);
  }

  private async held<Row extends object>(tenant: TenantId, text: string, home: string): Promise<readonly Row[]> {
    const rows = await queryInTenant<HeldBy<Row>>(this.pool, tenant, { text, values: [tenant, home] });
    return rows.map(withoutHome<Row>);
  }

  private async rows<Row extends object>(
    tenant: TenantId,
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const rows = await queryInTenant<Stored<Row>>(this.pool, tenant, { text, values: [tenant, ...values] });
    return rows.map((row) => withoutNulls<Row>(row));
  }

  // What holds a home is read after it in the same transaction; rules must see it, whoever asks.
  private select(tenant: TenantId, wanted: string, values: readonly unknown[]): Promise<readonly HomeRecord[]> {
    const read = async (transaction: Transaction): Promise<readonly HomeRecord[]> => {
      const { rows: homes } = await transaction.query<HomeColumns>(selectHomes(wanted), [tenant, ...values]);
      const held = [tenant, homes.map(({ id }) => id)];
      const reservations = await transaction.query<HeldBy<Reservation>>(columns.readReservations, held);
      const tenancies = await transaction.query<HeldBy<Tenancy>>(columns.readTenancies, held);
      return homesOf(homes, reservations.rows, tenancies.rows);
    };
    return asSystem(() => withTenant(this.pool, tenant, read));
  }
}

const isHeld = `(
  exists (select from home_reservation as r where r.tenant = h.tenant and r.home = h.id and r.released_at is null)
  or h.id in (select boligflyt_let_homes()))`;

const selectHomes = (wanted: string): string => `
  select ${columns.homeColumns} from home as h join building as b on b.tenant = h.tenant and b.id = h.building
  where h.tenant = $1 and ${wanted}`;

const matching = `
  ($2::text is null or h.building = $2) and ($3::text is null or $3 = any(b.groups)) and ($4::text is null or h.boligtype = $4)
  and ($5::text is null or b.responsible_unit = $5)
  and ($6::boolean is null or $6 = (h.status = 'i-bruk' and not ${isHeld}))
  and ($7::boolean is null or h.er_tilgjengelig_for_rullestolbruker = $7)
  and ($8::text is null or (h.building, h.name, h.id) >
    (select o.building, o.name, o.id from home as o where o.tenant = $1 and o.id = $8))
  and ($10::text[] is null or b.responsible_unit = any($10) or exists (
    select from tenancy as t where t.tenant = h.tenant and t.home = h.id and t.ended_on is null and t.person = $11))
  order by h.building, h.name, h.id limit $9`;

const selectBuildings = (wanted: string): string => `
  select ${columns.buildingColumns}, ${columns.recentReports},
    (select count(*)::int from home as h where h.tenant = b.tenant and h.building = b.id and h.status <> 'utgatt') as homes,
    (select count(*)::int from home as h where h.tenant = b.tenant and h.building = b.id and h.status = 'i-bruk'
      and not ${isHeld}) as free
  from building as b where b.tenant = $1 and ${wanted} order by b.name, b.id limit ${most}`;

const selectHistory = `
  select revision, at, actor, change, content, decided_in as "decidedIn" from register_history
  where tenant = $1 and register = $2 and record = $3 order by revision desc limit ${most}`;

const selectRepairs = `
  select p.id, p.building, p.home, p.work, p.urgency, p.responsible, p.state, p.reported_at as "reportedAt",
    p.made_safe_at as "madeSafeAt", p.ended_at as "endedAt", p.reopened from repair as p`;

const selectGaps = `
  select id, building, work, refused_by as "refusedBy", reason, found_at as "foundAt" from agreement_gap
  where tenant = $1 and closed_at is null order by found_at, id`;

const selectReports = `
  select id, building, revision, kind, anonymous, state, reported_at as "reportedAt", made_safe_at as "madeSafeAt",
    made_safe_by as "madeSafeBy", step, ended_at as "endedAt" from safety_report
  where tenant = $1 and building = $2 order by reported_at desc, id limit ${most}`;

const selectMeetings = `
  select id, building, revision, reason, state, called_at as "calledAt", planned_on as "plannedOn", held_on as "heldOn",
    attendance, contact_elected as "contactElected", activities, meals from residents_meeting
  where tenant = $1 and building = $2 order by called_at desc, id desc limit ${most}`;

const selectAgenda = `
  select id, building, meeting, text, raised_on as "raisedOn", outcome, answer, answered_on as "answeredOn" from agenda_item
  where tenant = $1 and building = $2 order by raised_on desc, id desc limit ${most}`;
