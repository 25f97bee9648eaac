import { z } from 'zod';

const meetingTimeSchema = z.strictObject({
  on: z.iso.date(),
  /** By Norwegian wall clock; null: only the day is agreed. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  minutes: z.int().min(15).max(600),
  /** Told to those who work with the case; others read it here. */
  place: z.string().trim().max(200).nullable(),
});

/** When and where a meeting is arranged. */
export const arrangeMeetingSchema = meetingTimeSchema;
export type ArrangeMeetingInput = z.infer<typeof arrangeMeetingSchema>;

/** The meeting of a task, as it was last said. */
export const meetingSchema = meetingTimeSchema.extend({
  kind: z.enum(['medvirkning', 'visning', 'samarbeidsmote', 'beboermote']),
  /** Counts the changes, from 0. */
  sequence: z.int(),
  cancelled: z.boolean(),
  invited: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type MeetingView = z.infer<typeof meetingSchema>;

/** A task's meeting; null where none is arranged. */
export const taskMeetingSchema = z.object({ meeting: meetingSchema.nullable() });
