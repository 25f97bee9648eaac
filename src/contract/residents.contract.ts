import { z } from 'zod';

/** What somebody wants residents to talk about. Nothing asks who it is. */
export const raiseItemSchema = z.strictObject({ text: z.string().trim().min(1).max(1000) });

/** What was said, and what became of it. */
export const agendaItemSchema = z.object({
  id: z.string(),
  text: z.string(),
  raisedOn: z.iso.date(),
  outcome: z.enum(['gjort', 'ikke']).nullable(),
  answer: z.string().nullable(),
  answeredOn: z.iso.date().nullable(),
});

const residentsMeetingSchema = z.object({
  id: z.string(),
  reason: z.enum(['fast', 'utrygghet', 'onske']),
  state: z.enum(['kalt', 'avtalt', 'holdt', 'besvart']),
  plannedOn: z.iso.date().nullable(),
  heldOn: z.iso.date().nullable(),
  /** How many residents came. */
  attendance: z.number().int().nullable(),
  /** Activities and common meals since the meeting before: over time, a trend. */
  activities: z.number().int().nullable(),
  meals: z.number().int().nullable(),
  items: z.array(agendaItemSchema),
});

/** The meetings of a building, the newest first, and what waits for the next one. */
export const residentsMeetingsSchema = z.object({
  building: z.string(),
  name: z.string(),
  /** When the residents last chose a contact person. */
  contactElectedOn: z.iso.date().nullable(),
  waiting: z.array(agendaItemSchema),
  /** Whether the reader may say what residents should talk about. */
  mayRaise: z.boolean(),
  meetings: z.array(residentsMeetingSchema),
});
/** The buildings whose meetings the reader may follow, by name. */
export const meetingBuildingsSchema = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
export type MeetingBuildings = z.infer<typeof meetingBuildingsSchema>;
export type ResidentsMeetings = z.infer<typeof residentsMeetingsSchema>;
export type AgendaItemView = z.infer<typeof agendaItemSchema>;
