import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { ReceivedMail } from '../../runtime/login-ports.js';
import { idOf } from '../../shared/id.js';
import { startLocalMailbox } from './local-mailbox.js';
import type { MailServer } from './mail-server.js';
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
let mailbox: MailServer;
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

/** Answers every call as `answer` does until `stop`; a sender with 200 ms of patience asks it. */
async function unhelpfulServer(answer: (call: Socket) => void) {
  const calls: Socket[] = [];
  const server = createServer((call) => {
    calls.push(call.on('error', () => undefined));
    answer(call);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : address;
  const patient = createSmtpMailSender(`smtp://127.0.0.1:${port}`, 'ikke-svar@boligflyt.test', 200);
  const stop = (): void => {
    patient.close();
    calls.forEach((call) => call.destroy());
    server.close();
  };
  return { sender: patient, stop };
}

it.each([
  ['takes the call and says nothing', () => undefined],
  ['never comes to the end of its greeting', (call: Socket) => trickle(call, '220-')],
  [
    'never comes to the end of what it can do',
    (call: Socket) => void call.write('220 a\r\n', () => trickle(call, '250-')),
  ],
])('gives up on all 40 letters where a mail server %s', async (_, answer) => {
  const server = await unhelpfulServer(answer);

  const sendings = Array.from({ length: 40 }, (_letter, index) =>
    server.sender.send({ ...reminder, key: `sak-${index}` }),
  );
  const outcomes = await Promise.allSettled(sendings);

  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(40);
  server.stop();
});

function trickle(call: Socket, line: string): void {
  const saying = setInterval(() => void call.write(`${line}vent\r\n`), 20);
  call.on('close', () => clearInterval(saying));
}
