/** How a column of rows is typed in SQL. */
type ColumnType = 'text' | 'text[]' | 'int' | 'bigint' | 'boolean' | 'timestamptz' | 'json' | 'jsonb';

/** The columns of rows that a statement is given, by name. */
export type Columns = Readonly<Record<string, ColumnType>>;

/**
 * Any number of rows as a relation, for `from … as r`; they are given column by column in the parameters from `$first` on, as
 * `valuesByColumn` makes them. PostgreSQL takes a list of JSON objects apart (`json_to_recordset`) at several times the price of
 * writing its rows; arrays cost next to nothing.
 */
export function rowsByColumn(columns: Columns, first: number): string {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const types = Object.values(columns);
  const lists = types.map((type, place) => listAt(first + place, type));
  const typed = types.map(
    (type, place) => `u.${names[place]}${isSentAsText(type) ? `::${type}` : ''} as ${names[place]}`,
  );
  return `(select ${typed.join(', ')} from unnest(${lists.join(', ')}) as u(${names.join(', ')}))`;
}

/** The parameters of `rowsByColumn`: one for each column. What a row lacks is null. */
export const valuesByColumn = (columns: Columns, rows: readonly object[]): readonly string[] =>
  Object.entries(columns).map(([name, type]) => (isJson(type) ? linesOf(rows, name) : arrayOf(rows, name)));

const isSentAsText = (type: ColumnType): boolean => isJson(type) || type === 'text[]';
const isJson = (type: ColumnType): boolean => type === 'json' || type === 'jsonb';

// JSON text holds no line feed, so that lines need none of the escapes of an array. An empty line is no JSON, and means null.
const listAt = (place: number, type: ColumnType): string =>
  isJson(type) ? `string_to_array($${place}::text, E'\\n', '')` : `$${place}::${type === 'text[]' ? 'text' : type}[]`;

function linesOf(rows: readonly object[], name: string): string {
  const lines = rows.map((row) => {
    const value: unknown = Reflect.get(row, name);
    return value === undefined || value === null ? '' : JSON.stringify(value);
  });
  return lines.join('\n');
}

// Built up as text: this is a tenth of what a command costs, and lists in between would double it.
function arrayOf(rows: readonly object[], name: string): string {
  let text = '{';
  for (const row of rows) text += `${text.length === 1 ? '' : ','}${element(Reflect.get(row, name))}`;
  return `${text}}`;
}

function element(value: unknown): string {
  if (value === undefined || value === null) return 'NULL';
  return quoted(Array.isArray(value) ? `{${value.map(element).join(',')}}` : String(value));
}

const special = /["\\]/;
const quoted = (text: string): string => `"${special.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
