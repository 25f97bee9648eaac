import type { BuildingFacts } from '../../runtime/homes/building-record.js';
import type { RegisterChange, RegisterStep } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import { factsOfBuilding } from './keep-homes.js';
import { refuse } from './refuse.js';
import { sameFacts } from './same-facts.js';
import { spokenOf, type FileError } from './table-file.js';

/** A building of a file, and the row that it stands in. */
export interface ImportedBuilding {
  readonly line: number;
  readonly id: Id<'Building'>;
  readonly facts: Omit<BuildingFacts, 'synthetic'>;
  /** The columns that its row has; what it has none for stays as it was. */
  readonly names: readonly string[];
}

/** Enters the buildings that the register does not have and corrects those that it has: every row of the file, or none. */
export const importBuildings = (rows: readonly ImportedBuilding[]): RegisterStep => ({
  buildings: rows.map(({ id }) => id),
  decide: ({ buildings }) => {
    const errors = doubled(rows);
    if (errors.length > 0) return refuse('register-input', 'fil', { errors });

    const counts = { entered: 0, changed: 0, unchanged: 0 };
    const changes = rows.flatMap(({ id: building, facts, names }): readonly RegisterChange[] => {
      const record = buildings.get(building);
      const before = record && factsOfBuilding(record);
      const kept = { ...spokenOf(before, facts, names), synthetic: before?.synthetic ?? false };
      const isSame = before !== undefined && sameFacts(before, kept);
      counts[isSame ? 'unchanged' : before === undefined ? 'entered' : 'changed'] += 1;
      return isSame ? [] : [{ change: 'bygg-fort', building, facts: kept }];
    });
    return { ok: true, changes, gives: counts };
  },
});

function doubled(rows: readonly ImportedBuilding[]): readonly FileError[] {
  const firstAt = new Map(rows.map(({ id, line }) => [id, line] as const).toReversed());
  return rows.flatMap(({ line, id }) =>
    firstAt.get(id) === line ? [] : [{ path: `rad ${line}, id`, message: `«${id}» står to ganger i fila.` }],
  );
}
