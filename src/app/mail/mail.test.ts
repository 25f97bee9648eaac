import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { ReceivedMail } from '../../runtime/login-ports.js';
import { idOf } from '../../shared/id.js';
import { startLocalMailbox, type LocalMailbox } from './local-mailbox.js';
import { createSmtpMailSender, type SmtpMailSender } from './smtp-mail-sender.js';

const trondheim = idOf<'Tenant'>('trondheim');
const reminder = {
  key: 'sak-1-8:reminder:2',
  tenant: trondheim,
  to: 'bjorn@boligflyt.test',
  subject: 'Påminnelse – svar innen 24. desember',
  text: 'Hei, Bjørn.\n\nFristen er kortere enn du tror. Å, æ og ø skal også fram.',
};

let received: ReceivedMail[];
let mailbox: LocalMailbox;
let isFull: boolean;
let sender: SmtpMailSender;
beforeEach(async () => {
  received = [];
  isFull = false;
  mailbox = await startLocalMailbox(trondheim, {
    receive: async (_tenant, mail) => {
      if (isFull) throw new Error('full');
      received.push(mail);
    },
    list: async () => [],
  });
  sender = createSmtpMailSender(mailbox.url, 'Boligflyt <ikke-svar@boligflyt.test>');
});
afterEach(async () => {
  sender.close();
  await mailbox.stop();
});

it('carries a reminder in Norwegian over SMTP, whole', async () => {
  await sender.send(reminder);

  expect(received).toEqual([
    {
      id: expect.stringMatching(/^[\w-]{22}$/),
      to: 'bjorn@boligflyt.test',
      from: 'Boligflyt <ikke-svar@boligflyt.test>',
      subject: reminder.subject,
      text: reminder.text,
      attachments: [],
    },
  ]);
});

it('gives a message that is sent twice the same id', async () => {
  await sender.send(reminder);
  await sender.send(reminder);

  expect(new Set(received.map(({ id }) => id)).size).toBe(1);
});

it('tells the sender when a message could not be kept', async () => {
  isFull = true;

  const sent = sender.send(reminder);

  await expect(sent).rejects.toThrow();
});

it('gives up at once on all 40 letters where a mail server takes the call and says nothing', async () => {
  const calls: Socket[] = [];
  const silent = createServer((call) => void calls.push(call)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : address;
  const patient = createSmtpMailSender(`smtp://127.0.0.1:${port}`, 'ikke-svar@boligflyt.test', 200);

  const sendings = Array.from({ length: 40 }, (_, index) => patient.send({ ...reminder, key: `sak-${index}` }));
  const outcomes = await Promise.allSettled(sendings);

  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(40);
  patient.close();
  calls.forEach((call) => call.destroy());
  silent.close();
});
