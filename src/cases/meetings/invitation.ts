import { createHash } from 'node:crypto';
import { addPeriod } from '../../engine/index.js';
import type { Meeting } from '../../runtime/meeting-ports.js';
import type { Instant } from '../../shared/time.js';
import { contentLine, quotedParameter, textValue } from './content-line.js';
import { osloTimeZone } from './oslo-time-zone.js';

/** Somebody in a calendar. */
export interface CalendarUser {
  readonly name: string;
  /** E-mail address; absent where there is none to answer to. */
  readonly email?: string;
}

/** What one person is sent for the calendar. */
export interface Invitation {
  readonly meeting: Pick<Meeting, 'tenant' | 'id' | 'sequence' | 'cancelled' | 'time'>;
  /** When it is written. */
  readonly at: Instant;
  readonly title: string;
  readonly description: string;
  /** Where to read more. */
  readonly link: string;
  /** Absent where the person may not be told by e-mail. */
  readonly place?: string;
  readonly organizer: CalendarUser;
  readonly attendee: CalendarUser;
}

/**
 * The iCalendar text that invites one person, tells of a change or calls the meeting off (RFC 5546 §3.2.2 and §3.2.5). Names nobody
 * but the organizer and that person.
 */
export function invitationText(invitation: Invitation): string {
  const { meeting, at, title, description, link, place } = invitation;
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n',
    contentLine('PRODID', '-//Boligflyt//Boligflyt 1//NO'),
    contentLine('METHOD', meeting.cancelled ? 'CANCEL' : 'REQUEST'),
    meeting.time.at === undefined ? '' : osloTimeZone,
    'BEGIN:VEVENT\r\n',
    contentLine('UID', calendarIdOf(meeting)),
    contentLine('SEQUENCE', String(meeting.sequence)),
    contentLine('DTSTAMP', `${compact(at.slice(0, 19))}Z`),
    ...timeLines(meeting.time),
    contentLine('SUMMARY', textValue(title)),
    contentLine('DESCRIPTION', textValue(`${description}\n${link}`)),
    contentLine('URL', link),
    place === undefined ? '' : contentLine('LOCATION', textValue(place)),
    ...peopleLines(invitation),
    contentLine('STATUS', meeting.cancelled ? 'CANCELLED' : 'CONFIRMED'),
    'END:VEVENT\r\nEND:VCALENDAR\r\n',
  ].join('');
}

/** What calendars know a meeting by, whatever is said of it. The id names a case; a calendar is read by more people than the case. */
export function calendarIdOf({ tenant, id }: Pick<Meeting, 'tenant' | 'id'>): string {
  return `${createHash('sha256').update(`${tenant}/${id}`).digest('hex').slice(0, 32)}@boligflyt`;
}

function timeLines({ on, at, minutes }: Meeting['time']): readonly string[] {
  // Of a day alone, the end is the day after (RFC 5545 §3.6.1).
  if (at === undefined)
    return [
      contentLine('DTSTART;VALUE=DATE', compact(on)),
      contentLine('DTEND;VALUE=DATE', compact(addPeriod(on, 'P1D'))),
    ];

  // By the clock on the wall, as the start: nobody meets while clocks are changed.
  const end = new Date(Date.parse(`${on}T${at}:00Z`) + minutes * 60_000).toISOString().slice(0, 19);
  return [
    contentLine('DTSTART;TZID=Europe/Oslo', compact(`${on}T${at}:00`)),
    contentLine('DTEND;TZID=Europe/Oslo', compact(end)),
  ];
}

function peopleLines({ meeting, organizer, attendee }: Invitation): readonly string[] {
  const mayAnswer = organizer.email !== undefined && !meeting.cancelled;
  const status = meeting.cancelled ? '' : ';PARTSTAT=NEEDS-ACTION';
  const role = `ROLE=REQ-PARTICIPANT${status};RSVP=${mayAnswer ? 'TRUE' : 'FALSE'}`;
  return [
    contentLine(`ORGANIZER;CN=${quotedParameter(organizer.name)}`, addressOf(organizer)),
    contentLine(`ATTENDEE;CUTYPE=INDIVIDUAL;${role};CN=${quotedParameter(attendee.name)}`, addressOf(attendee)),
  ];
}

// An organizer must be named (RFC 5546 §3.2.2); where nobody can be answered to, the address says so.
const addressOf = ({ email }: CalendarUser): string =>
  email === undefined ? 'invalid:nomail' : `mailto:${encodeURI(email).replace(/[\r\n;,]/g, '')}`;

const compact = (time: string): string => time.replace(/[-:]/g, '');
