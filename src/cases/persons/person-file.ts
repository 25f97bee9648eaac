import type { RegisteredPerson } from '../../runtime/person-ports.js';
import type { JsonObject } from '../../shared/json.js';
import { withoutUndefined } from '../../shared/without-undefined.js';
import type { FileColumns } from '../homes/table-file.js';

/** The columns of a file of persons; neither birth numbers nor what protects an address is among them. */
export const personColumns: FileColumns = {
  id: 'text',
  name: 'text',
  bornOn: 'text',
  language: 'text',
  channel: 'text',
  email: 'text',
  phone: 'text',
  address: 'text',
};

/** What a file says of a person, for export. */
export function rowOfPerson(person: RegisteredPerson): JsonObject {
  const { id, name, bornOn, language, channel, email, phone, address } = person;
  return withoutUndefined({ id, name, bornOn, language, channel, email, phone, address });
}
