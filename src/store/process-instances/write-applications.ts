import { isLocalDate, localDateOf } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { enterInJournal } from '../cases/journal-entry.js';
import type { Statement } from '../with-tenant.js';
import type { Change } from './change.js';

/** What a start event says of itself when a case that begins there is an application. */
export const applicationRegister = 'soknad';

/** Writes the applications among cases that begin, and enters them in the journal register: one is there exactly when its case is. */
export const applicationStatements = (tenant: TenantId, changes: readonly Change[]): readonly Statement[] =>
  changes.filter(isApplication).map((change) => ({
    name: 'insert-application',
    text,
    values: [tenant, ...valuesOf(change)],
  }));

// A case that another one calls, such as one after an appeal, is the same application once more.
const isApplication = ({ before, after, facts }: Change): boolean =>
  before === undefined &&
  after.caller === undefined &&
  Object.values(facts.hints).some(({ register }) => register === applicationRegister);

const text = `
  with written as (
    insert into application (tenant, id, person, asked_for, received_on, received_by, belongs_to, forwarded_at, registered_by, registered_at)
    values ($1, $2, $3, $4, $5::date, $6, $7, $8, $9, $10)
    returning tenant, id, received_on, (registered_at at time zone 'Europe/Oslo')::date as registered_on),
  entry as (
    select tenant, 'I' as kind, $11::text as title, 'soknad' as document_type, registered_on as journaled_on, received_on as dated_on,
      id as instance, null::text as letter, null::text as sent_by, null::text as correspondent
    from written),
  ${enterInJournal}`;

function valuesOf({ command, after, facts }: Change): readonly unknown[] {
  const { at, actor } = command;
  const said = variablesOf(after);
  const belongsTo = facts.readers[0] ?? '';
  const receivedBy = textOf(said['mottattAv']) ?? belongsTo;
  const receivedOn = textOf(said['mottattOn']);
  return [
    ...[after.id, after.subject ?? null, after.definition.key],
    receivedOn !== undefined && isLocalDate(receivedOn) ? receivedOn : localDateOf(at),
    ...[receivedBy, belongsTo, receivedBy === belongsTo ? null : at, actor.id, at],
    `Søknad: ${facts.name}`,
  ];
}

const variablesOf = ({ elements, finalVariables }: Change['after']): JsonObject =>
  [...elements.values()].find(({ parentId }) => parentId === undefined)?.variables ?? finalVariables ?? {};

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
