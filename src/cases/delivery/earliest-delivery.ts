import { createHash } from 'node:crypto';
import type { DeadlineRule, NoticeChannel } from '../../engine/index.js';
import { addPeriod, instantOf, localDateOf, nearestWorkingDay } from '../../engine/index.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import type { DeliveryRules } from '../notifications/delivery-rules.js';

/** What decides when a message may be handed over. */
export interface MessageTiming {
  readonly kind: string;
  /** When what it tells of happened. */
  readonly at: Instant;
  readonly to: string;
  readonly channel: NoticeChannel;
  /** The deadline it is about. */
  readonly deadline?: Pick<DeadlineRule, 'id' | 'kind'>;
  readonly wantsDigest: boolean;
}

/** The first instant at which a message may be handed over, and whether it then comes together with others. */
export interface EarliestDelivery {
  readonly notBefore: Instant;
  readonly joinsSummary: boolean;
}

/**
 * When a message may be handed over: with the next digest for those who want one; else at once, spread over some minutes if
 * an alarm sent it, and not in quiet hours unless the law cannot wait. Times of day are those of Norway.
 */
export function earliestDelivery(message: MessageTiming, rules: DeliveryRules): EarliestDelivery {
  const { kind, at, to, channel, wantsDigest } = message;
  // What is read in Boligflyt itself wakes nobody.
  if (channel === 'inbox') return { notBefore: at, joinsSummary: false };
  if (wantsDigest && !passesQuiet(message, rules) && rules.digest.kinds.includes(kind))
    return { notBefore: nextDigest(at, rules), joinsSummary: true };

  const spread = (from: Instant): Instant => addMinutes(from, minuteOf(to, from, rules.jitter.minutes));
  const own = rules.jitter.kinds.includes(kind) ? spread(at) : at;
  if (passesQuiet(message, rules)) return { notBefore: own, joinsSummary: false };

  const allowed = afterQuiet(own, rules);
  return { notBefore: allowed === own ? own : spread(allowed), joinsSummary: false };
}

function nextDigest(at: Instant, { digest }: DeliveryRules): Instant {
  const today = instantOf(workingDay(localDateOf(at)), digest.at);
  return at < today ? today : instantOf(workingDay(dayAfter(localDateOf(at))), digest.at);
}

const passesQuiet = ({ kind, deadline }: MessageTiming, { quiet }: DeliveryRules): boolean =>
  quiet === null ||
  quiet.passes.some(
    (pass) =>
      pass.kind === kind &&
      (pass.deadlines === undefined || (deadline !== undefined && pass.deadlines.includes(deadline.kind))) &&
      (pass.rules === undefined || (deadline !== undefined && pass.rules.includes(deadline.id))),
  );

function afterQuiet(at: Instant, { quiet }: DeliveryRules): Instant {
  if (quiet === null) return at;

  const awake = (on: LocalDate): LocalDate => (quiet.daysOff ? workingDay(on) : on);
  const today = localDateOf(at);
  const opensAt = instantOf(awake(today), quiet.to);
  if (at < opensAt) return opensAt;
  return at < instantOf(today, quiet.from) ? at : instantOf(awake(dayAfter(today)), quiet.to);
}

const workingDay = (on: LocalDate): LocalDate => nearestWorkingDay(on, 'forward');
const dayAfter = (on: LocalDate): LocalDate => addPeriod(on, 'P1D');

const addMinutes = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString();

// By person and instant: what one alarm sends to many comes spread, what many alarms send to one comes together.
function minuteOf(to: string, at: Instant, minutes: number): number {
  if (minutes === 0) return 0;
  return createHash('sha256').update(`${to}/${at}`).digest().readUInt32BE(0) % (minutes + 1);
}
