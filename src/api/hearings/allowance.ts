import type { Instant } from '../../shared/time.js';

/** How much somebody whom nobody knows may send. */
interface Limits {
  readonly most: number;
  readonly withinMinutes: number;
}

const minuteMs = 60_000;

/**
 * Counts what comes from each address for a while, in this process only: so many within so many minutes, then no more until the oldest of
 * them is over. Addresses are never written down.
 */
export class Allowance {
  private readonly taken = new Map<string, readonly number[]>();

  constructor(private readonly limits: Limits) {}

  /** Whether one more from `address` is allowed at `now`; if so, it is counted. */
  take(address: string, now: Instant): boolean {
    const at = Date.parse(now);
    const since = at - this.limits.withinMinutes * minuteMs;
    for (const [known, times] of this.taken) {
      const kept = times.filter((time) => time > since);
      if (kept.length === 0) this.taken.delete(known);
      else this.taken.set(known, kept);
    }
    const before = this.taken.get(address) ?? [];
    if (before.length >= this.limits.most) return false;
    this.taken.set(address, [...before, at]);
    return true;
  }
}
