import type pg from 'pg';
import type { NotificationBook, NotificationRow } from '../../runtime/notice-ports.js';
import { withTenant, type Transaction } from '../with-tenant.js';

/** Every message that was ever meant for somebody, written before it is handed to its channel. */
export class PostgresNotificationBook implements NotificationBook {
  constructor(private readonly pool: pg.Pool) {}

  async write(row: NotificationRow): Promise<void> {
    await withTenant(this.pool, row.tenant, (transaction) => writeNotification(transaction, row));
  }
}

/** Writes a message inside a transaction; a known key changes nothing. */
export async function writeNotification(transaction: Transaction, row: NotificationRow): Promise<void> {
  const { tenant, key, processInstanceId, userTaskId, kind, to, subject, text, at } = row;
  const { channel, address, language, notBefore, joinsSummary, stopsWithTask, why, calendar } = row;
  await transaction.query(insert, [
    ...[tenant, key, processInstanceId, userTaskId ?? null, kind, to, subject, text, at],
    ...[channel, address ?? null, language, notBefore, joinsSummary, stopsWithTask, why ?? null, calendar ?? null],
  ]);
}

const insert = `
  insert into notification (tenant, key, instance, user_task, kind, to_actor, subject, text, at,
    channel, address, language, not_before, joins_summary, stops_with_task, why, calendar)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
  on conflict (tenant, key) do nothing`;
