import type { TenantId } from '../../runtime/ports.js';
import type { Transaction } from '../with-tenant.js';
import { writeRecords } from '../homes/write-records.js';
import { writeJobs } from '../jobs/job-statement.js';
import { rowsOfJobs } from '../jobs/rows-of-jobs.js';
import type { Change } from './change.js';
import { ConcurrentChange } from './concurrent-change.js';
import { rowsOfReceipts } from './receipts.js';
import { writeApplications } from './write-applications.js';
import { writeAttention } from './write-attention.js';
import { rowOfProcessInstance } from './row-of-process-instance.js';
import * as statements from './row-statements.js';
import type { RowStatement } from './row-statements.js';
import { endedIncidents, raisedIncidents } from './rows-of-incidents.js';
import { rowOfJournal } from './rows-of-journal.js';
import type { HandedRow } from './handed-over.js';
import { rowsHandedOver, rowsOfOutbox, rowsSettled } from './rows-of-outbox.js';
import { endedSubscriptions, rowsOfSubscriptions } from './rows-of-subscriptions.js';
import { writeRegisters } from './write-registers.js';
import { writeTaken } from './taken-messages.js';
import { rowsOfTimers } from './rows-of-timers.js';
import { rowsOfUserTasks } from './rows-of-user-tasks.js';

/** A part of the statement, and the rows of each change that it writes. */
type Part = RowStatement & { readonly rowsOf: (change: Change) => readonly unknown[] };

const isStart = ({ before }: Change): boolean => before === undefined;

// Row locks and unique keys decide who was first, never the isolation level alone (reliability register, finding 10): of
// these, every row must be written.
const decisive: readonly Part[] = [
  { ...statements.insertInstances, rowsOf: (change) => (isStart(change) ? [rowOfProcessInstance(change)] : []) },
  { ...statements.updateInstances, rowsOf: (change) => (isStart(change) ? [] : [rowOfProcessInstance(change)]) },
  { ...statements.insertReceipts, rowsOf: rowsOfReceipts },
];

const others: readonly Part[] = [
  { ...statements.insertJournal, rowsOf: (change) => [rowOfJournal(change)] },
  { ...statements.writeUserTasks, rowsOf: rowsOfUserTasks },
  { ...statements.writeTimers, rowsOf: rowsOfTimers },
  { ...statements.deleteSubscriptions, rowsOf: endedSubscriptions },
  { ...statements.insertSubscriptions, rowsOf: rowsOfSubscriptions },
  { ...statements.insertIncidents, rowsOf: raisedIncidents },
  { ...statements.endIncidents, rowsOf: endedIncidents },
  { ...writeJobs, rowsOf: rowsOfJobs },
  { ...statements.insertOutbox, rowsOf: rowsOfOutbox },
  { ...statements.settleEffects, rowsOf: rowsSettled },
];

const handedOver: Part = { ...statements.handOver, rowsOf: rowsHandedOver };

const parts = [...decisive, ...others, handedOver];

// One statement, because each costs both sides a packet, a plan and a wake-up. Its parts see the rows as they were before it,
// so no row is written by two of them.
const text = `
  with ${parts.map(withRowsAt).join(', ')}
  select ${decisive.map(({ name }) => `(select count(*)::int from ${name}) as ${name}`).join(', ')},
    (select json_agg(handed) from handed) as handed`;

function withRowsAt(part: Part, place: number): string {
  return `${part.name} as (${part.text.replace('$rows', `$${place + 2}`)}${returnedBy(part)})`;
}

function returnedBy(part: Part): string {
  if (part === handedOver) return ' returning id::text as id, instance, effect_key as "effectKey"';
  return decisive.includes(part) ? ' returning 1' : '';
}

interface Written {
  readonly [part: string]: unknown;
  readonly handed: readonly HandedRow[] | null;
}

/** Writes everything that follows from accepted commands: any number of cases, one round trip. Answers what was handed over. */
export async function writeChanges(
  transaction: Transaction,
  tenant: TenantId,
  changes: readonly Change[],
): Promise<readonly HandedRow[]> {
  if (changes.length === 0) return [];

  const rows = parts.map(({ rowsOf }) => changes.flatMap(rowsOf));
  const values = [tenant, ...rows.map((list) => JSON.stringify(list))];
  const answer = await transaction.query<Written>({ name: 'write-changes', text, values });
  const [written] = answer.rows;
  decisive.forEach(({ name }, place) => {
    const [count, expected] = [written?.[name], rows[place]?.length];
    if (count !== expected) throw new ConcurrentChange(`${name}: ${String(count)} of ${expected} rows`);
  });
  // Apart: few commands bring a kept message.
  await writeTaken(transaction, tenant, changes);
  // Apart: only processes that declare it count it.
  await writeAttention(transaction, tenant, changes);
  // Apart: few cases are applications.
  await writeApplications(transaction, tenant, changes);
  // Apart: few tasks have a register.
  await writeRegisters(transaction, tenant, changes);
  // Apart: few steps change registers, and their records were locked before the decision.
  await writeRecords(
    transaction,
    tenant,
    changes.flatMap(({ registers }) => registers ?? []),
  );
  return written?.handed ?? [];
}
