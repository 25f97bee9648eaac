import { addPeriod, instantOf, localDateOf } from '../../engine/index.js';
import type { DeadlineRegister } from '../../engine/index.js';
import type { Person } from '../../runtime/case-ports.js';
import type { DueRounds } from '../../runtime/due-rounds.js';
import type { UnpostedLetter, UnpostedLetters } from '../../runtime/outgoing-post.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import type { Instant } from '../../shared/time.js';
import { attentionListeners } from '../attention/attention-listeners.js';
import { stepAfter } from '../notifications/delivery-rules.js';
import type { Postbox } from '../notifications/postbox.js';
import type { RecipientParts } from '../notifications/recipients.js';
import { postByOn } from './days-in-post.js';
import { unpostedNotice } from './unposted-notice.js';

/** What unposted letters are told of with. */
export interface UnpostedLetterParts extends RecipientParts {
  readonly unpostedLetters: UnpostedLetters;
  readonly cases: Pick<CaseReader, 'find'>;
  readonly deadlines: DeadlineRegister;
  readonly clock: Pick<Clock, 'now'>;
  readonly postbox: Postbox;
  readonly publicUrl: string;
}

const atATime = 100;

/** Somebody who hears of letters, and the oldest of them. */
interface Hearing {
  readonly person: Person;
  readonly level: number;
  readonly oldest: Instant;
}

/**
 * Tells that letters lie unposted (rule L-POST): the morning after the last day whoever has the case, or its unit; each time as long has passed
 * again, the next step of the ladder. A person hears it once a day, however many letters there are and however many processes do this.
 */
export class UnpostedLetterRounds implements DueRounds {
  readonly kind = 'unposted-letters';

  constructor(private readonly parts: UnpostedLetterParts) {}

  async work(tenant: TenantId): Promise<number> {
    const { unpostedLetters, clock } = this.parts;
    const due = await unpostedLetters.due(tenant, atATime);
    if (due.length === 0) return 0;

    const at = await clock.now(tenant);
    // Told first: the keys of the messages let nobody hear it twice, and what was counted is not told any more.
    await this.tell(
      tenant,
      due.filter(({ dueAt }) => dueAt !== undefined),
      at,
    );
    let looked = 0;
    for (const letter of due) {
      const isFirst = letter.dueAt === undefined;
      const nextAt = this.lateAt(isFirst ? letter.at : at);
      if (await unpostedLetters.looked(tenant, letter, { told: letter.told + (isFirst ? 0 : 1), nextAt })) looked += 1;
    }
    return looked;
  }

  /** The morning after the last day for what waits since an instant. */
  private lateAt(since: Instant): Instant {
    return instantOf(addPeriod(postByOn(this.parts.deadlines, localDateOf(since)), 'P1D'), '07:00');
  }

  private async tell(tenant: TenantId, letters: readonly UnpostedLetter[], at: Instant): Promise<void> {
    const { postbox, publicUrl } = this.parts;
    const heard = new Map<string, Hearing>();
    for (const letter of letters) {
      for (const hearing of await this.hearingsOf(tenant, letter, at)) {
        const key = `${hearing.level}/${hearing.person.id}`;
        const known = heard.get(key);
        if (known === undefined || hearing.oldest < known.oldest) heard.set(key, hearing);
      }
    }
    for (const hearing of heard.values())
      await postbox.deliver(hearing.person, { ...unpostedNotice({ ...hearing, at, publicUrl }), tenant, at });
  }

  private async hearingsOf(tenant: TenantId, letter: UnpostedLetter, at: Instant): Promise<readonly Hearing[]> {
    const level = letter.told + 1;
    const step = stepAfter(this.parts.rules.post, level);
    const found = await this.parts.cases.find(tenant, letter.processInstanceId);
    if (step === undefined || found === undefined) return [];

    const about = { ...found, processInstanceId: found.id };
    const listeners = await attentionListeners(this.parts, { tenant, at, to: step.to, about });
    return listeners.map(({ person }) => ({ person, level, oldest: letter.at }));
  }
}
