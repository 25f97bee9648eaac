import type { Person } from '../../runtime/case-ports.js';
import type { Meeting } from '../../runtime/meeting-ports.js';
import type { NoticeLanguage } from '../../runtime/notice-ports.js';
import type { Instant } from '../../shared/time.js';
import { dateText, fillTemplate } from '../fill-template.js';
import { isOutsider } from '../notifications/applicant-notice.js';
import type { Notice } from '../notifications/compose-notice.js';
import type { NoticeTexts } from '../notifications/notice-texts.js';
import type { InWords } from '../notifications/postbox.js';
import { invitationText, type CalendarUser } from './invitation.js';

/** What has happened to a meeting. */
export type MeetingNews = 'invitasjon' | 'endret' | 'avlyst';

/** A meeting as it is told of. */
export interface ToldMeeting {
  readonly meeting: Meeting;
  readonly news: MeetingNews;
  readonly at: Instant;
  readonly organizer: CalendarUser;
  readonly municipality: string;
}

/** The e-mail to one person. */
export const wordsOf =
  ({ meeting, news, municipality }: ToldMeeting, person: Person): InWords<Notice> =>
  (texts, language) => {
    const { emne, tekst } = texts.varsler.meeting;
    const values = {
      navn: person.name,
      hendelse: texts.moter[news],
      mote: titleFor(meeting, { person, texts, municipality }),
      tid: timeText(meeting, texts, language),
      sted: placeFor(meeting, person) ?? '',
    };
    return { subject: fillTemplate(emne, values, language), text: fillTemplate(tekst, values, language) };
  };

/** What one person's calendar is told. */
export const calendarOf =
  (
    { meeting, at, organizer, municipality, link }: ToldMeeting & { readonly link: string },
    person: Person,
  ): InWords<string> =>
  (texts) => {
    const place = placeFor(meeting, person);
    return invitationText({
      ...{ meeting, at, organizer, link, attendee: person },
      title: titleFor(meeting, { person, texts, municipality }),
      description: texts.moter.beskrivelse,
      ...(place === undefined ? {} : { place }),
    });
  };

interface Reader {
  readonly person: Person;
  readonly texts: NoticeTexts;
  readonly municipality: string;
}

// A calendar is open to whoever sees the screen: an applicant's says that there is an appointment, not what for nor where.
const titleFor = ({ kind }: Meeting, { person, texts: { moter }, municipality }: Reader): string =>
  isOutsider(person) ? fillTemplate(moter.avtale, { kommune: municipality }) : moter[kind];

const placeFor = ({ time }: Meeting, person: Person): string | undefined =>
  isOutsider(person) || time.place === '' ? undefined : time.place;

function timeText({ time: { on, at } }: Meeting, { moter }: NoticeTexts, language: NoticeLanguage): string {
  return at === undefined ? dateText(on, language) : fillTemplate(moter.klokken, { dato: on, klokke: at }, language);
}
