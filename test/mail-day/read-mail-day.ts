import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import type { RawMail } from './raw-mailbox.js';

/** An appointment as a calendar that is not ours understands it. */
export interface Appointment {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  /** Norwegian wall clock with its zone, such as `2026-11-27T13:00:00 Europe/Oslo`. */
  readonly start: string;
}

/** A message as its receiver's programs understand it. */
export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly appointment?: Appointment;
}

/** Reads a message by a mail parser and a calendar parser that are not ours; throws where they do not understand it. */
export async function readMail({ to, raw }: RawMail): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw);
  const calendar = calendarOf(mail);
  return {
    to,
    subject: mail.subject ?? '',
    text: (mail.text ?? '').trimEnd(),
    ...(calendar === undefined ? {} : { appointment: appointmentOf(calendar) }),
  };
}

/** The text of the invitation in a message. */
export function calendarOf({ attachments }: Email): string | undefined {
  const part = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (part === undefined) return undefined;
  return typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content);
}

function appointmentOf(text: string): Appointment {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const zone = calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid') ?? 'a day';
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: Number(event.sequence),
    summary: event.summary,
    start: `${event.startDate.toString()} ${String(zone)}`,
  };
}
