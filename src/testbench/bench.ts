import { parseTimerDate } from '../engine/index.js';
import { Host } from './host/host.js';
import { readOptions } from './host/options.js';
import { ringNow, ringUntil, type FiredTimer } from './host/ring-timers.js';
import { settle } from './host/settle.js';
import type { JsonObject } from '../shared/json.js';
import { RefusalError } from './refusal.js';

const firstInstant = '2026-01-05T08:00:00.000Z';

const usualWork = 6_000;

/** An engine of its own with everything that happens in it: what one line of the protocol after the other works on. */
export class Bench {
  #host = new Host(firstInstant, {});
  #begunAt = 0;

  /** `longestWork` is how long one request may go on with effects and timers, in milliseconds. */
  constructor(private readonly longestWork: number = usualWork) {}

  get host(): Host {
    return this.#host;
  }

  /** Forgets everything. */
  reset(clock: string = firstInstant, options: JsonObject = {}): void {
    const at = parseTimerDate(clock);
    if (at === undefined)
      throw new RefusalError('BAD_REQUEST', `Expected 'clock' to be an ISO instant, but got '${clock}'`);
    this.#host = new Host(at, readOptions(options));
  }

  /** From here on one request may take its time. */
  beginRequest(): void {
    this.#begunAt = performance.now();
  }

  /** Carries out everything that follows from a request. */
  settle(): void {
    settle(this.#host, this);
  }

  /** Moves the clock and fires what is due on the way. */
  ringUntil(until: string): readonly FiredTimer[] {
    return ringUntil(this.#host, until, this);
  }

  /** Fires one timer now, whenever it is due. */
  fire(id: string): readonly FiredTimer[] {
    return ringNow(this.#host, id, this);
  }

  /** Whether the request has used up its time. */
  isOver(): boolean {
    return performance.now() - this.#begunAt > this.longestWork;
  }

  /** Puts right what a request may have left half done when it was stopped. */
  recover(): void {
    this.#host.effects.length = 0;
    this.#host.setTimersAnew();
  }
}
