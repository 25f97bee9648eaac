import { messageIdOf, type MailSender } from '../mail-sender.js';
import type { MessageChannel } from './message-channel.js';

/** E-mail as a channel; the provider's id is the Message-ID, which a bounce repeats. */
export function createMailChannel(mail: MailSender): MessageChannel {
  return {
    hand: async ({ tenant, key, address, subject, text, calendar }) => {
      await mail.send({ tenant, key, to: address, subject, text, ...(calendar === undefined ? {} : { calendar }) });
      return { providerId: messageIdOf(key) };
    },
  };
}
