import { decisionsOf } from '../../engine/index.js';
import type { DecisionModelToDeploy } from '../../runtime/decision-ports.js';
import type { Transaction } from '../with-tenant.js';
import { checksumOf } from './checksum-of.js';
import type { Deploying } from './deploy-process.js';

/**
 * Deploys one decision model inside the transaction of the whole set; one that has not changed keeps its version, and so do
 * its decisions. What it imports was deployed before it, and counts as a part of it.
 */
export async function deployDecisionModel(
  transaction: Transaction,
  { tenant, by, at, deployment }: Deploying,
  { model, xml }: DecisionModelToDeploy,
): Promise<void> {
  const { namespace, id, name } = model;
  const imports = model.imports.map((one) => one.model.namespace);
  const imported = await transaction.query<{ checksum: string }>(selectImported, [tenant, imports]);
  const checksum = checksumOf(xml, ...imported.rows.map((row) => row.checksum));
  const known = await transaction.query<{ version: number; checksum: string }>(selectLatest, [tenant, namespace, id]);
  const [latest] = known.rows;
  if (latest?.checksum === checksum) return;

  const version = (latest?.version ?? 0) + 1;
  const row = [tenant, namespace, id, version, name, xml, checksum, imports, deployment, at, by];
  await transaction.query(insertModel, row);
  for (const decision of decisionsOf(model)) {
    const { versionTag = null } = decision;
    const named = [tenant, decision.id, decision.name, versionTag];
    await transaction.query(insertDecision, [...named, namespace, id, version, deployment]);
  }
}

const selectImported = `
  select m.checksum from unnest($2::text[]) with ordinality as i(namespace, place)
  cross join lateral (
    select checksum from decision_model where tenant = $1 and namespace = i.namespace
    order by deployment desc, id desc limit 1
  ) as m order by i.place`;

const selectLatest = `
  select version, checksum from decision_model where tenant = $1 and namespace = $2 and id = $3
  order by version desc limit 1`;

const insertModel = `
  insert into decision_model
    (tenant, namespace, id, version, name, xml, checksum, imports, deployment, deployed_at, deployed_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const insertDecision = `
  insert into decision
    (tenant, key, version, name, version_tag, model_namespace, model_id, model_version, deployment)
  select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7, $8 from decision where tenant = $1 and key = $2`;
