import type { TenantId } from './ports.js';
import type { CanaryBook, ClockCheck } from './watch-ports.js';

/** Whether work can be done now, and which part says no. */
export interface Readiness {
  readonly isReady: boolean;
  readonly checks: readonly { readonly name: string; readonly isOk: boolean; readonly detail: string }[];
}

/** What readiness asks. */
export interface ReadinessParts {
  readonly canaries: Pick<CanaryBook, 'lateSeconds'>;
  readonly clockCheck: ClockCheck;
  readonly tenants: () => Promise<readonly TenantId[]>;
  /** Whether this process does the work that waits: then a late canary is its failure, else only worth telling. */
  readonly worksHere: boolean;
  /** Whether the queue of hints answers. It is told and never makes a process unready: without it the sweep does the work, later. */
  readonly queueAnswers: () => Promise<boolean>;
}

// Three rings missed: more than a busy minute, less than anybody's deadline (reliability programme, F6).
const mostSecondsLate = 180;

/** Asks the database, and whether timers ring: a process that answers but rings nothing is not ready. */
export async function readinessOf(parts: ReadinessParts): Promise<Readiness> {
  const { canaries, clockCheck, tenants, worksHere, queueAnswers } = parts;
  try {
    const known = await tenants();
    const late = Math.max(0, ...(await Promise.all(known.map((tenant) => canaries.lateSeconds(tenant)))));
    const isQueueThere = await queueAnswers();
    const isInTime = late <= mostSecondsLate;
    const [isTrusted, off] = [await clockCheck.isTrusted(), await clockCheck.secondsOff()];
    return {
      isReady: (isInTime && isTrusted) || !worksHere,
      checks: [
        { name: 'database', isOk: true, detail: 'answers' },
        { name: 'timers', isOk: isInTime, detail: `the canary is ${Math.round(late)} s late` },
        {
          name: 'queue',
          isOk: isQueueThere,
          detail: isQueueThere ? 'answers' : 'does not answer: the sweep does its work',
        },
        { name: 'clock', isOk: isTrusted, detail: `this machine's is ${Math.round(off)} s off the database's` },
      ],
    };
  } catch {
    return { isReady: false, checks: [{ name: 'database', isOk: false, detail: 'does not answer' }] };
  }
}
