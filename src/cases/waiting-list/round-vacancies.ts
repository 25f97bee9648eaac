import type { BuildingRow } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import { idOf } from '../../shared/id.js';
import { listOf, objectOf, textOf } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { misfitsOf, type HomeRequirements } from '../homes/home-requirements.js';
import { freeIn } from './priority/fits-vacancy.js';

/** Homes in a building that were free when a round was built, and that are alike in what may be asked of them. */
export interface RoundVacancy {
  readonly building: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly constraints: JsonObject;
  readonly features: readonly string[];
  readonly free: number;
}

/** The free homes as a round keeps them: of each building those that are alike in one line. */
export function vacanciesJson(homes: readonly HomeRecord[], buildings: readonly BuildingRow[]): readonly JsonObject[] {
  const lines = new Map<string, JsonObject & { readonly antall: number }>();
  for (const { id, name, groups, constraints } of freeIn(buildings)) {
    for (const { egenskaper } of homes.filter(({ building, status }) => building === id && status === 'i-bruk')) {
      const features = egenskaper.toSorted();
      const key = JSON.stringify([id, features]);
      const line = { bygg: id, navn: name, grupper: [...groups], vilkar: constraints, egenskaper: features };
      lines.set(key, { ...line, antall: (lines.get(key)?.antall ?? 0) + 1 });
    }
  }
  return [...lines.values()];
}

/** Reads what `vacanciesJson` wrote. */
export const parseVacancies = (kept: Json): readonly RoundVacancy[] => listOf(kept).map(vacancyOf);

/** What speaks against each of them for somebody with this need, by the rules for offers; nothing where one would fit. */
export const matchesOf = (
  rules: HomeRequirements,
  need: JsonObject,
  vacancies: readonly RoundVacancy[],
): readonly { readonly vacancy: RoundVacancy; readonly why: readonly string[] }[] =>
  vacancies.map((vacancy) => {
    const { groups, constraints, features } = vacancy;
    const building = { id: idOf<'Building'>(vacancy.building), groups, constraints };
    return { vacancy, why: misfitsOf(rules, need, { home: { egenskaper: features }, building }) };
  });

function vacancyOf(item: Json): RoundVacancy {
  const { bygg, navn, grupper, vilkar, egenskaper, antall } = objectOf(item);
  return {
    building: textOf(bygg),
    name: textOf(navn),
    groups: textsOf(grupper),
    constraints: objectOf(vilkar),
    features: textsOf(egenskaper),
    free: typeof antall === 'number' ? antall : 0,
  };
}

const textsOf = (value: Json | undefined): readonly string[] =>
  listOf(value).filter((text) => typeof text === 'string');
