import fc from 'fast-check';
import { readCalendar } from '../../../test/support/read-calendar.js';
import { idOf } from '../../shared/id.js';
import { invitationText, type Invitation } from './invitation.js';

const meeting: Invitation['meeting'] = {
  ...{ tenant: idOf<'Tenant'>('trondheim'), id: 'sak-1/medvirkning', sequence: 0, cancelled: false },
  time: { on: '2026-12-15', at: '17:00', minutes: 90, place: 'Treffstedet' },
};
const invitation: Invitation = {
  meeting,
  at: '2026-11-25T08:00:00.000Z',
  title: 'Medvirkningsmøte',
  description: 'Logg inn på Boligflyt for å svare og lese mer.',
  link: 'https://boligflyt.test/saker/sak-1',
  place: 'Treffstedet',
  organizer: { name: 'Per Solbakken', email: 'per@boligflyt.test' },
  attendee: { name: 'Berit Lien', email: 'berit@boligflyt.test' },
};
const about = (more: Partial<Invitation['meeting']>): Invitation => ({
  ...invitation,
  meeting: { ...meeting, ...more },
});

it('is an event of 90 minutes at 17:00 in Norway, with who asks and who is asked to answer', () => {
  expect(readCalendar(invitationText(invitation))).toEqual({
    method: 'REQUEST',
    uid: expect.stringMatching(/^[0-9a-f]{32}@boligflyt$/),
    sequence: 0,
    status: 'CONFIRMED',
    title: 'Medvirkningsmøte',
    description: 'Logg inn på Boligflyt for å svare og lese mer.\nhttps://boligflyt.test/saker/sak-1',
    place: 'Treffstedet',
    start: '2026-12-15T16:00:00.000Z',
    end: '2026-12-15T17:30:00.000Z',
    timeZone: 'Europe/Oslo',
    organizer: 'mailto:per@boligflyt.test',
    attendees: [{ address: 'mailto:berit@boligflyt.test', name: 'Berit Lien', rsvp: 'TRUE' }],
  });
});

it.each([
  ['the day before summer time', '2027-03-27', '2027-03-27T09:00:00.000Z'],
  ['the day it begins', '2027-03-28', '2027-03-28T08:00:00.000Z'],
  ['the day before it ends', '2027-10-30', '2027-10-30T08:00:00.000Z'],
  ['the day it ends', '2027-10-31', '2027-10-31T09:00:00.000Z'],
  ['a winter day of 2040', '2040-01-10', '2040-01-10T09:00:00.000Z'],
])('at 10:00 on %s, %s, is %s by the time zone that it carries', (_, on, start) => {
  const read = readCalendar(invitationText(about({ time: { on, at: '10:00', minutes: 60 } })));

  expect(read.start).toBe(start);
});

it('takes the whole day where no time of day is known', () => {
  const text = invitationText(about({ time: { on: '2026-12-31', minutes: 60 } }));

  expect(readCalendar(text)).toMatchObject({ start: '2026-12-31', end: '2027-01-01' });
  expect(text).not.toContain('VTIMEZONE');
});

it('keeps its id through a change and when it is called off, and counts both', () => {
  const read = [about({}), about({ sequence: 1 }), about({ sequence: 2, cancelled: true })].map((one) =>
    readCalendar(invitationText(one)),
  );

  expect(new Set(read.map(({ uid }) => uid)).size).toBe(1);
  expect(read.map(({ method, sequence, status }) => [method, sequence, status])).toEqual([
    ['REQUEST', 0, 'CONFIRMED'],
    ['REQUEST', 1, 'CONFIRMED'],
    ['CANCEL', 2, 'CANCELLED'],
  ]);
  expect(read[2]?.attendees).toEqual([{ address: 'mailto:berit@boligflyt.test', name: 'Berit Lien', rsvp: 'FALSE' }]);
});

it('asks for no answer where nobody can be answered to', () => {
  const read = readCalendar(invitationText({ ...invitation, organizer: { name: 'Trondheim kommune' } }));

  expect([read.organizer, read.attendees[0]?.rsvp]).toEqual(['invalid:nomail', 'FALSE']);
});

it('carries any text whole, in lines of at most 75 octets, and lets no text begin a line of its own', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(anyText, anyText, anyText, (title, place, name) => {
      const text = invitationText({ ...invitation, title, place, attendee: { name, email: 'a@b.test' } });
      const read = readCalendar(text);

      expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect([read.title, read.place]).toEqual([title, place].map(plain));
      expect(read.attendees).toHaveLength(1);
    }),
  );
});

it('does not let a name or a place smuggle in a line', () => {
  const evil = 'Kari"\r\nATTENDEE:mailto:ond@example.com\r\nX:';
  const text = invitationText({ ...invitation, title: evil, place: evil, organizer: { name: evil, email: evil } });

  expect(readCalendar(text).attendees.map(({ address }) => address)).toEqual(['mailto:berit@boligflyt.test']);
  expect(text.match(/^ATTENDEE/gm)).toHaveLength(1);
});

// What no iCalendar text may hold is a space in it.
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
