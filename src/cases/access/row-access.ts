import { cellOf } from './may.js';
import type { Cell, DataKind, Role } from './role-matrix.js';
import { roles } from './role-matrix.js';

/**
 * Which rows of a table a role may ever be shown: all of them, while the guards look at unit and task; those about the reader; those of
 * whom the reader acts for or helps; none.
 */
export type Rows = 'all' | 'own' | 'shared' | 'none';

/** The tables that the database itself guards by role, and the kinds of data that their rows are. */
export const guardedTables = {
  registered_person: ['identity', 'person-register'],
  representative: ['identity', 'person-register'],
  household: ['identity', 'person-register'],
  household_member: ['identity', 'person-register'],
  household_change: ['identity', 'person-register'],
  read_log: ['access-log'],
  case_decision: ['decision'],
  case_record: ['health'],
  letter: ['person-case'],
  incoming_document: ['incoming-document'],
  waiting_list_entry: ['waiting-list'],
  waiting_list_review: ['waiting-list'],
  tenancy: ['lease'],
  rent_claim: ['lease'],
  hearing_statement: ['hearing-statement'],
  repair: ['maintenance'],
  safety_report: ['deviation'],
} as const satisfies Readonly<Record<string, readonly DataKind[]>>;

/** Rows of a guarded table that more roles may be shown: a letter of a case that is no applicant's is read as that case is. */
const guardedParts = {
  other_letter: ['shared-case', 'emergency-access'],
} as const satisfies Readonly<Record<string, readonly DataKind[]>>;

const guarded: Readonly<Record<Guarded, readonly DataKind[]>> = { ...guardedTables, ...guardedParts };

/** What the database guards by role: a table, or some of its rows. */
export type Guarded = keyof typeof guardedTables | keyof typeof guardedParts;

const rowsOf: Readonly<Record<Cell, Rows>> = {
  R: 'all',
  RW: 'all',
  T: 'all',
  // Figures are no rows, and who may only write is shown nothing.
  W: 'none',
  A: 'none',
  '-': 'none',
  OR: 'own',
  OW: 'own',
  S: 'shared',
};

/** What a role may be shown of it, by the widest of its cells. */
export function rowsFor(role: Role, what: Guarded): Rows {
  const rows = guarded[what].map((data) => rowsOf[cellOf(role, data)]);
  return (['all', 'own', 'shared'] as const).find((wide) => rows.includes(wide)) ?? 'none';
}

/** The function by which the database knows which roles may be shown all rows of a table, as a migration has to say it. */
export function rowAccessSql(): string {
  const lines = Object.keys(guarded)
    .filter(isGuarded)
    .map((what) => {
      const all = roles.filter((role) => rowsFor(role, what) === 'all');
      return `    WHEN '${what}' THEN '{system,${all.join(',')}}'::text[]`;
    });
  return [
    'CREATE OR REPLACE FUNCTION boligflyt_shows_all(guarded text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$',
    `  SELECT current_setting('app.reader_roles', true) IS NULL`,
    `    OR (guarded <> 'registered_person' AND current_setting('app.row_access', true) IS NULL)`,
    `    OR coalesce(string_to_array(current_setting('app.reader_roles', true), ',') && CASE guarded`,
    ...lines,
    '  END, false)',
    '$$;',
    '',
  ].join('\n');
}

const isGuarded = (what: string): what is Guarded => what in guarded;
