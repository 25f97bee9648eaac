import { addDuration } from '../engine/index.js';
import type { Instant } from '../shared/time.js';
import type { Clock, TenantId } from './ports.js';
import type { Outbox } from './outbox-ports.js';

/** How far to go: to an instant, by a calendar period (Europe/Oslo), or to the next thing that falls due. */
export type TravelTarget =
  | { readonly to: Instant }
  | { readonly by: 'day' | 'week' }
  | { readonly by: 'next-deadline' }
  | { readonly period: string };

/** Where the clock stands now, or that it may not be moved: outside demo mode, or to a time that has passed. */
export type TravelOutcome =
  { readonly ok: true; readonly now: Instant } | { readonly ok: false; readonly reason: 'time-travel-refused' };

const refused: TravelOutcome = { ok: false, reason: 'time-travel-refused' };

/**
 * Moves a demo's clock forward, stopping at everything that falls due on the way, so that reminders, escalations and missed
 * rounds happen in the order and at the times at which they would.
 */
export class TimeTravel {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Pick<Outbox, 'nextDueAt' | 'nextWorkAt'>,
    private readonly drain: (tenant: TenantId) => Promise<void>,
  ) {}

  async advance(tenant: TenantId, target: TravelTarget): Promise<TravelOutcome> {
    await this.drain(tenant);
    const startedAt = await this.clock.now(tenant);
    const targetAt = await this.instantOf(tenant, target, startedAt);
    if (targetAt < startedAt) return refused;

    const isThere = (await this.stopAtEverythingDue(tenant, targetAt)) && (await this.reach(tenant, targetAt));
    if (!isThere) return refused;

    await this.drain(tenant);
    return { ok: true, now: await this.clock.now(tenant) };
  }

  private async stopAtEverythingDue(tenant: TenantId, targetAt: Instant): Promise<boolean> {
    let last: Instant | undefined;
    for (;;) {
      const next = await this.outbox.nextWorkAt(tenant);
      // What stays due after it was rung (a case that fails) must not hold up the whole municipality.
      if (next === undefined || next > targetAt || (last !== undefined && next <= last)) return true;
      if (!(await this.reach(tenant, next))) return false;

      await this.drain(tenant);
      last = next;
    }
  }

  // A clock that runs may pass `at` by itself while we ask for it.
  private async reach(tenant: TenantId, at: Instant): Promise<boolean> {
    return (await this.clock.moveTo(tenant, at)) || (await this.clock.now(tenant)) >= at;
  }

  private async instantOf(tenant: TenantId, target: TravelTarget, now: Instant): Promise<Instant> {
    if ('to' in target) return target.to;
    if ('period' in target) return addDuration(now, target.period);
    if (target.by === 'day') return addDuration(now, 'P1D');
    if (target.by === 'week') return addDuration(now, 'P1W');

    return later((await this.outbox.nextDueAt(tenant)) ?? now, now);
  }
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
