import type pg from 'pg';
import type { CheckpointBook, CheckpointOutcome } from '../../runtime/case-ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** How every participation checkpoint ended; what is repeated late does not replace what came after it. */
export class PostgresCheckpointBook implements CheckpointBook {
  constructor(private readonly pool: pg.Pool) {}

  async write({ tenant, processInstanceId, code, outcome, reason, at }: CheckpointOutcome): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `insert into checkpoint as c (tenant, instance, code, outcome, reason, at) values ($1, $2, $3, $4, $5, $6)
        on conflict (tenant, instance, code) do update set outcome = excluded.outcome, reason = excluded.reason, at = excluded.at
        where c.at <= excluded.at`,
      values: [tenant, processInstanceId, code, outcome, reason ?? null, at],
    });
  }
}
