import type { BuildingView, HomeView } from '../../contract/home.contract.js';
import { may, mayCount, mayUse } from '../../cases/access/may.js';
import { suppressOne } from '../../cases/figures/suppress.js';
import { mayFreeze, mayKeepHomes } from '../../cases/homes/may-use-homes.js';
import type { Actor } from '../../engine/index.js';
import type { BuildingRow } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { RegisteredPerson } from '../../runtime/person-ports.js';

/** A building for a reader. */
export function buildingView(row: BuildingRow, reader: Actor): BuildingView {
  const { freeze, freezeProposedAt, recentReports, groups, repairRules, constraints, ...building } = row;
  const plain = Object.entries(constraints).map(([name, value]) => [name, String(value)]);
  return {
    ...building,
    groups: [...groups],
    repairRules: [...repairRules],
    constraints: Object.fromEntries(plain),
    recentReports: reportsShown(reader, recentReports),
    freeze: freeze ?? null,
    freezeProposedAt: freezeProposedAt ?? null,
    mayChange: mayKeepHomes(reader) || mayFreeze(reader),
  };
}

function reportsShown(reader: Actor, count: number): number | null {
  if (may(reader, 'read', { data: 'deviation', isOfUnit: true })) return count;
  return mayCount(reader, 'deviation') ? suppressOne(count) : null;
}

/**
 * A home; its lease for those who see leases, and who lives there, or is to, only where they are among those who are `named`: nobody is on
 * a list.
 */
export function homeView(
  record: HomeRecord,
  reader: Actor,
  named: readonly Pick<RegisteredPerson, 'id' | 'name'>[] = [],
): HomeView {
  const { reservation, tenancy, vacantSince, egenskaper, ...home } = record;
  const said = (person: string | undefined) => {
    const one = named.find(({ id }) => id === person);
    return { person: one?.id ?? null, personName: one?.name ?? null };
  };
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
            ...said(reservation.person),
            reservedAt: reservation.reservedAt,
            untilOn: reservation.untilOn ?? null,
            processInstanceId: reservation.decidedIn ?? null,
          },
    leieforhold:
      tenancy === undefined || !mayUse(reader, 'read', 'lease')
        ? null
        : {
            id: tenancy.id,
            ...said(tenancy.person),
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
