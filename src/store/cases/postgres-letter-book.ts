import type pg from 'pg';
import type { Letter, LetterBook } from '../../runtime/case-ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Every letter that was ever sent. */
export class PostgresLetterBook implements LetterBook {
  constructor(private readonly pool: pg.Pool) {}

  async write({ tenant, key, processInstanceId, template, title, to, text, at }: Letter): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `insert into letter (tenant, key, instance, template, title, to_actor, text, sent_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (tenant, key) do nothing`,
      values: [tenant, key, processInstanceId, template, title, to ?? null, text, at],
    });
  }
}
