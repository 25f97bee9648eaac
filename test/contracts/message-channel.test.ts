import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFileChannel } from '../../src/app/channels/file-channel.js';
import { startLocalMailbox } from '../../src/app/mail/local-mailbox.js';
import { createSmtpMailSender } from '../../src/app/mail/smtp-mail-sender.js';
import { createMailChannel } from '../../src/cases/delivery/mail-channel.js';
import type { MessageChannel } from '../../src/cases/delivery/message-channel.js';
import { idOf } from '../../src/shared/id.js';

/** A channel, and what its receiver has: one text for each message that can be told from the others. */
interface Opened {
  readonly channel: MessageChannel;
  received(): Promise<readonly string[]>;
  close(): Promise<void>;
}

async function openFiles(): Promise<Opened> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanal-'));
  return {
    channel: createFileChannel(path.join(folder, 'sms')),
    received: async () => {
      const names = await readdir(path.join(folder, 'sms'));
      return Promise.all(names.map(async (name) => readFile(path.join(folder, 'sms', name), 'utf8')));
    },
    close: () => rm(folder, { recursive: true }),
  };
}

async function openMail(): Promise<Opened> {
  const kept = new Map<string, string>();
  const mailbox = await startLocalMailbox(idOf('trondheim'), {
    receive: async (_tenant, { id, text }) => void kept.set(id, text),
    list: async () => [],
  });
  const sender = createSmtpMailSender(mailbox.url, 'Boligflyt <ikke-svar@boligflyt.test>');
  return {
    channel: createMailChannel(sender),
    received: async () => [...kept.values()],
    close: async () => {
      sender.close();
      await mailbox.stop();
    },
  };
}

const message = {
  tenant: idOf<'Tenant'>('trondheim'),
  key: 'sak-1/rung-9/siv',
  address: 'siv@boligflyt.test',
  subject: 'Du har fått noe nytt å lese',
  text: 'Du har fått noe nytt å lese på æøå.',
};

describe.each([
  ['files', openFiles],
  ['e-mail over SMTP', openMail],
])('a channel of %s', (_, open) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  it('brings a message whole, and says what it calls it', async () => {
    const { providerId } = await opened.channel.hand(message);

    const [text, ...others] = await opened.received();
    expect(text).toContain(message.text);
    expect([others, providerId.includes('sak-1')]).toEqual([[], false]);
  });

  it('makes one message of the same one twice, also at once, and two of two', async () => {
    const first = await opened.channel.hand(message);
    const again = await opened.channel.hand(message);
    await Promise.all([opened.channel.hand(message), opened.channel.hand({ ...message, key: 'sak-2' })]);

    expect(again).toEqual(first);
    expect(await opened.received()).toHaveLength(2);
  });
});
