import { localDateOf } from '../../engine/index.js';
import type { BuildingFacts, BuildingRecord } from '../../runtime/homes/building-record.js';
import type { HomeFacts, HomeRecord } from '../../runtime/homes/home-record.js';
import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import { corrected, type Correction } from './correction.js';
import { refuse } from './refuse.js';

/** Enters a building that the register does not have. */
export const enterBuilding = (building: Id<'Building'>, facts: BuildingFacts): RegisterStep => ({
  buildings: [building],
  decide: ({ buildings }) =>
    buildings.has(building)
      ? refuse('record-exists', building)
      : { ok: true, changes: [{ change: 'bygg-fort', building, facts }], gives: { id: building, revision: 1 } },
});

/** Corrects a building that somebody has seen as `revision`. */
export const correctBuilding = (
  building: Id<'Building'>,
  revision: number,
  correction: Correction<BuildingFacts>,
): RegisterStep => ({
  buildings: [building],
  decide: ({ buildings }) => {
    const before = buildings.get(building);
    if (before === undefined) return refuse('record-not-found', building);
    if (before.revision !== revision) return refuse('stale-record', building);
    const facts = corrected(factsOfBuilding(before), correction);
    return {
      ok: true,
      changes: [{ change: 'bygg-fort', building, facts }],
      gives: { id: building, revision: revision + 1 },
    };
  },
});

/** Enters a home in a building of the register. It is vacant from the day that it is entered. */
export const enterHome = (home: Id<'Home'>, facts: HomeFacts): RegisterStep => ({
  homes: [home],
  buildings: [facts.building],
  decide: ({ homes, buildings }, { at }) => {
    if (homes.has(home)) return refuse('record-exists', home);
    if (!buildings.has(facts.building)) return refuse('record-not-found', facts.building, unknownBuilding);
    const changes = [{ change: 'bolig-fort', home, facts, vacantSince: localDateOf(at) }] as const;
    return { ok: true, changes, gives: { id: home, revision: 1 } };
  },
});

/** Corrects a home that somebody has seen as `revision`. A home that is let or reserved cannot go out of use. */
export const correctHome = (home: Id<'Home'>, revision: number, correction: Correction<HomeFacts>): RegisterStep => ({
  homes: [home],
  buildings: correction.building === undefined ? [] : [correction.building],
  decide: ({ homes, buildings }, { at }) => {
    const before = homes.get(home);
    if (before === undefined) return refuse('record-not-found', home);
    if (before.revision !== revision) return refuse('stale-record', home);
    const facts = corrected(factsOfHome(before), correction);
    if (!buildings.has(facts.building)) return refuse('record-not-found', facts.building, unknownBuilding);
    if (facts.status === 'utgatt' && isHeld(before)) return refuse('dwelling-taken', home);
    const changes = [{ change: 'bolig-fort', home, facts, vacantSince: localDateOf(at) }] as const;
    return { ok: true, changes, gives: { id: home, revision: revision + 1 } };
  },
});

const unknownBuilding = { detail: 'Bygget finnes ikke i registeret.' };

/** Whether somebody lives in a home or is to. */
export const isHeld = ({ reservation, tenancy }: HomeRecord): boolean =>
  reservation !== undefined || tenancy !== undefined;

/** What people keep of a home, without what the register itself knows. */
export function factsOfHome(record: HomeRecord): HomeFacts {
  const { id: _id, revision: _revision, vacantSince: _since, reservation: _reserved, tenancy: _let, ...facts } = record;
  return facts;
}

/** What people keep of a building, without what the register itself knows. */
export function factsOfBuilding(record: BuildingRecord): BuildingFacts {
  const {
    id: _id,
    revision: _revision,
    freeze: _freeze,
    freezeProposedAt: _proposed,
    recentReports: _reports,
    ...facts
  } = record;
  return facts;
}
