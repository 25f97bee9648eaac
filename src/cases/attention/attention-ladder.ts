import { addDuration, daysBetween, localDateOf } from '../../engine/index.js';
import type { AttentionBook, UnattendedCase } from '../../runtime/attention-ports.js';
import type { DueRounds } from '../../runtime/due-rounds.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import type { Instant } from '../../shared/time.js';
import { fillTemplate } from '../fill-template.js';
import { attentionLadderOf, stepAfter } from '../notifications/delivery-rules.js';
import type { InWords, Postbox } from '../notifications/postbox.js';
import type { Notice } from '../notifications/compose-notice.js';
import type { RecipientParts } from '../notifications/recipients.js';
import { attentionListeners } from './attention-listeners.js';

/** What the ladder is climbed with. */
export interface AttentionLadderParts extends RecipientParts {
  readonly book: Pick<AttentionBook, 'due' | 'climb'>;
  readonly postbox: Postbox;
  readonly clock: Pick<Clock, 'now'>;
  readonly publicUrl: string;
}

const atATime = 100;

/**
 * Tells one after the other that nobody has looked at a case (domain register P6): each time as long as it may be left alone has
 * passed again, the next step of the ladder. Each step is told once, however many processes do this.
 */
export class AttentionLadder implements DueRounds {
  readonly kind = 'attention';

  constructor(private readonly parts: AttentionLadderParts) {}

  async work(tenant: TenantId): Promise<number> {
    const { book, clock } = this.parts;
    const due = await book.due(tenant, atATime);
    if (due.length === 0) return 0;

    const at = await clock.now(tenant);
    let climbed = 0;
    for (const about of due) {
      // Told first: the keys of the messages let nobody hear it twice, and a step that was counted is not told any more.
      await this.tell(tenant, about, at);
      if (await book.climb(tenant, about, addDuration(about.dueAt, about.every))) climbed += 1;
    }
    return climbed;
  }

  private async tell(tenant: TenantId, about: UnattendedCase, at: Instant): Promise<void> {
    const { rules, postbox } = this.parts;
    const { processInstanceId, dueAt } = about;
    const level = about.level + 1;
    const step = stepAfter(attentionLadderOf(rules, about.family), level);
    if (step === undefined) return;

    for (const { person, why } of await attentionListeners(this.parts, { tenant, at, to: step.to, about })) {
      await postbox.deliver(person, {
        ...{ tenant, processInstanceId, at, kind: 'attention' },
        key: `attention/${processInstanceId}/${dueAt}/${level}/${person.id}`,
        words: this.words(about, { at, level, name: person.name }),
        ...(why === undefined ? {} : { why }),
      });
    }
  }

  private words(
    { processInstanceId, processName, every, lastAt }: UnattendedCase,
    { at, level, name }: { readonly at: Instant; readonly level: number; readonly name: string },
  ): InWords<Notice> {
    const lastOn = localDateOf(lastAt);
    const values = {
      navn: name,
      prosess: processName,
      dager: daysBetween(lastOn, localDateOf(at)),
      hver: daysBetween(lastOn, localDateOf(addDuration(lastAt, every))),
      sist: lastOn,
      trinn: level,
      lenke: `${this.parts.publicUrl}/saker/${processInstanceId}`,
    };
    return ({ varsler: { attention } }, language) => ({
      subject: fillTemplate(attention.emne, values, language),
      text: fillTemplate(attention.tekst, values, language),
    });
  }
}
