import type { TenantId } from '../../runtime/ports.js';
import type { TimerReader, TimerRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { Id } from '../../shared/id.js';
import type { Timer } from '../generated/client.js';
import type { PrismaReads } from '../prisma-for.js';
import { storedDeadline } from './stored-deadline.js';

/** Reads timers from PostgreSQL, the earliest first. */
export class PrismaTimerReader implements TimerReader {
  constructor(private readonly reads: PrismaReads) {}

  async ofCase(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly TimerRow[]> {
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.timer.findMany({ where: { tenant, instance: id }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] }),
    );
    return stored.map(timerRow);
  }
}

function timerRow(stored: Timer): TimerRow {
  const { id, node, dueAt, toWhom, userTaskId, firedAt, cancelledAt } = stored;
  const deadline = storedDeadline(stored.deadline);
  return {
    id: idOf(id),
    node,
    purpose: purposeOf(stored.purpose),
    dueAt: dueAt.toISOString(),
    state: firedAt !== null ? 'fired' : cancelledAt !== null ? 'cancelled' : 'scheduled',
    ...(toWhom === null ? {} : { to: toWhom }),
    ...(userTaskId === null ? {} : { userTaskId: idOf<'UserTask'>(userTaskId) }),
    ...(deadline === undefined ? {} : { deadline }),
  };
}

const speaking = ['reminder', 'escalation', 'breach', 'legal-breach', 'pause'] as const;

const purposeOf = (stored: string): TimerRow['purpose'] => speaking.find((purpose) => purpose === stored) ?? 'event';
