import { addDuration } from '../../engine/index.js';
import type { AgendaItem, ResidentsMeeting } from '../../runtime/homes/residents-meeting.js';
import type { LocalDate } from '../../shared/time.js';

/** What became of what was said in the last meeting, for whoever opens the next one: «du sa – vi gjorde, eller derfor ikke». */
export function statusText(meetings: readonly ResidentsMeeting[], agenda: readonly AgendaItem[]): string {
  const last = meetings.find(({ heldOn }) => heldOn !== undefined);
  const items = agenda.filter(({ meeting }) => last !== undefined && meeting === last.id);
  if (items.length === 0) return 'Det var ingen saker forrige gang.';
  return items.toReversed().map(lineOf).join('\n');
}

const lineOf = ({ text, outcome, answer = '' }: AgendaItem): string => {
  if (outcome === undefined) return `Dere sa: ${text} – Dere har ikke fått svar ennå.`;
  return outcome === 'gjort' ? `Dere sa: ${text} – Vi gjorde: ${answer}` : `Dere sa: ${text} – Derfor ikke: ${answer}`;
};

/** Whether the residents are to choose a contact person: a year after they last did, or when they never did. */
export function isContactDue(meetings: readonly ResidentsMeeting[], on: LocalDate): boolean {
  const elected = meetings.find(({ contactElected }) => contactElected === true)?.heldOn;
  return elected === undefined || addDuration(`${elected}T00:00:00Z`, 'P1Y') <= `${on}T00:00:00Z`;
}
