import type { Person } from '../../runtime/case-ports.js';
import { fillTemplate } from '../fill-template.js';
import type { Notice } from './compose-notice.js';
import type { NoticeTexts } from './notice-texts.js';

/** Whether a person is told by e-mail only that there is something to read: it is no safe channel (domain register §3.1 d). */
export const isOutsider = (person: Person): boolean => person.groups.includes('soker');

/** Tells an applicant that there is something to read, and nothing of what it is. */
export function applicantNotice(texts: NoticeTexts, municipality: string, person: Person): Notice {
  const { emne, tekst } = texts.varsler.letter;
  const values = { navn: person.name, kommune: municipality };
  return { subject: fillTemplate(emne, values), text: fillTemplate(tekst, values) };
}
