import type { BuildingRow } from '../../../runtime/homes/home-ports.js';
import type { JsonObject } from '../../../shared/json.js';

/** The buildings of the register, with how many homes are free in each. */
export type Vacancies = readonly Pick<BuildingRow, 'free' | 'freeze' | 'status' | 'groups'>[];

/** The buildings among them in which homes may be given to people now. */
export const freeIn = <Row extends Vacancies[number]>(vacancies: readonly Row[]): readonly Row[] =>
  vacancies.filter(({ free, freeze, status }) => free > 0 && freeze === undefined && status === 'i-bruk');

/**
 * Whether some home that may be given to people now is for the group that somebody's order (bestilling) names; null where the order
 * names none or the register has no building. Who lives there already is for people to weigh.
 */
export function fitsIn(vacancies: Vacancies, { boliggruppe }: JsonObject): boolean | null {
  if (typeof boliggruppe !== 'string' || vacancies.length === 0) return null;
  return freeIn(vacancies).some(({ groups }) => boliggruppe === 'annet' || groups.includes(boliggruppe));
}
