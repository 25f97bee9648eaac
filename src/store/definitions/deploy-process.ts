import { startTimersOf } from '../../engine/index.js';
import type { DeployedProcess, ProcessToDeploy } from '../../runtime/definition-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { Transaction } from '../with-tenant.js';
import { checksumOf } from './checksum-of.js';
import { eventStartsOf } from './event-starts-of.js';
import { dueAtDeployment } from './next-start.js';
import { nodeHintsOf } from './node-hints.js';
import { onWeekday } from './on-weekday.js';

/** In whose name, where and when something is deployed. */
export interface Deploying {
  readonly tenant: TenantId;
  readonly by: Id<'Actor'>;
  readonly at: Instant;
  /** Number of the set of files, counted in the municipality. */
  readonly deployment: number;
}

/** Deploys one process inside the transaction of the whole set. */
export async function deployProcess(
  transaction: Transaction,
  deploying: Deploying,
  process: ProcessToDeploy,
): Promise<DeployedProcess> {
  const { tenant, by, at, deployment } = deploying;
  const { definition, xml } = process;
  const { key, name, hint, compilerVersion } = definition;
  const checksum = checksumOf(String(compilerVersion), xml);
  const { rows } = await transaction.query<{ version: number; checksum: string }>(selectLatest, [tenant, key]);
  const [latest] = rows;
  if (latest?.checksum === checksum) return { key, version: latest.version, isNew: false };

  const version = (latest?.version ?? 0) + 1;
  const hints = JSON.stringify(nodeHintsOf(definition));
  const readers = [...hint.readers];
  const shown = [tenant, key, version, name, hint.family, xml, compilerVersion, checksum, readers, hints, at, by];
  const row = [...shown, definition.versionTag ?? null, deployment, hint.attention ?? null];
  await transaction.query(insertDefinition, row);
  await replaceStarts(transaction, deploying, { definition, version });
  return { key, version, isNew: true };
}

async function replaceStarts(
  transaction: Transaction,
  { tenant, at }: Deploying,
  { definition, version }: { readonly definition: ProcessToDeploy['definition']; readonly version: number },
): Promise<void> {
  const { key } = definition;
  const { rows } = await transaction.query<StartBefore>(takeStarts, [tenant, key]);
  const before = new Map(rows.map((row) => [row.startEvent, row]));
  await transaction.query('delete from message_start where tenant = $1 and definition_key = $2', [tenant, key]);
  for (const { startEvent, schedule } of startTimersOf(definition)) {
    const { dueAt: planned, weekday = null } = before.get(startEvent) ?? {};
    const chosen = onWeekday(schedule, weekday);
    const dueAt = dueAtDeployment(chosen, { at, planned }) ?? null;
    const values = [tenant, key, startEvent, version, JSON.stringify(chosen), dueAt, weekday];
    await transaction.query(insertStartTimer, values);
  }
  for (const { startEvent, kind, name } of eventStartsOf(definition)) {
    await transaction.query(insertMessageStart, [tenant, key, startEvent, kind, name]);
  }
}

interface StartBefore {
  readonly startEvent: string;
  readonly dueAt: Instant | null;
  readonly weekday: number | null;
}

const takeStarts = `
  delete from start_timer where tenant = $1 and definition_key = $2
  returning start_event as "startEvent", due_at as "dueAt", weekday`;

const selectLatest = `
  select version, checksum from definition where tenant = $1 and key = $2 order by version desc limit 1`;

const insertDefinition = `
  insert into definition
    (tenant, key, version, name, family, xml, compiler_version, checksum, readers, hints, deployed_at, deployed_by,
     version_tag, deployment, attention)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

const insertStartTimer = `
  insert into start_timer (tenant, definition_key, start_event, definition_version, schedule, due_at, weekday)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const insertMessageStart = `
  insert into message_start (tenant, definition_key, start_event, kind, message) values ($1, $2, $3, $4, $5)`;
