import type { TenantId } from '../../runtime/ports.js';
import type { Statement } from '../with-tenant.js';
import type { Change } from './change.js';

/** Writes that people are not impartial towards those whom tasks are about that they gave back. */
export function partialityStatements(tenant: TenantId, changes: readonly Change[]): readonly Statement[] {
  const rows = changes.flatMap(({ request: { declares }, command }) =>
    declares === undefined || command.type !== 'RejectUserTask'
      ? []
      : [{ person: declares.person, actor: command.actor.id, at: command.at }],
  );
  return rows.length === 0 ? [] : [{ name: 'insert-partiality', text, values: [tenant, JSON.stringify(rows)] }];
}

const text = `
  insert into declared_partiality (tenant, actor, person, at)
  select $1, actor, person, at from json_to_recordset($2) as w(actor text, person text, at timestamptz)`;
