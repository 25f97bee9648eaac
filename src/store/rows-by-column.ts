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
  Object.entries(columns).map(([name, type]) => listOf(type, rows.map(valueAt(name))));

const isSentAsText = (type: ColumnType): boolean => isJson(type) || type === 'text[]';
const isJson = (type: ColumnType): boolean => type === 'json' || type === 'jsonb';

// JSON text holds no line feed, so that lines need none of the escapes of an array. An empty line is no JSON, and means null.
const listAt = (place: number, type: ColumnType): string =>
  isJson(type) ? `string_to_array($${place}::text, E'\\n', '')` : `$${place}::${type === 'text[]' ? 'text' : type}[]`;

const valueAt =
  (name: string) =>
  (row: object): unknown => {
    const value: unknown = Reflect.get(row, name);
    return value;
  };

function listOf(type: ColumnType, values: readonly unknown[]): string {
  if (isJson(type)) return values.map((value) => (value == null ? '' : JSON.stringify(value))).join('\n');
  return arrayLiteral(values);
}

const arrayLiteral = (values: readonly unknown[]): string => `{${values.map(element).join(',')}}`;

function element(value: unknown): string {
  if (value === undefined || value === null) return 'NULL';
  const text = Array.isArray(value) ? arrayLiteral(value) : String(value);
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
}
