import type { ActorDirectory } from '../../runtime/case-ports.js';
import type {
  ClaimedMessage,
  DeliveryBook,
  DeliveryReport,
  Handover,
  NotificationRow,
  Undelivered,
  WaitingMessage,
} from '../../runtime/notice-ports.js';
import type { DueRounds } from '../../runtime/due-rounds.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import { idOf } from '../../shared/id.js';
import { fillTemplate } from '../fill-template.js';
import type { DeliveryRules } from '../notifications/delivery-rules.js';
import type { NoticeTextsByLanguage } from '../notifications/notice-texts.js';
import { RefusedForGood, type MessageChannels } from './message-channel.js';
import { planHandover } from './plan-handover.js';
import type { TellUndelivered } from './tell-undelivered.js';

/** What messages are handed over with. */
export interface DeliveryParts {
  readonly book: DeliveryBook;
  readonly channels: MessageChannels;
  readonly rules: DeliveryRules;
  readonly texts: NoticeTextsByLanguage;
  readonly directory: Pick<ActorDirectory, 'person'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly publicUrl: string;
  readonly tellUndelivered: TellUndelivered;
}

const atATime = 500;
const claimedAtATime = 8;
// A mail server may well be down for an hour: a message is tried for about a day.
const mostAttempts = 300;
const longestRestSeconds = 300;

/**
 * Hands messages to their channels: each is claimed and `sending` before, `sent` after. When nobody says how that ended it is
 * done again, and the row says so. The rows are the truth; any number of processes may do this at once.
 */
export class Delivery implements DueRounds {
  readonly kind = 'notices';

  constructor(private readonly parts: DeliveryParts) {}

  /** Hands over what is due now. Answers how many messages went on their way. */
  async work(tenant: TenantId): Promise<number> {
    const { book, rules } = this.parts;
    const waiting = await book.waiting(tenant, atATime);
    if (waiting.length === 0) return 0;

    if ((await book.dropSettled(tenant)) > 0) return this.work(tenant);
    const people = [...new Set(waiting.map(({ to }) => to))];
    const recent = await book.recent(tenant, people, rules.storm.minutes);
    const ready: WaitingMessage[] = [];
    for (const to of people) {
      const own = waiting.filter((message) => message.to === to);
      for (const step of planHandover(own, recent.get(to), rules.storm)) {
        if (step.step === 'hand') ready.push(...step.messages);
        else if (step.step === 'merge') ready.push(...(await this.merge(tenant, step.messages)));
        else await book.hold(tenant, keysOf(step.messages), step.until);
      }
    }
    return this.handAll(tenant, ready);
  }

  /** A message came back: whoever has the case is told. One that is late is only written. Answers whether such a message was sent. */
  async reported(tenant: TenantId, report: DeliveryReport): Promise<boolean> {
    const undelivered = await this.parts.book.report(tenant, report);
    if (undelivered === undefined) return false;
    if (report.cameBack) await this.tell(tenant, undelivered, report.reason);
    return true;
  }

  private async handAll(tenant: TenantId, messages: readonly WaitingMessage[]): Promise<number> {
    let done = 0;
    // Few at a time: what is claimed must be handed over before its lease ends, however slow the mail server is.
    for (let from = 0; from < messages.length; from += claimedAtATime) {
      const claimed = await this.parts.book.claim(tenant, keysOf(messages.slice(from, from + claimedAtATime)));
      const ended = await Promise.all(claimed.map((message) => this.hand(message)));
      done += ended.filter(Boolean).length;
    }
    return done;
  }

  /** Answers whether the message has come to an end, good or bad. */
  private async hand(message: ClaimedMessage): Promise<boolean> {
    const { book } = this.parts;
    const handover = await this.attempt(message);
    await book.settle(message, handover);
    if (handover.outcome === 'failed') {
      const { tenant, key, to, kind } = message;
      const undelivered = { key, to, kind, cases: await book.casesOf(tenant, key) };
      await this.tell(tenant, undelivered, handover.reason);
    }
    return handover.outcome !== 'later';
  }

  private async attempt({ channel, address = '', attempt, ...message }: ClaimedMessage): Promise<Handover> {
    // What is read in Boligflyt itself is there as soon as it is written.
    if (channel === 'inbox') return { outcome: 'sent', providerId: message.key };
    const way = this.parts.channels[channel];
    if (way === undefined) return { outcome: 'failed', reason: `Kanalen ${channel} er ikke satt opp.` };
    try {
      return { outcome: 'sent', ...(await way.hand({ ...message, address })) };
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      if (failure instanceof RefusedForGood || attempt >= mostAttempts) return { outcome: 'failed', reason };
      return { outcome: 'later', reason, restSeconds: Math.min(4 ** (attempt - 1), longestRestSeconds) };
    }
  }

  private async merge(tenant: TenantId, messages: readonly WaitingMessage[]): Promise<readonly WaitingMessage[]> {
    const summary = await this.summaryOf(tenant, messages);
    // Not merged: another process has taken some of them meanwhile; the next round plans anew.
    return summary !== undefined && (await this.parts.book.merge(summary, keysOf(messages))) ? [summary] : [];
  }

  private async summaryOf(tenant: TenantId, messages: readonly WaitingMessage[]): Promise<NotificationRow | undefined> {
    const [first] = messages;
    if (first === undefined) return undefined;
    const { to, channel, address, language } = first;
    const { texts, directory, clock, publicUrl } = this.parts;
    const { emne, tekst } = texts[language].varsler.summary;
    const values = {
      navn: (await directory.person(tenant, to))?.name ?? '',
      antall: String(messages.length),
      linjer: messages.map(({ subject }) => `- ${subject}`).join('\n'),
      lenke: `${publicUrl}/innboks`,
    };
    const at = await clock.now(tenant);
    const subject = fillTemplate(emne, values, language);
    return {
      ...{ tenant, to, channel, language, at, notBefore: at, joinsSummary: false, stopsWithTask: false },
      ...(address === undefined ? {} : { address }),
      key: `summary/${first.key}`,
      processInstanceId: idOf<'ProcessInstance'>(''),
      kind: 'summary',
      subject,
      // A text message says how many, and nothing of what they are.
      text: channel === 'sms' ? subject : fillTemplate(tekst, values, language),
    };
  }

  // What tells that something did not arrive is not told of itself when it does not arrive either: the overview shows it.
  private async tell(tenant: TenantId, undelivered: Undelivered, reason: string): Promise<void> {
    if (undelivered.kind !== 'undeliverable') await this.parts.tellUndelivered(tenant, undelivered, reason);
  }
}

const keysOf = (messages: readonly WaitingMessage[]): readonly string[] => messages.map(({ key }) => key);
