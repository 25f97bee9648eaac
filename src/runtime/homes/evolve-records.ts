import { unreachable } from '../../shared/unreachable.js';
import type { BuildingRecord } from './building-record.js';
import type { HomeRecord } from './home-record.js';
import type { RegisterChange, RegisterRecords } from './register-step.js';

/** The records after a change. The revision of what it is about counts one more; what is new begins at 1. */
export function evolveRecords(records: RegisterRecords, change: RegisterChange): RegisterRecords {
  const building = buildingAfter(records, change);
  const home = homeAfter(records, change);
  return {
    buildings: building === undefined ? records.buildings : new Map(records.buildings).set(building.id, building),
    homes: home === undefined ? records.homes : new Map(records.homes).set(home.id, home),
    claims: 'claim' in change ? new Map(records.claims).set(change.claim.id, change.claim) : records.claims,
  };
}

function buildingAfter({ buildings }: RegisterRecords, change: RegisterChange): BuildingRecord | undefined {
  if (change.change === 'utrygghet') {
    const before = buildings.get(change.report.building);
    // What becomes of a report is no new one.
    return before && change.report.revision === 1 ? { ...before, recentReports: before.recentReports + 1 } : undefined;
  }
  if (!('building' in change)) return undefined;
  const before = buildings.get(change.building);
  const { freeze, freezeProposedAt, recentReports = 0 } = before ?? {};
  const kept = { id: change.building, revision: (before?.revision ?? 0) + 1, recentReports };
  if (change.change === 'bygg-fort')
    return { ...change.facts, ...kept, ...(freeze && { freeze }), ...(freezeProposedAt && { freezeProposedAt }) };
  if (before === undefined) return undefined;

  const { freeze: _freeze, freezeProposedAt: _proposed, ...bare } = before;
  switch (change.change) {
    case 'bemanning-endret':
      return { ...before, ...kept };
    case 'frys-foreslatt':
      return { ...before, ...kept, freezeProposedAt: change.at };
    case 'frosset':
      return { ...bare, ...kept, freeze: change.freeze };
    case 'ikke-frosset':
      return { ...bare, ...kept };
    default:
      return unreachable(change);
  }
}

function homeAfter({ homes }: RegisterRecords, change: RegisterChange): HomeRecord | undefined {
  if (!('home' in change)) return undefined;
  const before = homes.get(change.home);
  const revision = (before?.revision ?? 0) + 1;
  if (change.change === 'bolig-fort') {
    const { reservation, tenancy, vacantSince = change.vacantSince } = before ?? {};
    const holds = { ...(reservation && { reservation }), ...(tenancy && { tenancy }) };
    return { ...change.facts, id: change.home, revision, ...holds, ...(tenancy ? {} : { vacantSince }) };
  }
  if (before === undefined) return undefined;

  const { reservation: _reservation, ...unreserved } = before;
  const { tenancy: _tenancy, vacantSince: _since, ...empty } = before;
  switch (change.change) {
    case 'reservert':
      return { ...before, revision, reservation: change.reservation };
    case 'frigitt':
      return { ...unreserved, revision };
    case 'utleid':
    case 'leie-endret':
      return { ...empty, revision, tenancy: change.tenancy };
    case 'fraflyttet':
      return { ...empty, revision, vacantSince: change.tenancy.endedOn ?? change.tenancy.fromOn };
    default:
      return unreachable(change);
  }
}
