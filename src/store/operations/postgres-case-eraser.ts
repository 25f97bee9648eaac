import type pg from 'pg';
import type { CaseEraser, DeletedCaseRow, Erasure, ErasureOutcome } from '../../runtime/operations/operation-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';

type StoredRow = Omit<DeletedCaseRow, 'endedAt'> & { readonly endedAt: string | null };

/** Deletes ended cases by the one function of the database that may. */
export class PostgresCaseEraser implements CaseEraser {
  constructor(private readonly pool: pg.Pool) {}

  async erase(tenant: TenantId, erasure: Erasure): Promise<ErasureOutcome> {
    const { processInstanceId, actor, reason, request } = erasure;
    const [row] = await queryInTenant<{ outcome: ErasureOutcome }>(this.pool, tenant, {
      text: 'select boligflyt_delete_case($1, $2, $3, $4) as outcome',
      values: [processInstanceId, actor, reason, request],
    });
    if (row === undefined) throw new Error('Expected the database to say what became of the case');
    return row.outcome;
  }

  async deleted(tenant: TenantId): Promise<readonly DeletedCaseRow[]> {
    const rows = await queryInTenant<StoredRow>(this.pool, tenant, {
      text: `select instance as id, definition_key as process, definition_version as version, state,
          started_at as "startedAt", ended_at as "endedAt", deleted_at as "deletedAt", deleted_by as "deletedBy", reason
        from deleted_case where tenant = $1 order by deleted_at desc, instance limit 500`,
      values: [tenant],
    });
    return rows.map(({ endedAt, ...row }) => (endedAt === null ? row : { ...row, endedAt }));
  }
}
