import type { FormToDeploy } from '../../runtime/definition-ports.js';
import type { Transaction } from '../with-tenant.js';
import { checksumOf } from './checksum-of.js';
import type { Deploying } from './deploy-process.js';

/** Deploys one form inside the transaction of the whole set; an unchanged form keeps its version. */
export async function deployForm(
  transaction: Transaction,
  { tenant, at }: Deploying,
  { id, schema }: FormToDeploy,
): Promise<void> {
  const text = JSON.stringify(schema);
  await transaction.query(insertForm, [tenant, id, text, checksumOf(text), at]);
}

const insertForm = `
  insert into form (tenant, id, version, schema, checksum, deployed_at)
  select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 from form where tenant = $1 and id = $2
  having coalesce((array_agg(checksum order by version desc))[1], '') <> $4`;
