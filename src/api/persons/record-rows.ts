import type { PersonRecord } from '../../contract/person-record.contract.js';
import type { Json } from '../../shared/json.js';

type Row = readonly [part: string, number: string, field: string, value: string];

/** What is registered about a person as rows: the part, which of several it is, the field, and what stands there. */
export const recordRows = (record: PersonRecord): readonly Row[] => [
  ['part', 'number', 'field', 'value'],
  ...Object.entries(record).flatMap(([part, value]) => rowsOf(part, value)),
];

function rowsOf(part: string, value: Json): readonly Row[] {
  if (!Array.isArray(value)) return fieldsOf(value).map(([field, text]): Row => [part, '', field, text]);
  return value.flatMap((item: Json, at) =>
    fieldsOf(item).map(([field, text]): Row => [part, String(at + 1), field, text]),
  );
}

/** The fields of something, those inside of others by the way to them: `claims.1.amount`. */
function fieldsOf(value: Json, way = ''): readonly (readonly [field: string, text: string])[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [[way, String(value)]];
  const inside = Array.isArray(value)
    ? value.map((item: Json, at) => [String(at + 1), item] as const)
    : Object.entries(value);
  return inside.flatMap(([name, item]) => fieldsOf(item, way === '' ? name : `${way}.${name}`));
}
