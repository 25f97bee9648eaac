import ICAL from 'ical.js';

/** What a calendar program of somebody else's reads in an invitation. */
export interface ReadInvitation {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly title: string;
  readonly description: string;
  readonly place: string | null;
  /** As an instant where there is a time of day, else the day. */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly organizer: string;
  readonly attendees: readonly { readonly address: string; readonly name: string; readonly rsvp: string }[];
}

/** Reads an invitation with a parser that is not ours; time zones are those that the text itself defines. */
export function readCalendar(text: string): ReadInvitation {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) throw new Error('Expected the calendar text to hold an event');

  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(component);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    status: String(component.getFirstPropertyValue('status')),
    title: event.summary,
    description: event.description,
    place: event.location ?? null,
    start: timeText(event.startDate),
    end: timeText(event.endDate),
    timeZone: event.startDate.zone?.tzid ?? '',
    organizer: event.organizer,
    attendees: event.attendees.map((attendee) => ({
      address: String(attendee.getFirstValue()),
      name: String(attendee.getParameter('cn')),
      rsvp: String(attendee.getParameter('rsvp')),
    })),
  };
}

const timeText = (time: InstanceType<typeof ICAL.Time>): string =>
  time.isDate ? time.toString() : time.toJSDate().toISOString();
