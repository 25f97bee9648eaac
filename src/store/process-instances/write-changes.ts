import type { TenantId } from '../../runtime/ports.js';
import { recordStatements } from '../homes/write-records.js';
import { together } from '../together.js';
import { sendAll } from '../with-tenant.js';
import type { OpenTransaction, Statement } from '../with-tenant.js';
import { writeJobs } from '../jobs/job-statement.js';
import { rowsOfJobs } from '../jobs/rows-of-jobs.js';
import type { Change } from './change.js';
import { rowsOfReceipts } from './receipts.js';
import { appealStatements } from './write-appeals.js';
import { applicationStatements } from './write-applications.js';
import { attentionStatements } from './write-attention.js';
import { exceptionStatements } from './write-exceptions.js';
import { partialityStatements } from './write-partiality.js';
import { rowOfProcessInstance } from './row-of-process-instance.js';
import * as statements from './row-statements.js';
import type { RowStatement } from './row-statements.js';
import { rowsByColumn, valuesByColumn } from '../rows-by-column.js';
import { endedIncidents, raisedIncidents } from './rows-of-incidents.js';
import { rowOfJournal } from './rows-of-journal.js';
import type { HandedRow } from './handed-over.js';
import { rowsHandedOver, rowsOfOutbox, rowsSettled } from './rows-of-outbox.js';
import { endedSubscriptions, rowsOfSubscriptions } from './rows-of-subscriptions.js';
import { registerStatements } from './write-registers.js';
import { takenStatements } from './taken-messages.js';
import { rowsOfTimers } from './rows-of-timers.js';
import { rowsOfUserTasks } from './rows-of-user-tasks.js';

/** A part of the statement, and the rows of each change that it writes. */
type Part = RowStatement & { readonly rowsOf: (change: Change) => readonly object[] };

const isStart = ({ before }: Change): boolean => before === undefined;
const isMigrated = ({ before, command }: Change): boolean =>
  before !== undefined && command.type === 'MigrateProcessInstance';
const isContinued = (change: Change): boolean => !isStart(change) && !isMigrated(change);

// Row locks and unique keys decide who was first, never the isolation level alone (reliability register, finding 10): of
// these, every row must be written.
const decisive: readonly Part[] = [
  { ...statements.insertInstances, rowsOf: (change) => (isStart(change) ? [rowOfProcessInstance(change)] : []) },
  { ...statements.updateInstances, rowsOf: (change) => (isContinued(change) ? [rowOfProcessInstance(change)] : []) },
  { ...statements.migrateInstances, rowsOf: (change) => (isMigrated(change) ? [rowOfProcessInstance(change)] : []) },
  { ...statements.insertReceipts, rowsOf: rowsOfReceipts },
];

const handedOver: Part = { ...statements.handOver, rowsOf: rowsHandedOver };

const usual: readonly Part[] = [
  ...decisive,
  { ...statements.insertJournal, rowsOf: (change) => [rowOfJournal(change)] },
  { ...statements.writeUserTasks, rowsOf: rowsOfUserTasks },
  { ...statements.writeTimers, rowsOf: rowsOfTimers },
  { ...writeJobs, rowsOf: rowsOfJobs },
  { ...statements.insertOutbox, rowsOf: rowsOfOutbox },
  { ...statements.settleEffects, rowsOf: rowsSettled },
  handedOver,
];

const rare: readonly Part[] = [
  { ...statements.deleteSubscriptions, rowsOf: endedSubscriptions },
  { ...statements.insertSubscriptions, rowsOf: rowsOfSubscriptions },
  { ...statements.insertIncidents, rowsOf: raisedIncidents },
  { ...statements.endIncidents, rowsOf: endedIncidents },
];

/** Rows, and the part that writes them. */
interface Filled {
  readonly part: Part;
  readonly rows: readonly object[];
}

// A part without rows costs the server nearly as much as one with rows. The rare ones come together, so that each connection
// prepares tens of statements, not thousands.
function filledBy(changes: readonly Change[]): readonly Filled[] {
  const rowsOf = (part: Part): Filled => ({ part, rows: changes.flatMap(part.rowsOf) });
  const unusual = rare.map(rowsOf);
  const filled = usual.map(rowsOf).filter(({ rows }) => rows.length > 0);
  return unusual.some(({ rows }) => rows.length > 0) ? [...filled, ...unusual] : filled;
}

const all = [...usual, ...rare];
const texts = new Map<string, string>();

// One statement, because each costs both sides a packet, a plan and a wake-up. Its parts see the rows as they were before it,
// so no row is written by two of them.
function statementOf(filled: readonly Filled[]): { readonly name: string; readonly text: string } {
  const parts = filled.map(({ part }) => part);
  const name = `write-changes-${parts.map((part) => all.indexOf(part).toString(36)).join('')}`;
  const text = texts.get(name) ?? textOf(parts);
  texts.set(name, text);
  return { name, text };
}

function textOf(parts: readonly Part[]): string {
  let next = 2;
  const written = parts.map((part) => {
    const rows = rowsByColumn(part.columns, next);
    next += Object.keys(part.columns).length;
    return `${part.name} as (${part.text.replace('$rows', () => rows)}${returnedBy(part)})`;
  });
  const required = parts.filter(isDecisive).map((part) => {
    next += 1;
    return `boligflyt_require_rows('${part.name}', (select count(*) from ${part.name}), $${next - 1}::int)`;
  });
  const handed = parts.includes(handedOver) ? '(select json_agg(handed) from handed)' : 'null::json';
  return `with ${written.join(', ')} select ${[`${handed} as handed`, ...required].join(', ')}`;
}

const isDecisive = (part: Part): boolean => decisive.includes(part);

function returnedBy(part: Part): string {
  if (part === handedOver) return ' returning id::text as id, instance, effect_key as "effectKey"';
  return isDecisive(part) ? ' returning 1' : '';
}

interface Written {
  readonly handed: readonly HandedRow[] | null;
}

const writingOf = (tenant: TenantId, changes: readonly Change[]): Statement => {
  const filled = filledBy(changes);
  const values = filled.flatMap(({ part, rows }) => valuesByColumn(part.columns, rows));
  // A part that writes fewer rows than it was given ends the transaction as one that met another.
  const required = filled.filter(({ part }) => isDecisive(part)).map(({ rows }) => rows.length);
  return { ...statementOf(filled), values: [tenant, ...values, ...required] };
};

// Few commands bring a kept message, are looked at, begin an application or change a register: each has statements of its own.
const unusualOf = (tenant: TenantId, changes: readonly Change[]): readonly Statement[] => [
  ...takenStatements(tenant, changes),
  ...attentionStatements(tenant, changes),
  ...applicationStatements(tenant, changes),
  ...appealStatements(tenant, changes),
  ...registerStatements(tenant, changes),
  ...exceptionStatements(tenant, changes),
  ...partialityStatements(tenant, changes),
  ...recordStatements(
    tenant,
    changes.flatMap(({ registers }) => registers ?? []),
  ),
];

/**
 * Writes everything that follows from accepted commands, and commits: any number of cases, one round trip. Answers what was handed
 * over.
 */
export async function writeChanges(
  { transaction, commitNow }: OpenTransaction,
  tenant: TenantId,
  changes: readonly Change[],
): Promise<readonly HandedRow[]> {
  if (changes.length === 0) return [];

  const { values, ...said } = writingOf(tenant, changes);
  const [answer] = await together([
    transaction.query<Written>({ ...said, values: [...values] }),
    sendAll(transaction, unusualOf(tenant, changes)),
    commitNow(),
  ]);
  return answer.rows[0]?.handed ?? [];
}
