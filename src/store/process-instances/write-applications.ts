import { isLocalDate, localDateOf } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Statement } from '../with-tenant.js';
import type { Change } from './change.js';

/** What a start event says of itself when a case that begins there is an application. */
export const applicationRegister = 'soknad';

/** Writes the applications among cases that begin: one is there exactly when its case is. */
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
  insert into application (tenant, id, person, asked_for, received_on, received_by, belongs_to, forwarded_at, registered_by, registered_at)
  values ($1, $2, $3, $4, $5::date, $6, $7, $8, $9, $10)`;

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
  ];
}

const variablesOf = ({ elements, finalVariables }: Change['after']): JsonObject =>
  [...elements.values()].find(({ parentId }) => parentId === undefined)?.variables ?? finalVariables ?? {};

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
