import { localDateOf } from '../../engine/index.js';
import type { HomeFacts } from '../../runtime/homes/home-record.js';
import type { RegisterChange, RegisterRecords, RegisterStep } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import { factsOfHome, isHeld } from './keep-homes.js';
import { refuse } from './refuse.js';
import { sameFacts } from './same-facts.js';
import { spokenOf, type FileError } from './table-file.js';

/** A home of a file, and the row that it stands in. */
export interface ImportedHome {
  readonly line: number;
  readonly id: Id<'Home'>;
  readonly facts: Omit<HomeFacts, 'synthetic'>;
  /** The columns that its row has; what it has none for stays as it was. */
  readonly names: readonly string[];
}

/** Enters the homes that the register does not have and corrects those that it has: every row of the file, or none. */
export const importHomes = (rows: readonly ImportedHome[]): RegisterStep => ({
  homes: rows.map(({ id }) => id),
  buildings: [...new Set(rows.map(({ facts }) => facts.building))],
  decide: (records, { at }) => {
    const errors = [...doubled(rows), ...rows.flatMap((row) => wrongIn(records, row))];
    if (errors.length > 0) return refuse('register-input', 'fil', { errors });

    const counts = { entered: 0, changed: 0, unchanged: 0 };
    const changes = rows.flatMap(({ id: home, facts, names }): readonly RegisterChange[] => {
      const before = records.homes.get(home);
      const said = spokenOf(before && factsOfHome(before), facts, names);
      const kept = { ...said, synthetic: before?.synthetic ?? false };
      const isSame = before !== undefined && sameFacts(factsOfHome(before), kept);
      counts[isSame ? 'unchanged' : before === undefined ? 'entered' : 'changed'] += 1;
      return isSame ? [] : [{ change: 'bolig-fort', home, facts: kept, vacantSince: localDateOf(at) }];
    });
    return { ok: true, changes, gives: counts };
  },
});

function doubled(rows: readonly ImportedHome[]): readonly FileError[] {
  const seen = new Set<string>();
  return rows.flatMap(({ line, id, facts: { koboId } }) =>
    Object.entries({ id, koboId }).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const isDouble = seen.has(`${name}=${value}`);
      seen.add(`${name}=${value}`);
      return isDouble ? [{ path: `rad ${line}, ${name}`, message: `«${value}» står to ganger i fila.` }] : [];
    }),
  );
}

function wrongIn({ homes, buildings }: RegisterRecords, { line, id, facts }: ImportedHome): readonly FileError[] {
  const before = homes.get(id);
  if (!buildings.has(facts.building))
    return [{ path: `rad ${line}, building`, message: `Bygget «${facts.building}» finnes ikke i registeret.` }];
  if (facts.status === 'utgatt' && before !== undefined && isHeld(before))
    return [{ path: `rad ${line}, status`, message: 'Boligen er reservert eller leid ut og kan ikke utgå.' }];
  return [];
}
