import type { BuildingRow } from '../../../runtime/homes/home-ports.js';
import type { JsonObject } from '../../../shared/json.js';

/** The buildings of the register, with how many homes are free in each. */
export type Vacancies = readonly Pick<BuildingRow, 'id' | 'name' | 'free' | 'freeze' | 'status' | 'groups'>[];

/** The buildings among them in which homes may be given to people now. */
export const freeIn = (vacancies: Vacancies): Vacancies =>
  vacancies.filter(({ free, freeze, status }) => free > 0 && freeze === undefined && status === 'i-bruk');

/** Why a building is not for somebody, by what their order (bestilling) says. */
export type Mismatch = 'annet-bygg' | 'annen-gruppe';

/** Why homes in a building are not for somebody with this need; undefined where nothing that is known speaks against it. */
export function mismatchOf(
  { id, groups }: { readonly id: string; readonly groups: readonly string[] },
  { boliggruppe, bygg }: JsonObject,
): Mismatch | undefined {
  if (typeof bygg === 'string' && bygg !== '' && bygg !== id) return 'annet-bygg';
  const isFor = typeof boliggruppe !== 'string' || boliggruppe === 'annet' || groups.includes(boliggruppe);
  return isFor ? undefined : 'annen-gruppe';
}

/**
 * Whether some home that may be given to people now is for the group that somebody's order (bestilling) names; null where the order
 * names none or the register has no building. Who lives there already is for people to weigh.
 */
export function fitsIn(vacancies: Vacancies, { boliggruppe }: JsonObject): boolean | null {
  if (typeof boliggruppe !== 'string' || vacancies.length === 0) return null;
  return freeIn(vacancies).some((building) => mismatchOf(building, { boliggruppe }) === undefined);
}
