import nodemailer from 'nodemailer';
import { RefusedForGood } from '../../cases/delivery/message-channel.js';
import { messageIdOf, type Mail, type MailSender } from '../../cases/mail-sender.js';

/** A mail sender with connections that can be closed. */
export interface SmtpMailSender extends MailSender {
  close(): void;
}

const connections = 2;
const usualPatienceMs = 5_000;
// Of one message as a whole: a server that says a little now and then is never silent for long, and would keep it for ever.
const patiencesPerMail = 2;

/**
 * Sends mail through the server at `url`; sets a Message-ID made from the mail's key. A server that does not answer within
 * `patienceMs`, or has not taken a message in twice that, is left alone for a while: whoever waits for their turn is told so at once,
 * and may try later.
 */
export function createSmtpMailSender(url: string, from: string, patienceMs = usualPatienceMs): SmtpMailSender {
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, dnsTimeout: patienceMs };
  const transport = nodemailer.createTransport(
    { url, pool: true, maxConnections: connections, ...patience, socketTimeout: patienceMs },
    { from },
  );
  let silentUntil = 0;
  const deliver = async ({ key, to, subject, text, calendar }: Mail): Promise<void> => {
    if (performance.now() < silentUntil)
      throw new Error('Expected the mail server to answer, but it did not a moment ago');
    const invitation = calendar === undefined ? {} : { icalEvent: { method: methodOf(calendar), content: calendar } };
    const signal = AbortSignal.timeout(patiencesPerMail * patienceMs);
    const message = { messageId: messageIdOf(key), to, subject, text, signal, ...invitation };
    try {
      await transport.sendMail(message);
    } catch (failure) {
      if (signal.aborted || isSilence(failure)) silentUntil = performance.now() + patienceMs;
      if (isForGood(failure)) throw new RefusedForGood(failure.message);
      throw failure;
    }
  };
  return { send: inTurn(connections, deliver), close: () => transport.close() };
}

/** Lets `mostAtOnce` run at the same time; the others wait here, where they can still be told to come back later. */
function inTurn(mostAtOnce: number, deliver: (mail: Mail) => Promise<void>): (mail: Mail) => Promise<void> {
  const lanes: Promise<void>[] = Array.from({ length: mostAtOnce }, () => Promise.resolve());
  let sent = 0;
  return (mail) => {
    const lane = (sent += 1) % mostAtOnce;
    const sending = (lanes[lane] ?? Promise.resolve()).then(() => deliver(mail));
    lanes[lane] = sending.catch(() => undefined);
    return sending;
  };
}

const silences: readonly unknown[] = ['ETIMEDOUT', 'ECONNECTION', 'ESOCKET', 'ECONNREFUSED', 'EDNS'];

const isSilence = (failure: unknown): boolean =>
  typeof failure === 'object' && failure !== null && 'code' in failure && silences.includes(failure.code);

// RFC 5321 §4.2.1: 5yz is for good. Only where it is about this message or its receiver: a login that is refused is ours to mend.
const isForGood = (failure: unknown): failure is Error =>
  failure instanceof Error &&
  'code' in failure &&
  (failure.code === 'EENVELOPE' || failure.code === 'EMESSAGE') &&
  'responseCode' in failure &&
  Number(failure.responseCode) >= 500;

// A calendar program reads the method of the part's type, which must be the one inside (RFC 6047 §2.4).
const methodOf = (calendar: string): string => /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH';
