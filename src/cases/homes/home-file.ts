import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { JsonObject } from '../../shared/json.js';
import { factsOfHome } from './keep-homes.js';
import type { FileColumns } from './table-file.js';

/** The columns of a file of homes. Those that Kobo has are called as in Kobo's Bolig API. */
export const homeColumns: FileColumns = {
  id: 'text',
  building: 'text',
  name: 'text',
  koboId: 'text',
  fdvuBoligId: 'text',
  boligtype: 'text',
  egenskaper: 'list',
  antallSoverom: 'number',
  bruksareal: 'number',
  etasjenummer: 'number',
  disposisjonsform: 'text',
  erBofellesskap: 'boolean',
  erTilgjengeligForRullestolbruker: 'boolean',
  leiekostnad: 'number',
  leieTilEiePotensial: 'boolean',
  status: 'text',
  source: 'text',
};

/** What a file says of a home, for export. */
export function rowOfHome(record: HomeRecord): JsonObject {
  const facts: JsonObject = JSON.parse(JSON.stringify({ id: record.id, ...factsOfHome(record) }));
  return Object.fromEntries(
    Object.keys(homeColumns).flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])),
  );
}
