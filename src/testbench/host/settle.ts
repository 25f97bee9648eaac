import { RefusalError } from '../refusal.js';
import { carryOut } from './carry-out.js';
import { deliverKept } from './deliver-message.js';
import type { Host } from './host.js';

/** A moment of the real clock after which a request must come to its end. */
export interface TimeLimit {
  isOver(): boolean;
}

/** Carries out effects, and the effects of these, until nothing is left to do without people, workers or time. */
export function settle(host: Host, limit: TimeLimit): void {
  for (let done = 0; ; done += 1) {
    if (host.takeNewWaits()) deliverKept(host);
    const next = host.effects.shift();
    if (next === undefined) return;
    if (limit.isOver()) {
      const dropped = host.effects.splice(0).length + 1;
      throw new RefusalError(
        'TOO_LONG',
        `Expected processes to come to rest, but after ${done} effects they had not, and ${dropped} more were dropped`,
      );
    }
    carryOut(host, next);
  }
}
