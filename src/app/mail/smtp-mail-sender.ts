import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { MailSender } from '../../cases/mail-sender.js';

/** A mail sender with connections that can be closed. */
export interface SmtpMailSender extends MailSender {
  close(): void;
}

/** Sends mail through the server at `url`; sets a Message-ID made from the mail's key. */
export function createSmtpMailSender(url: string, from: string): SmtpMailSender {
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 2 }, { from });
  return {
    async send({ key, to, subject, text }) {
      // The key names a case; a receiver needs only to know that two messages are the same.
      const id = createHash('sha256').update(key).digest('hex').slice(0, 32);
      await transport.sendMail({ messageId: `<${id}@boligflyt>`, to, subject, text });
    },
    close: () => transport.close(),
  };
}
