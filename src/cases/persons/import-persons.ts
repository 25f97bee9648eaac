import type { KnownPersons, PersonFileChanges } from '../../runtime/person-file-ports.js';
import type { PersonDetails, RegisteredPerson } from '../../runtime/person-ports.js';
import type { Id } from '../../shared/id.js';
import { sameFacts } from '../homes/same-facts.js';
import { spokenOf, type FileError } from '../homes/table-file.js';

/** A person of a file, and the row that they stand in. */
export interface ImportedPerson {
  readonly line: number;
  /** Who it is, where the file says. */
  readonly known?: Id<'Actor'>;
  /** The id of somebody who has none yet. */
  readonly newId: Id<'Actor'>;
  readonly details: Omit<PersonDetails, 'protection'>;
  /** The columns that the row has; what it has none for stays as it was. */
  readonly names: readonly string[];
}

/** What a file of persons does, with how many of each; or everything that is wrong with it. */
export type PersonFileDecision =
  | {
      readonly ok: true;
      readonly changes: PersonFileChanges;
      readonly counts: { readonly entered: number; readonly changed: number; readonly unchanged: number };
    }
  | { readonly ok: false; readonly errors: readonly FileError[] };

/**
 * Registers the persons that nobody knows and corrects those that are known: every row of the file, or none. Somebody of the same name and
 * day of birth is known already, and is named by id. Who has a protected address is changed by hand only.
 */
export function importPersons(rows: readonly ImportedPerson[], known: KnownPersons): PersonFileDecision {
  const errors = [...doubled(rows), ...rows.flatMap((row) => wrongIn(row, known))];
  if (errors.length > 0) return { ok: false, errors };

  const entered: RowOf[] = [];
  const changed: RowOf[] = [];
  for (const row of rows) {
    const before = row.known && known.byId.get(row.known);
    if (before === undefined) entered.push({ ...row.details, protection: 'none', id: row.known ?? row.newId });
    else if (!sameFacts(detailsOf(before), saidOf(before, row)))
      changed.push({ ...saidOf(before, row), id: before.id });
  }
  const unchanged = rows.length - entered.length - changed.length;
  return {
    ok: true,
    changes: { entered, changed },
    counts: { entered: entered.length, changed: changed.length, unchanged },
  };
}

type RowOf = PersonDetails & { readonly id: Id<'Actor'> };

const detailsOf = ({ id: _id, revision: _revision, representatives: _others, ...details }: RegisteredPerson) => details;

const saidOf = (before: RegisteredPerson, { details, names }: ImportedPerson): PersonDetails =>
  spokenOf<PersonDetails>(detailsOf(before), { ...details, protection: before.protection }, names);

function wrongIn({ line, known: id, details }: ImportedPerson, known: KnownPersons): readonly FileError[] {
  const before = id && known.byId.get(id);
  if (before !== undefined && before.protection !== 'none')
    return [{ path: `rad ${line}, id`, message: `«${id}» kan ikke rettes i en fil.` }];
  const { name, bornOn } = details;
  const namesake = known.namesakes.find((one) => bornOn !== undefined && one.name === name && one.bornOn === bornOn);
  if (before !== undefined || namesake === undefined) return [];
  const message = `${name}, født ${bornOn}, er registrert. Skriv id-en: «${namesake.id}».`;
  return [{ path: `rad ${line}, id`, message }];
}

function doubled(rows: readonly ImportedPerson[]): readonly FileError[] {
  const seen = new Set<string>();
  return rows.flatMap(({ line, known, details: { name, bornOn } }) => {
    const who = known ?? (bornOn === undefined ? undefined : `${name}, født ${bornOn}`);
    if (who === undefined) return [];
    const isDouble = seen.has(who);
    seen.add(who);
    return isDouble ? [{ path: `rad ${line}, id`, message: `${who} står to ganger i fila.` }] : [];
  });
}
