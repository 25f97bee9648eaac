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
} as const satisfies Readonly<Record<string, readonly DataKind[]>>;

/** A table that the database guards by role. */
export type GuardedTable = keyof typeof guardedTables;

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

/** What a role may be shown of a table, by the widest of its cells. */
export function rowsFor(role: Role, table: GuardedTable): Rows {
  const rows = guardedTables[table].map((data) => rowsOf[cellOf(role, data)]);
  return (['all', 'own', 'shared'] as const).find((wide) => rows.includes(wide)) ?? 'none';
}

/** The function by which the database knows which roles may be shown all rows of a table, as a migration has to say it. */
export function rowAccessSql(): string {
  const tables = Object.keys(guardedTables).filter(isGuarded);
  const lines = tables.map((table) => {
    const all = roles.filter((role) => rowsFor(role, table) === 'all');
    return `    WHEN '${table}' THEN '{system,${all.join(',')}}'::text[]`;
  });
  return [
    'CREATE OR REPLACE FUNCTION boligflyt_shows_all(guarded text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$',
    `  SELECT current_setting('app.reader_roles', true) IS NULL`,
    `    OR coalesce(string_to_array(current_setting('app.reader_roles', true), ',') && CASE guarded`,
    ...lines,
    '  END, false)',
    '$$;',
    '',
  ].join('\n');
}

const isGuarded = (table: string): table is GuardedTable => table in guardedTables;
