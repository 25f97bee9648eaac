import { localDateOf } from '../../engine/index.js';
import type { Tenancy } from '../../runtime/homes/home-record.js';
import type { RegisterChange, RegisterRecords, RegisterStep, StepMoment } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import { letHome } from './let-homes.js';
import { refuse } from './refuse.js';
import { sameFacts } from './same-facts.js';
import { spokenOf, type FileError } from './table-file.js';

/** A lease of a file, and the row that it stands in. */
export interface ImportedLease {
  readonly line: number;
  readonly home: Id<'Home'>;
  /** The lease that it is, where the file says which. */
  readonly known?: Id<'Tenancy'>;
  /** The id that it gets where it is new. */
  readonly newId: Id<'Tenancy'>;
  readonly lease: Omit<Tenancy, 'id' | 'decidedIn' | 'navReservedOn'>;
  /** The columns that its row has; what it has none for stays as it was. */
  readonly names: readonly string[];
}

/** What a row does: begins a lease, changes or ends one, or nothing; or what is wrong with it. */
type Outcome =
  | { readonly kind: 'entered' | 'changed' | 'unchanged'; readonly changes: readonly RegisterChange[] }
  | { readonly kind: 'wrong'; readonly errors: readonly FileError[] };

/**
 * Begins the leases that homes do not have, and brings those that they have up to date: rent, when the tenant was asked to move or moves, and
 * that it is over. Every row of the file, or none. Who rents, from when and for how long is a contract, and is not changed by a file.
 */
export const importLeases = (rows: readonly ImportedLease[]): RegisterStep => ({
  homes: rows.map(({ home }) => home),
  decide: (records, moment) => {
    const firstOf = new Map(rows.map(({ home, line }) => [home, line] as const).toReversed());
    const outcomes = rows.map((row) =>
      firstOf.get(row.home) === row.line
        ? outcomeOf(records, row, moment)
        : wrong(row, 'home', 'Boligen står to ganger i fila.'),
    );
    const errors = outcomes.flatMap((outcome) => (outcome.kind === 'wrong' ? outcome.errors : []));
    if (errors.length > 0) return refuse('register-input', 'fil', { errors });

    const count = (kind: Outcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
    const gives = { entered: count('entered'), changed: count('changed'), unchanged: count('unchanged') };
    return { ok: true, changes: outcomes.flatMap((outcome) => ('changes' in outcome ? outcome.changes : [])), gives };
  },
});

const wrong = ({ line }: ImportedLease, field: string, message: string): Outcome => ({
  kind: 'wrong',
  errors: [{ path: `rad ${line}, ${field}`, message }],
});

function outcomeOf(records: RegisterRecords, row: ImportedLease, moment: StepMoment): Outcome {
  const home = records.homes.get(row.home);
  if (home === undefined) return wrong(row, 'home', `Boligen «${row.home}» finnes ikke i registeret.`);
  const { tenancy } = home;
  if (tenancy !== undefined && isSame(tenancy, row)) return changeOf(tenancy, row, moment);
  if (row.known !== undefined) return wrong(row, 'id', `«${row.known}» er ikke leieforholdet i boligen nå.`);
  if (row.lease.endedOn !== undefined) return wrong(row, 'endedOn', 'Et nytt leieforhold kan ikke være avsluttet.');
  return beginningOf(records, row, moment);
}

// A file that is sent once more finds the leases that it began.
const isSame = ({ id, person, fromOn }: Tenancy, { known, lease }: ImportedLease): boolean =>
  known === undefined ? person === lease.person && fromOn === lease.fromOn : known === id;

const refusals: Readonly<Record<string, string>> = {
  'dwelling-taken': 'Boligen er leid ut, eller holdt av for en annen.',
  'dwelling-unfit': 'Boligen er ikke i bruk.',
};

function beginningOf(records: RegisterRecords, row: ImportedLease, moment: StepMoment): Outcome {
  const { person, fromOn, toOn, rent, moveRequestedOn, leavesOn } = row.lease;
  const terms = { person, fromOn, ...(toOn && { toOn }), ...(rent !== undefined && { rent }) };
  const later = { ...(moveRequestedOn && { moveRequestedOn }), ...(leavesOn && { leavesOn }) };
  const begun = letHome({ ...terms, ...later, home: row.home, id: row.newId }).decide(records, moment);
  if (begun.ok) return { kind: 'entered', changes: begun.changes };
  const { reason, detail } = begun.rejection;
  return wrong(row, 'home', detail ?? refusals[reason] ?? reason);
}

const fixed: readonly (readonly [field: 'person' | 'fromOn' | 'toOn', inWords: string])[] = [
  ['person', 'Leieren'],
  ['fromOn', 'Dagen leieforholdet begynte'],
  ['toOn', 'Dagen leieforholdet slutter'],
];

function changeOf(before: Tenancy, row: ImportedLease, { at }: StepMoment): Outcome {
  const said = { ...spokenOf<ImportedLease['lease']>(before, row.lease, row.names), id: before.id };
  const moved = fixed.flatMap(([field, what]) =>
    said[field] === before[field]
      ? []
      : [{ path: `rad ${row.line}, ${field}`, message: `${what} kan ikke endres i en fil.` }],
  );
  if (moved.length > 0) return { kind: 'wrong', errors: moved };
  if (said.endedOn !== undefined) return endingOf(before, row, localDateOf(at));
  if (sameFacts(before, said)) return { kind: 'unchanged', changes: [] };
  return { kind: 'changed', changes: [{ change: 'leie-endret', home: row.home, tenancy: said }] };
}

function endingOf(before: Tenancy, row: ImportedLease, today: string): Outcome {
  const { endedOn = '', endReason } = row.lease;
  if (endedOn < before.fromOn || endedOn > today)
    return wrong(row, 'endedOn', 'Leieforholdet kan bare slutte mellom innflyttingen og i dag.');
  if (endReason === undefined) return wrong(row, 'endReason', 'Skriv hvorfor leieforholdet er slutt.');
  const tenancy = { ...before, endedOn, endReason };
  return { kind: 'changed', changes: [{ change: 'fraflyttet', home: row.home, tenancy }] };
}
