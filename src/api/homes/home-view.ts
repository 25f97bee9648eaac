import type { BuildingView, HomeView } from '../../contract/home.contract.js';
import { mayFreeze, mayKeepHomes, mayKnowWhoLivesThere } from '../../cases/homes/may-use-homes.js';
import type { Actor } from '../../engine/index.js';
import type { BuildingRow } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';

/** A building for a reader. */
export function buildingView(row: BuildingRow, reader: Actor): BuildingView {
  const { freeze, freezeProposedAt, groups, repairRules, constraints, ...building } = row;
  const plain = Object.entries(constraints).map(([name, value]) => [name, String(value)]);
  return {
    ...building,
    groups: [...groups],
    repairRules: [...repairRules],
    constraints: Object.fromEntries(plain),
    freeze: freeze ?? null,
    freezeProposedAt: freezeProposedAt ?? null,
    mayChange: mayKeepHomes(reader) || mayFreeze(reader),
  };
}

/** A home for a reader; who lives there, or is to, only for those who may know. */
export function homeView(record: HomeRecord, reader: Actor): HomeView {
  const { reservation, tenancy, vacantSince, egenskaper, ...home } = record;
  const named = <Person>(person: Person | undefined) => (mayKnowWhoLivesThere(reader) ? (person ?? null) : null);
  return {
    ...home,
    egenskaper: [...egenskaper],
    vacantSince: vacantSince ?? null,
    availability: availabilityOf(record),
    boligreservasjon:
      reservation === undefined
        ? null
        : {
            id: reservation.id,
            person: named(reservation.person),
            reservedAt: reservation.reservedAt,
            untilOn: reservation.untilOn ?? null,
            processInstanceId: named(reservation.decidedIn),
          },
    leieforhold:
      tenancy === undefined
        ? null
        : {
            id: tenancy.id,
            person: named(tenancy.person),
            fromOn: tenancy.fromOn,
            toOn: tenancy.toOn ?? null,
            leavesOn: tenancy.leavesOn ?? null,
            rent: tenancy.rent ?? null,
          },
  };
}

function availabilityOf({ status, reservation, tenancy }: HomeRecord): HomeView['availability'] {
  if (tenancy !== undefined) return 'utleid';
  if (reservation !== undefined) return 'reservert';
  return status === 'i-bruk' ? 'ledig' : 'ute-av-bruk';
}
