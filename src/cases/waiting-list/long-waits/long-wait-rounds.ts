import { addPeriod, instantOf, localDateOf } from '../../../engine/index.js';
import type { ActorDirectory, Person, WaitingList } from '../../../runtime/case-ports.js';
import type { DecisionBook } from '../../../runtime/decision-ports.js';
import type { DueRounds } from '../../../runtime/due-rounds.js';
import type { LongWait, LongWaitBook } from '../../../runtime/long-wait-ports.js';
import type { Clock, TenantId } from '../../../runtime/ports.js';
import type { Instant, LocalDate } from '../../../shared/time.js';
import { maySeeWhoWaits } from '../../access/may-see-who-waits.js';
import { stepAfter, type DeliveryRules } from '../../notifications/delivery-rules.js';
import type { Postbox } from '../../notifications/postbox.js';
import { waitingSince } from '../priority/circumstances.js';
import { longWaitNotice, longWaitsNotice } from './long-wait-notices.js';
import { nextOn, passedOn, thresholdsOf, type PassedThreshold } from './thresholds.js';

/** What long waits are told with. */
export interface LongWaitParts {
  readonly longWaits: Pick<LongWaitBook, 'due' | 'looked'>;
  readonly list: Pick<WaitingList, 'active'>;
  readonly decisionBook: Pick<DecisionBook, 'versionsOf'>;
  readonly directory: Pick<ActorDirectory, 'membersOf'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly rules: DeliveryRules;
  readonly postbox: Postbox;
  readonly publicUrl: string;
}

/** Somebody who has passed a threshold, and the day on which that is seen. */
interface Passing {
  readonly wait: LongWait;
  readonly passed: PassedThreshold;
  readonly thresholds: readonly number[];
  readonly at: Instant;
}

const atATime = 100;

/**
 * Tells one level after the other how long somebody has waited (domain register P6): those who see who waits hear of the case, others how many they are.
 * Each threshold is told once for each who waits, the highest that is passed, however many processes do this.
 */
export class LongWaitRounds implements DueRounds {
  readonly kind = 'long-waits';

  constructor(private readonly parts: LongWaitParts) {}

  async work(tenant: TenantId): Promise<number> {
    const { longWaits, clock, decisionBook } = this.parts;
    const due = await longWaits.due(tenant, atATime);
    if (due.length === 0) return 0;

    const [at, thresholds] = await Promise.all([clock.now(tenant), thresholdsOf(decisionBook, tenant)]);
    let looked = 0;
    for (const wait of due) if (await this.look(tenant, { wait, thresholds, at })) looked += 1;
    return looked;
  }

  private async look(tenant: TenantId, { wait, thresholds, at }: Omit<Passing, 'passed'>): Promise<boolean> {
    const [since, on] = [waitingSince(wait), localDateOf(at)];
    const passed = passedOn(since, thresholds, on);
    const isNew = passed !== undefined && passed.months > (wait.told ?? 0);
    // Told first: the keys of the messages let nobody hear it twice, and what is counted is not told any more.
    if (isNew) await this.tell(tenant, { wait, passed, thresholds, at });
    const next = nextOn(since, thresholds, on) ?? addPeriod(on, 'P1D');
    const told = isNew ? { told: passed.months } : {};
    return this.parts.longWaits.looked(tenant, wait, { ...told, nextAt: instantOf(next, '00:00') });
  }

  private async tell(tenant: TenantId, passing: Passing): Promise<void> {
    const { rules, directory, postbox, publicUrl } = this.parts;
    const { wait, passed, at } = passing;
    const group = stepAfter(rules.waits, passed.level)?.to;
    if (group === undefined) return;

    const heard = (await directory.membersOf(tenant, [group])).filter(({ id }) => id !== wait.applicant);
    const isOpen = heard.length > 0 && heard.every(({ id }) => maySeeWhoWaits({ id, groups: [group] }));
    const people: readonly Person[] = heard.length > 0 ? heard : await directory.membersOf(tenant, ['admin']);
    const howMany = isOpen ? 0 : await this.howMany(tenant, passing, localDateOf(at));
    for (const person of people) {
      const notice = isOpen
        ? longWaitNotice({ ...passing, person, publicUrl })
        : longWaitsNotice({ ...passing, person, publicUrl, howMany });
      await postbox.deliver(person, { ...notice, tenant, at });
    }
  }

  /** How many have waited at least as long. */
  private async howMany(tenant: TenantId, { passed, thresholds }: Passing, on: LocalDate): Promise<number> {
    const waiting = await this.parts.list.active(tenant);
    return waiting.filter((one) => (passedOn(waitingSince(one), thresholds, on)?.months ?? 0) >= passed.months).length;
  }
}
