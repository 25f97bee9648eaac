import { localDateOf } from '../../engine/index.js';
import type { BuildingRecord } from '../../runtime/homes/building-record.js';
import type { AgendaItem, ResidentsMeeting } from '../../runtime/homes/residents-meeting.js';
import { meetingReasons } from '../../runtime/homes/residents-meeting.js';
import type { RegisterChange, RegisterDecision, RegisterStep, StepMoment } from '../../runtime/homes/register-step.js';
import { idOf } from '../../shared/id.js';
import type { Id } from '../../shared/id.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { refuse } from '../homes/refuse.js';
import { isContactDue, statusText } from './last-meeting.js';

/** What happens to a meeting of residents: the words that a diagram may use in the header `hendelse`. */
export const meetingEvents = ['kalt', 'avtalt', 'holdt', 'besvart'] as const;

/** One of them. */
export type MeetingEvent = (typeof meetingEvents)[number];

/** What a case says of its meeting, and what its building has of meetings and of what residents have said, the newest first. */
export interface MeetingSaid {
  readonly variables: JsonObject;
  readonly meetings: readonly ResidentsMeeting[];
  readonly agenda: readonly AgendaItem[];
}

/**
 * Writes what happened to the meeting of a case. Called (`kalt`), it gives how often residents meet (`takt`) and the unit (`enhet`); then and
 * when it is arranged (`avtalt`), what became of what was said last time (`forrigeGang`) and whether the contact person's year is over. Held (`holdt`), it takes up what waits and what
 * was said there (`sakerFraMotet`), and gives them as `saker`. Of who came or said what it knows nothing.
 */
export const followMeeting = (event: MeetingEvent, said: MeetingSaid): RegisterStep => {
  const building = buildingOf(said.variables);
  return {
    buildings: [building],
    decide: ({ buildings }, moment) => {
      const place = buildings.get(building);
      const id = moment.processInstanceId;
      if (place === undefined || id === undefined) return refuse('record-not-found', building);
      const meeting = meetingAfter(event, said.variables, { ...moment, processInstanceId: id });
      const items = event === 'holdt' ? itemsOf(meeting, said) : [];
      const changes: readonly RegisterChange[] = [
        { change: 'beboermote', meeting },
        ...items.map((item) => ({ change: 'beboersak', item }) as const),
      ];
      return { ok: true, changes, gives: givesOf(event, { place, meeting, items, said, moment }) };
    },
  };
};

function meetingAfter(
  event: MeetingEvent,
  said: JsonObject,
  { at, processInstanceId: id }: StepMoment & { readonly processInstanceId: Id<'ProcessInstance'> },
): ResidentsMeeting {
  const planned = text(said['motedato']);
  const held = event === 'holdt' || event === 'besvart' ? text(said['holdtOn']) : undefined;
  return {
    ...{ id, building: buildingOf(said), state: event, revision: (count(said['moteRevisjon']) ?? 0) + 1 },
    reason: meetingReasons.find((known) => known === said['grunn']) ?? 'onske',
    calledAt: text(said['innkaltAt']) ?? at,
    ...(planned !== undefined && { plannedOn: planned }),
    ...(held !== undefined && { heldOn: held, ...figuresOf(said) }),
  };
}

const figuresOf = (said: JsonObject) => {
  const [attendance, activities, meals] = [said['antallMott'], said['aktiviteter'], said['fellesmaltider']].map(count);
  return {
    contactElected: said['kontaktpersonValgt'] === 'ja',
    ...(attendance !== undefined && { attendance }),
    ...(activities !== undefined && { activities }),
    ...(meals !== undefined && { meals }),
  };
};

function itemsOf(
  { id, building, heldOn }: ResidentsMeeting,
  { variables, agenda }: MeetingSaid,
): readonly AgendaItem[] {
  const waiting = agenda.filter(({ meeting }) => meeting === undefined).toReversed();
  const there = variables['sakerFraMotet'];
  const said = Array.isArray(there) ? there.flatMap((one: Json) => text(one) ?? []) : [];
  const raised = said.map((words, at) => ({ id: `${id}-${at + 1}`, building, text: words, raisedOn: heldOn ?? '' }));
  return [...waiting, ...raised].map((item) => ({ ...item, meeting: id }));
}

interface Given {
  readonly place: BuildingRecord;
  readonly meeting: ResidentsMeeting;
  readonly items: readonly AgendaItem[];
  readonly said: MeetingSaid;
  readonly moment: StepMoment;
}

function givesOf(event: MeetingEvent, { place, meeting, items, said, moment }: Given): JsonObject {
  const usual = { moteRevisjon: meeting.revision, byggNavn: place.name, innkaltAt: meeting.calledAt };
  if (event === 'holdt') return { ...usual, saker: items.map(({ id, text: words }) => ({ id, tekst: words })) };
  if (event === 'besvart') return usual;
  const opening = {
    forrigeGang: statusText(said.meetings, said.agenda),
    kontaktpersonSkalVelges: isContactDue(said.meetings, localDateOf(moment.at)) ? 'ja' : 'nei',
  };
  if (event === 'avtalt') return { ...usual, ...opening };
  const { meetingEvery = null, responsibleUnit } = place;
  return { ...usual, ...opening, grunn: meeting.reason, takt: meetingEvery, enhet: responsibleUnit };
}

/** Writes the answer to what residents have said (`sakId`, `sakUtfall`, `sakSvar`): what was done, or why not. */
export const answerItem = (said: JsonObject, agenda: readonly AgendaItem[]): RegisterStep => ({
  buildings: [buildingOf(said)],
  decide: (_records, { at }): RegisterDecision => {
    const item = agenda.find(({ id }) => id === said['sakId']);
    if (item === undefined) return refuse('record-not-found', String(said['sakId'] ?? ''));
    const outcome = said['sakUtfall'] === 'gjort' ? 'gjort' : 'ikke';
    const answered = { ...item, outcome, answer: text(said['sakSvar']) ?? '', answeredOn: localDateOf(at) } as const;
    return { ok: true, changes: [{ change: 'beboersak', item: answered }], gives: {} };
  },
});

/** Lets somebody say what residents should talk about. Nothing says who it was; the day is all that is known of when. */
export const raiseItem = (item: Pick<AgendaItem, 'id' | 'building' | 'text'>): RegisterStep => ({
  buildings: [item.building],
  decide: ({ buildings }, { at }) =>
    buildings.has(item.building)
      ? {
          ok: true,
          changes: [{ change: 'beboersak', item: { ...item, raisedOn: localDateOf(at) } }],
          gives: { id: item.id },
        }
      : refuse('record-not-found', item.building),
});

const buildingOf = (said: JsonObject): Id<'Building'> => idOf<'Building'>(text(said['bygg']) ?? '');
const count = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);
const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
