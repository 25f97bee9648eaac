import { restOf } from '../../runtime/jobs/job-terms.js';
import type { ClaimedEffect, TenantId } from '../../runtime/ports.js';
import { dueKinds, type DueKind, type DueStart, type Outbox } from '../../runtime/outbox-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { followingStart, isPassedOver } from '../definitions/next-start.js';
import { isGivenUp, longestBehindOthers, mostAttemptsOf, silentBeforeAlone } from '../outbox/claim-effects.js';
import { leaseSeconds } from '../outbox/lease.js';
import type { OutboxTimes } from '../outbox/postgres-outbox.js';
import type { TimerRow } from '../process-instances/rows-of-timers.js';
import type { KeptEffect, Municipalities, Municipality } from './municipality.js';

const usualTimes: OutboxTimes = { leaseSeconds, restSeconds: () => 0 };

/** What waits to be done outside, in memory. Without a clock of their own leases never run out: nobody else could take over. */
export class MemoryOutbox implements Outbox {
  constructor(
    private readonly municipalities: Municipalities,
    private readonly times: OutboxTimes = usualTimes,
    private readonly milliseconds: () => number = () => 0,
  ) {}

  async tenants(): Promise<readonly TenantId[]> {
    return this.municipalities.names();
  }

  /** Knows its own rows; of everything else something may wait. */
  async waiting(tenant: TenantId): Promise<ReadonlySet<DueKind>> {
    const kinds = new Set<DueKind>(dueKinds);
    if (this.freeEffects(tenant).length === 0) kinds.delete('effects');
    const { starts, now } = this.municipalities.of(tenant);
    if (![...starts.values()].some(({ dueAt }) => dueAt !== undefined && dueAt <= now)) kinds.delete('starts');
    if (dueTimersIn(this.municipalities.of(tenant)).length === 0) kinds.delete('timers');
    return kinds;
  }

  async claimEffects(tenant: TenantId, limit: number): Promise<readonly ClaimedEffect[]> {
    const { effects } = this.municipalities.of(tenant);
    const now = this.milliseconds();
    const free = this.freeEffects(tenant);
    for (const lost of free.filter((one) => isGivenUp(one.effect, one))) {
      effects.set(lost.id, { ...lost, state: 'failed' });
    }
    const tried = free.filter((one) => !isGivenUp(one.effect, one));
    return turnOf(tried, { limit, now }).map((effect) => {
      const attempt = effect.attempts + 1;
      const claimedUntil = now + this.times.leaseSeconds * 1000;
      effects.set(effect.id, { ...effect, attempts: attempt, silent: effect.silent + 1, claimedUntil });
      return claimOf(effect, attempt);
    });
  }

  async markDone({ tenant, id }: ClaimedEffect): Promise<void> {
    const { effects } = this.municipalities.of(tenant);
    const effect = effects.get(id);
    if (effect !== undefined) effects.set(id, { ...effect, state: 'done' });
  }

  async markFailed({ tenant, id, attempt }: ClaimedEffect, _message: string): Promise<void> {
    const { effects } = this.municipalities.of(tenant);
    const effect = effects.get(id);
    if (effect === undefined || effect.state !== 'waiting' || effect.attempts !== attempt) return;

    const claimedUntil = this.milliseconds() + restOf(effect.effect, this.times.restSeconds(id, attempt)) * 1000;
    effects.set(id, {
      ...effect,
      claimedUntil,
      silent: 0,
      state: attempt >= mostAttemptsOf(effect.effect) ? 'failed' : 'waiting',
    });
  }

  async dueTimers(
    tenant: TenantId,
    limit: number,
  ): Promise<readonly { readonly id: Id<'Timer'>; readonly processInstanceId: Id<'ProcessInstance'> }[]> {
    return dueTimersIn(this.municipalities.of(tenant))
      .slice(0, limit)
      .map(({ id, instance }) => ({ id, processInstanceId: instance }));
  }

  async dueStarts(tenant: TenantId, limit: number): Promise<readonly DueStart[]> {
    const { starts, now } = this.municipalities.of(tenant);
    return [...starts.values()]
      .flatMap(({ processKey, startEvent, schedule, setAt, dueAt }): DueStart | readonly DueStart[] => {
        if (dueAt === undefined || dueAt > now) return [];
        const start = { processKey, startEvent, dueAt };
        return isPassedOver(schedule, { setAt, dueAt, at: now }) ? { ...start, isPassedOver: true } : start;
      })
      .sort((one, other) => compare(one.dueAt, other.dueAt))
      .slice(0, limit);
  }

  async markStarted(tenant: TenantId, { processKey, startEvent, dueAt }: DueStart): Promise<void> {
    const { starts, now } = this.municipalities.of(tenant);
    const name = `${processKey}/${startEvent}`;
    const start = starts.get(name);
    if (start === undefined || start.dueAt !== dueAt) return;

    const next = followingStart(start.schedule, { setAt: start.setAt, dueAt, at: now });
    starts.set(name, { ...start, dueAt: next });
  }

  nextWorkAt(tenant: TenantId): Promise<Instant | undefined> {
    return this.nextDueAt(tenant);
  }

  async nextDueAt(tenant: TenantId): Promise<Instant | undefined> {
    const municipality = this.municipalities.of(tenant);
    const starts = [...municipality.starts.values()].flatMap(({ dueAt }) => dueAt ?? []);
    return [...liveTimers(municipality).map(({ dueAt }) => dueAt), ...starts].sort()[0];
  }

  private freeEffects(tenant: TenantId): readonly KeptEffect[] {
    const now = this.milliseconds();
    return [...this.municipalities.of(tenant).effects.values()].filter(
      ({ state, claimedUntil }) => state === 'waiting' && claimedUntil <= now,
    );
  }
}

// A case that an operator has stopped for a time hears no alarms.
const liveTimers = ({ timers, instances }: Municipality): readonly TimerRow[] =>
  [...timers.values()].filter(
    ({ firedAt, cancelledAt, instance }) =>
      firedAt === null && cancelledAt === null && instances.get(instance)?.suspended !== true,
  );

/** The timers of a municipality whose time has come, the oldest first. */
export const dueTimersIn = (municipality: Municipality): readonly TimerRow[] =>
  liveTimers(municipality)
    .filter(({ dueAt }) => dueAt <= municipality.now)
    .toSorted((one, other) => compare(one.dueAt, other.dueAt) || compare(one.id, other.id));

/** Those whose turn it is, of the effects that are free. */
function turnOf(
  free: readonly KeptEffect[],
  { limit, now }: { readonly limit: number; readonly now: number },
): readonly KeptEffect[] {
  const calm = free.filter(({ silent }) => silent < silentBeforeAlone);
  const suspect = free.filter(({ silent }) => silent >= silentBeforeAlone);
  const keptBack = suspect.filter(({ claimedUntil }) => claimedUntil <= now - longestBehindOthers * 1000);
  if (keptBack.length > 0) return keptBack.slice(0, 1);
  return calm.length > 0
    ? calm.slice(0, limit)
    : suspect.toSorted((one, other) => one.silent - other.silent).slice(0, 1);
}

const claimOf = (kept: KeptEffect, attempt: number): ClaimedEffect => {
  const { tenant, id, processInstanceId, effect, at } = kept;
  return { tenant, id, processInstanceId, effect, at, attempt };
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
