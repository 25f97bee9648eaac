import type { NotificationBook, NotificationRow, Person } from '../../runtime/case-ports.js';
import type { MailSender } from '../mail-sender.js';

/** Hands messages to people: written first, then sent, once per key however often it is asked. */
export class Postbox {
  constructor(
    private readonly book: NotificationBook,
    private readonly mail: MailSender,
  ) {}

  async deliver(person: Person, row: Omit<NotificationRow, 'to'>): Promise<void> {
    const { tenant, key, subject, text } = row;
    const { toSend } = await this.book.write({ ...row, to: person.id });
    if (!toSend) return;

    // Between sending and marking a crash may repeat the mail: its key lets the receiver tell.
    if (person.email !== undefined) await this.mail.send({ tenant, to: person.email, subject, text, key });
    await this.book.markSent(tenant, key);
  }
}
