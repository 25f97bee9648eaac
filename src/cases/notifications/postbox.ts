import type { DeadlineRule, NoticeChannel } from '../../engine/index.js';
import type { Person } from '../../runtime/case-ports.js';
import type {
  NoticeLanguage,
  NoticePreferences,
  NotificationBook,
  NotificationRow,
} from '../../runtime/notice-ports.js';
import { earliestDelivery } from '../delivery/earliest-delivery.js';
import type { MessageChannels } from '../delivery/message-channel.js';
import { fillTemplate } from '../fill-template.js';
import type { Notice } from './compose-notice.js';
import type { DeliveryRules } from './delivery-rules.js';
import type { MunicipalityName } from './municipality-name.js';
import type { NoticeKind, NoticeTexts, NoticeTextsByLanguage } from './notice-texts.js';

/** Words for one person, in the language that the person has chosen. */
export type InWords<Said> = (texts: NoticeTexts, language: NoticeLanguage) => Said;

/** A notice for one person, before it is known in which language and by which channel it goes. */
export interface NoticeToWrite extends Pick<
  NotificationRow,
  'tenant' | 'key' | 'processInstanceId' | 'userTaskId' | 'at'
> {
  readonly kind: NoticeKind;
  readonly words: InWords<Notice>;
  /** Why this person gets it, where that is not plain; stands below the text too. */
  readonly why?: InWords<string>;
  /** Where a rung asks for another channel than the kind's. */
  readonly channel?: NoticeChannel;
  /** Id of the text that a rung asks for: it may have its own words for a text message. */
  readonly textId?: string;
  readonly deadline?: Pick<DeadlineRule, 'id' | 'kind'>;
  /** iCalendar text of an invitation. */
  readonly calendar?: InWords<string>;
}

/** What notices are written with. */
export interface PostboxParts {
  readonly book: NotificationBook;
  readonly rules: DeliveryRules;
  readonly texts: NoticeTextsByLanguage;
  readonly preferences: Pick<NoticePreferences, 'of'>;
  readonly municipality: MunicipalityName;
  readonly channels: MessageChannels;
}

/** Takes notices for people: puts them into words, and writes when and by which channel they go. Once per key. */
export class Postbox {
  constructor(private readonly parts: PostboxParts) {}

  async deliver(person: Person, notice: NoticeToWrite): Promise<void> {
    const { book, rules, preferences } = this.parts;
    const { tenant, key, processInstanceId, userTaskId, at, kind, deadline } = notice;
    const { language, dailyDigest } = await preferences.of(tenant, person.id);
    const { channel, address } = this.way(person, notice);
    const timing = { kind, at, to: person.id, channel, wantsDigest: dailyDigest };
    await book.write({
      ...{ tenant, key, processInstanceId, kind, to: person.id, at, channel, language },
      ...(await this.said(notice, { language, channel })),
      ...(userTaskId === undefined ? {} : { userTaskId }),
      ...(address === undefined ? {} : { address }),
      ...earliestDelivery({ ...timing, ...(deadline === undefined ? {} : { deadline }) }, rules),
      stopsWithTask: userTaskId !== undefined && rules.stopsWithTask.includes(kind),
    });
  }

  private async said(
    { tenant, words, why, calendar, textId }: NoticeToWrite,
    { language, channel }: { readonly language: NoticeLanguage; readonly channel: NoticeChannel },
  ): Promise<Pick<NotificationRow, 'subject' | 'text' | 'why' | 'calendar'>> {
    const texts = this.parts.texts[language];
    const reason = why?.(texts, language);
    const because = reason === undefined ? {} : { why: reason };
    if (channel === 'sms') return { ...(await this.neutral(tenant, texts, textId)), ...because };

    const { subject, text } = words(texts, language);
    const attached = channel === 'email' && calendar !== undefined ? { calendar: calendar(texts, language) } : {};
    return { subject, text: reason === undefined ? text : `${text}\n\n${reason}`, ...because, ...attached };
  }

  // A text message lies open on a table: it says that there is something to read, and nothing of what it is.
  private async neutral(tenant: NotificationRow['tenant'], texts: NoticeTexts, textId = ''): Promise<Notice> {
    const { emne, tekst } = texts.varsler.neutral;
    const kommune = await this.parts.municipality(tenant);
    const said = texts.tekster[textId]?.sms ?? tekst;
    return { subject: fillTemplate(emne, { kommune }), text: fillTemplate(said, { kommune }) };
  }

  /** The channel that is asked for, else the first by which the person can be reached; the inbox always can. */
  private way(person: Person, { channel, kind }: NoticeToWrite): Pick<NotificationRow, 'channel' | 'address'> {
    const { rules, channels } = this.parts;
    const wanted = [channel ?? rules.channels[kind] ?? 'email', 'email', 'sms'] as const;
    for (const one of wanted) {
      if (one === 'inbox') break;
      const address = addressOf(person, one);
      if (address !== undefined && channels[one] !== undefined) return { channel: one, address };
    }
    return { channel: 'inbox' };
  }
}

function addressOf({ id, email, phone }: Person, channel: Exclude<NoticeChannel, 'inbox'>): string | undefined {
  if (channel === 'digitalpost') return id;
  return channel === 'email' ? email : phone;
}
