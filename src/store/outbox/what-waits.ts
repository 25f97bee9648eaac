import type pg from 'pg';
import type { DueKind } from '../../runtime/outbox-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { fromLongWaits, nextLongWaitAt } from '../cases/postgres-long-wait-book.js';
import { fromArrivedLetters, nextLetterAt } from '../cases/postgres-posted-letters.js';
import { fromUnopenedLetters, nextUnopenedAt } from '../cases/postgres-unopened-letters.js';
import { fromUnpostedLetters, nextUnpostedAt } from '../cases/postgres-unposted-letters.js';
import { fromPastReservations, nextReservationAt } from '../homes/postgres-reservation-book.js';
import { hasRentWork, nextRentAt } from '../homes/postgres-rent-book.js';
import { hasDeliverable, hasOldMessages } from '../messages/postgres-message-buffer.js';
import { hasWaiting, nextNoticeAt } from '../notices/delivery-statements.js';
import { fromUnattended, nextUnattendedAt } from '../notices/postgres-attention-book.js';
import { hasMoot } from '../notices/postgres-meeting-book.js';
import { fromFreeItems } from '../operations/batch-statements.js';
import { queryInTenant } from '../query-in-tenant.js';
import { fromDueIncidents, nextIncidentAt } from '../watch/postgres-incident-book.js';
import { isFree } from './claim-effects.js';
import { isDueStart } from './due-starts.js';
import { fromDueTimers, nextDueAt } from './due-timers.js';

/** The kinds of work of which something waits in a municipality's rows: one statement, since most of the time there is nothing. */
export async function whatWaits(pool: pg.Pool, tenant: TenantId): Promise<ReadonlySet<DueKind>> {
  const [row] = await queryInTenant<{ kinds: readonly DueKind[] }>(pool, tenant, {
    ...{ name: 'what-waits', text: selectKinds, values: [tenant] },
  });
  return new Set(row?.kinds);
}

/** When something of any kind falls due next in a municipality. */
export async function nextWorkAt(pool: pg.Pool, tenant: TenantId): Promise<Instant | undefined> {
  const [row] = await queryInTenant<{ dueAt: Instant | null }>(pool, tenant, {
    ...{ name: 'next-work', text: selectNext, values: [tenant] },
  });
  return row?.dueAt ?? undefined;
}

// The same conditions as those by which each kind is fetched.
const waits: Readonly<Record<DueKind, string>> = {
  effects: `exists (select from outbox where ${isFree})`,
  starts: `exists (select from start_timer as s where ${isDueStart})`,
  timers: `exists (select ${fromDueTimers})`,
  batches: `exists (select ${fromFreeItems})`,
  messages: hasDeliverable,
  'old-messages': hasOldMessages,
  rents: hasRentWork,
  reservations: `exists (select ${fromPastReservations})`,
  'posted-letters': `exists (select ${fromArrivedLetters})`,
  'unposted-letters': `exists (select ${fromUnpostedLetters})`,
  'unopened-letters': `exists (select ${fromUnopenedLetters})`,
  attention: `exists (select ${fromUnattended})`,
  'long-waits': `exists (select ${fromLongWaits})`,
  incidents: `exists (select ${fromDueIncidents})`,
  meetings: hasMoot,
  notices: hasWaiting,
};

const selectKinds = `select array_remove(array[${Object.entries(waits)
  .map(([kind, condition]) => `case when ${condition} then '${kind}' end`)
  .join(', ')}], null) as kinds`;

// What else there is comes of a command, after which everybody looks anyway.
const selectNext = `select least(${[
  nextDueAt,
  nextRentAt,
  nextReservationAt,
  nextLetterAt,
  nextUnpostedAt,
  nextUnopenedAt,
  nextUnattendedAt,
  nextLongWaitAt,
  nextIncidentAt,
  nextNoticeAt,
]
  .map((next) => `(${next})`)
  .join(', ')}) as "dueAt"`;
