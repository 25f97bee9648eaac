import type { TenantId } from '../../runtime/ports.js';
import type { Transaction } from '../with-tenant.js';
import type { Change } from './change.js';
import { ConcurrentChange } from './concurrent-change.js';
import { rowsOfReceipts } from './receipts.js';
import { rowOfProcessInstance } from './row-of-process-instance.js';
import * as statements from './row-statements.js';
import { endedIncidents, raisedIncidents } from './rows-of-incidents.js';
import { rowsOfJournal } from './rows-of-journal.js';
import { rowsOfNodeVisits } from './rows-of-node-visits.js';
import { rowsOfOutbox } from './rows-of-outbox.js';
import { endedSubscriptions, rowsOfSubscriptions } from './rows-of-subscriptions.js';
import { rowsOfTimers } from './rows-of-timers.js';
import { rowsOfUserTasks } from './rows-of-user-tasks.js';
import { writeRows } from './write-rows.js';
import type { RowStatement } from './write-rows.js';

/** Writes everything that follows from accepted commands, table by table, each in one statement. */
export async function writeChanges(
  transaction: Transaction,
  tenant: TenantId,
  changes: readonly Change[],
): Promise<void> {
  const write = (statement: RowStatement, rows: readonly unknown[]): Promise<number> =>
    writeRows({ transaction, tenant }, statement, rows);
  const [started, continued] = [changes.filter(isStart), changes.filter((change) => !isStart(change))];

  await insist(write, statements.insertInstances, started.map(rowOfProcessInstance));
  await insist(write, statements.updateInstances, continued.map(rowOfProcessInstance));
  await insist(write, statements.insertReceipts, changes.flatMap(rowsOfReceipts));
  await write(statements.insertJournal, changes.flatMap(rowsOfJournal));
  await write(statements.countNodeVisits, changes.flatMap(rowsOfNodeVisits));
  await write(statements.writeUserTasks, changes.flatMap(rowsOfUserTasks));
  await write(statements.writeTimers, changes.flatMap(rowsOfTimers));
  await write(statements.deleteSubscriptions, changes.flatMap(endedSubscriptions));
  await write(statements.insertSubscriptions, changes.flatMap(rowsOfSubscriptions));
  await write(statements.insertIncidents, changes.flatMap(raisedIncidents));
  await write(statements.endIncidents, changes.flatMap(endedIncidents));
  await write(statements.insertOutbox, changes.flatMap(rowsOfOutbox));
  await write(
    statements.notifyChanges,
    changes.map(({ after }) => after.id),
  );
}

const isStart = ({ before }: Change): boolean => before === undefined;

type Write = (statement: RowStatement, rows: readonly unknown[]) => Promise<number>;

// Row locks and unique keys decide who was first, never the isolation level alone (reliability register, finding 10).
async function insist(write: Write, statement: RowStatement, rows: readonly unknown[]): Promise<void> {
  const written = await write(statement, rows);
  if (written !== rows.length) throw new ConcurrentChange(`${statement.name}: ${written} of ${rows.length} rows`);
}
