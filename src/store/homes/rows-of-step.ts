import { evolveRecords } from '../../runtime/homes/evolve-records.js';
import type { AgreementGap, Repair, SafetyReport } from '../../runtime/homes/building-event.js';
import type { BuildingRecord } from '../../runtime/homes/building-record.js';
import type { HistoryRegister, HistoryRow } from '../../runtime/homes/home-ports.js';
import type { AgendaItem, ResidentsMeeting } from '../../runtime/homes/residents-meeting.js';
import type { HomeRecord, Reservation, Tenancy } from '../../runtime/homes/home-record.js';
import type { RentClaim } from '../../runtime/homes/rent-claim.js';
import type { RegisterChange, RegisterRecords, StepMoment } from '../../runtime/homes/register-step.js';
import type { ReceivedStatement } from '../../runtime/hearing-statement.js';
import type { JsonObject } from '../../shared/json.js';

/** A step that was decided: on which records, with what, and when. */
export interface DecidedStep {
  readonly before: RegisterRecords;
  readonly changes: readonly RegisterChange[];
  readonly moment: StepMoment;
}

/** A line of history, and what it is about. */
export interface HistoryLine extends HistoryRow {
  readonly register: HistoryRegister;
  readonly record: string;
}

/** Everything that a step leaves in the tables. */
export interface RowsOfStep {
  readonly history: readonly HistoryLine[];
  readonly buildings: readonly BuildingRecord[];
  readonly homes: readonly HomeRecord[];
  readonly reservations: readonly (Reservation & { readonly home: string })[];
  readonly tenancies: readonly (Tenancy & { readonly home: string })[];
  readonly claims: readonly (RentClaim & { readonly changedAt: string })[];
  readonly repairs: readonly Repair[];
  readonly gaps: readonly AgreementGap[];
  readonly reports: readonly SafetyReport[];
  readonly meetings: readonly ResidentsMeeting[];
  readonly items: readonly AgendaItem[];
  readonly statements: readonly ReceivedStatement[];
}

/** The rows of a step: each record, reservation and lease once, as it is at the end. */
export function rowsOfStep({ before, changes, moment }: DecidedStep): RowsOfStep {
  const history: HistoryLine[] = [];
  let records = before;
  for (const change of changes) {
    records = evolveRecords(records, change);
    history.push(...historyOf(records, change, moment));
  }
  const ids = (register: HistoryLine['register']) =>
    new Set(history.flatMap((line) => (line.register === register ? line.record : [])));
  const [buildings, homes] = [ids('building'), ids('home')];
  return {
    history,
    buildings: [...records.buildings.values()].filter(({ id }) => buildings.has(id)),
    homes: [...records.homes.values()].filter(({ id }) => homes.has(id)),
    reservations: lastOfEach(
      changes.flatMap((change) => ('reservation' in change ? [{ ...change.reservation, home: change.home }] : [])),
    ),
    tenancies: lastOfEach(
      changes.flatMap((change) => ('tenancy' in change ? [{ ...change.tenancy, home: change.home }] : [])),
    ),
    claims: lastOfEach(
      changes.flatMap((change) => ('claim' in change ? [{ ...change.claim, changedAt: moment.at }] : [])),
    ),
    repairs: lastOfEach(changes.flatMap((change) => ('repair' in change ? [change.repair] : []))),
    gaps: changes.flatMap((change) => ('gap' in change ? [change.gap] : [])),
    meetings: lastOfEach(changes.flatMap((change) => ('meeting' in change ? [change.meeting] : []))),
    items: lastOfEach(changes.flatMap((change) => ('item' in change ? [change.item] : []))),
    statements: changes.flatMap((change) => ('statement' in change ? [change.statement] : [])),
    reports: lastOfEach(changes.flatMap((change) => ('report' in change ? [change.report] : []))),
  };
}

// Repairs and holes in agreements are rows that tell of themselves.
function historyOf(records: RegisterRecords, change: RegisterChange, moment: StepMoment): readonly HistoryLine[] {
  const { at, actor, processInstanceId } = moment;
  const said = { at, actor, change: change.change, ...(processInstanceId && { decidedIn: processInstanceId }) };
  if ('home' in change) {
    const { change: _word, home: record, ...content } = change;
    const revision = records.homes.get(record)?.revision ?? 0;
    return [{ register: 'home', record, revision, content: plain(content), ...said }];
  }
  if ('claim' in change) {
    const { id: record, revision, ...content } = change.claim;
    return [{ register: 'rent', record, revision, content: plain(content), ...said }];
  }
  if ('meeting' in change) {
    const { id: record, revision, ...content } = change.meeting;
    return [{ register: 'residents-meeting', record, revision, content: plain(content), ...said }];
  }
  if ('report' in change) {
    const { id: record, revision, ...content } = change.report;
    return [{ register: 'safety-report', record, revision, content: plain(content), ...said }];
  }
  if (!('building' in change)) return [];
  const { change: _word, building: record, ...content } = change;
  const revision = records.buildings.get(record)?.revision ?? 0;
  return [{ register: 'building', record, revision, content: plain(content), ...said }];
}

const plain = (content: object): JsonObject => JSON.parse(JSON.stringify(content));

/** A statement cannot write one row twice: the last word on each counts. */
const lastOfEach = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
