import type { TenantId } from '../../runtime/ports.js';
import type { Transaction } from '../with-tenant.js';

/** One statement that writes any number of rows, given as one JSON list in `$2`; `$1` is the municipality. */
export interface RowStatement {
  readonly name: string;
  readonly text: string;
}

/** Writes rows in one round trip, none when there are none; answers how many were written. */
export async function writeRows(
  { transaction, tenant }: { readonly transaction: Transaction; readonly tenant: TenantId },
  { name, text }: RowStatement,
  rows: readonly unknown[],
): Promise<number> {
  if (rows.length === 0) return 0;

  const { rowCount } = await transaction.query({ name, text, values: [tenant, JSON.stringify(rows)] });
  return rowCount ?? 0;
}
