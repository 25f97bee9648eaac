import type {
  BuildingRow,
  HistoryRegister,
  HistoryRow,
  HomeFilter,
  HomeReader,
  PageOf,
} from '../../runtime/homes/home-ports.js';
import type { AgreementGap, Repair, SafetyReport } from '../../runtime/homes/building-event.js';
import type { AgendaItem, ResidentsMeeting } from '../../runtime/homes/residents-meeting.js';
import type { HomeRecord, Reservation, Tenancy } from '../../runtime/homes/home-record.js';
import type { TenantId } from '../../runtime/ports.js';
import type { KeptRegisters } from './kept-registers.js';
import { recordsAt } from './memory-register-desk.js';
import type { Municipalities } from './municipality.js';

const isFree = ({ status, reservation, tenancy }: HomeRecord): boolean =>
  status === 'i-bruk' && reservation === undefined && tenancy === undefined;

/** Reads the registers of homes from memory. */
export class MemoryHomeReader implements HomeReader {
  constructor(private readonly municipalities: Municipalities) {}

  async homes(tenant: TenantId, filter: HomeFilter, { limit, after }: PageOf): Promise<readonly HomeRecord[]> {
    const { buildings, homes } = this.of(tenant);
    const is = <Value>(wanted: Value | undefined, value: Value): boolean => wanted === undefined || wanted === value;
    const found = [...homes.values()].toSorted(byPlace).filter((home) => {
      const place = buildings.get(home.building);
      return (
        is(filter.building, home.building) &&
        (filter.seenBy === undefined ||
          filter.seenBy.units.includes(place?.responsibleUnit ?? '') ||
          home.tenancy?.person === filter.seenBy.person) &&
        (filter.group === undefined || place?.groups.includes(filter.group) === true) &&
        is(filter.boligtype, home.boligtype) &&
        is(filter.responsibleUnit, place?.responsibleUnit ?? '') &&
        is(filter.free, isFree(home)) &&
        is(filter.wheelchair, home.erTilgjengeligForRullestolbruker)
      );
    });
    const last = after === undefined ? undefined : homes.get(after);
    return found.filter((home) => last === undefined || byPlace(home, last) > 0).slice(0, limit);
  }

  async home(tenant: TenantId, id: string): Promise<HomeRecord | undefined> {
    return this.of(tenant).homes.get(id);
  }

  async buildings(tenant: TenantId): Promise<readonly BuildingRow[]> {
    const municipality = this.municipalities.of(tenant);
    const homes = [...municipality.registers.homes.values()].filter(({ status }) => status !== 'utgatt');
    const records = [...recordsAt(municipality, municipality.now).buildings.values()];
    return records
      .toSorted((one, other) => order(one.name, other.name) || order(one.id, other.id))
      .map((building) => {
        const own = homes.filter((home) => home.building === building.id);
        return { ...building, homes: own.length, free: own.filter(isFree).length };
      });
  }

  async building(tenant: TenantId, id: string): Promise<BuildingRow | undefined> {
    return (await this.buildings(tenant)).find((building) => building.id === id);
  }

  async history(tenant: TenantId, register: HistoryRegister, record: string): Promise<readonly HistoryRow[]> {
    const lines = this.of(tenant).history.filter((line) => line.register === register && line.record === record);
    return lines.map(({ register: _register, record: _record, ...row }) => row).toReversed();
  }

  async reservations(tenant: TenantId, home: string): Promise<readonly Reservation[]> {
    return this.held(this.of(tenant).reservations, home, ({ reservedAt }) => reservedAt);
  }

  async tenancies(tenant: TenantId, home: string): Promise<readonly Tenancy[]> {
    return this.held(this.of(tenant).tenancies, home, ({ fromOn }) => fromOn);
  }

  async tenanciesOf(
    tenant: TenantId,
    person: Tenancy['person'],
  ): Promise<readonly (Tenancy & { readonly home: string })[]> {
    const own = [...this.of(tenant).tenancies.values()].filter((tenancy) => tenancy.person === person);
    return own.toSorted((one, other) => order(other.fromOn, one.fromOn) || order(one.id, other.id));
  }

  async repairs(tenant: TenantId, building?: string): Promise<readonly Repair[]> {
    const repairs = [...this.of(tenant).repairs.values()];
    return repairs
      .filter((repair) => building === undefined || repair.building === building)
      .toSorted((one, other) => order(other.reportedAt, one.reportedAt));
  }

  async repair(tenant: TenantId, id: string): Promise<Repair | undefined> {
    return this.of(tenant).repairs.get(id);
  }

  async gaps(tenant: TenantId): Promise<readonly AgreementGap[]> {
    const gaps = [...this.of(tenant).gaps.values()].filter(({ closedAt }) => closedAt === undefined);
    return gaps.toSorted((one, other) => order(one.foundAt, other.foundAt));
  }

  async safetyReports(tenant: TenantId, building: string): Promise<readonly SafetyReport[]> {
    const reports = [...this.of(tenant).reports.values()].filter((report) => report.building === building);
    return reports.toSorted((one, other) => order(other.reportedAt, one.reportedAt));
  }

  async meetings(tenant: TenantId, building: string): Promise<readonly ResidentsMeeting[]> {
    const meetings = [...this.of(tenant).meetings.values()].filter((meeting) => meeting.building === building);
    return meetings.toSorted((one, other) => order(other.calledAt, one.calledAt) || order(other.id, one.id));
  }

  async agenda(tenant: TenantId, building: string): Promise<readonly AgendaItem[]> {
    const items = [...this.of(tenant).items.values()].filter((item) => item.building === building);
    return items.toSorted((one, other) => order(other.raisedOn, one.raisedOn) || order(other.id, one.id));
  }

  private of(tenant: TenantId): KeptRegisters {
    return this.municipalities.of(tenant).registers;
  }

  private held<Row extends { readonly home: string }>(
    rows: ReadonlyMap<string, Row>,
    home: string,
    at: (row: Row) => string,
  ): readonly Omit<Row, 'home'>[] {
    const own = [...rows.values()].filter((row) => row.home === home);
    return own.toSorted((one, other) => order(at(other), at(one))).map(({ home: _home, ...row }) => row);
  }
}

const order = (one: string, other: string): number => one.localeCompare(other, 'nb');

const byPlace = (one: HomeRecord, other: HomeRecord): number =>
  order(one.building, other.building) || order(one.name, other.name) || order(one.id, other.id);
