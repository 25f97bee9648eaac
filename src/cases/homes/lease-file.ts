import type { HomeRecord, Tenancy } from '../../runtime/homes/home-record.js';
import type { JsonObject } from '../../shared/json.js';
import { withoutUndefined } from '../../shared/without-undefined.js';
import type { FileColumns } from './table-file.js';

/** The columns of a file of leases; amounts are whole kroner a month, dates ISO 8601. */
export const leaseColumns: FileColumns = {
  id: 'text',
  home: 'text',
  homeName: 'text',
  person: 'text',
  personName: 'text',
  fromOn: 'text',
  toOn: 'text',
  rent: 'number',
  moveRequestedOn: 'text',
  leavesOn: 'text',
  endedOn: 'text',
  endReason: 'text',
};

/** What a file says of a lease that somebody has now, for export. */
export function rowOfLease(home: HomeRecord, lease: Tenancy, personName: string): JsonObject {
  const { id, person, fromOn, toOn, rent, moveRequestedOn, leavesOn } = lease;
  const where = { id, home: home.id, homeName: home.name, person, personName };
  return withoutUndefined({ ...where, fromOn, toOn, rent, moveRequestedOn, leavesOn });
}
