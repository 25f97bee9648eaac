import { z } from 'zod';

/** An application: what was asked for, when it came and to which unit. Its id is that of its case. */
export const applicationSchema = z.object({
  id: z.string(),
  person: z.string().nullable(),
  /** What its case is called. */
  title: z.string(),
  askedFor: z.object({ process: z.string(), name: z.string() }),
  /** The day it came to the municipality, whichever unit it came to: every deadline runs from it. */
  receivedOn: z.iso.date(),
  receivedBy: z.object({ id: z.string(), name: z.string() }),
  /** The unit that answers it. */
  belongsTo: z.object({ id: z.string(), name: z.string() }),
  /** When it was sent on to that unit; null where it came there. */
  forwardedAt: z.iso.datetime().nullable(),
  receiptAt: z.iso.datetime().nullable(),
});
export type ApplicationView = z.infer<typeof applicationSchema>;
export const applicationListSchema = z.object({
  items: z.array(applicationSchema),
  /** What can be applied for, and the unit that answers it, where that is not the reader's own: applications for it are sent on. */
  elsewhere: z.array(
    z.object({ process: z.string(), name: z.string(), unit: z.object({ id: z.string(), name: z.string() }) }),
  ),
});
export type ApplicationListView = z.infer<typeof applicationListSchema>;

/** An application that came to a unit it does not belong to. The person does not apply again. */
export const forwardApplicationSchema = z.strictObject({
  person: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  /** The process that answers what is asked for. */
  askedFor: z.string().min(1).max(100),
  /** The day it came here. */
  receivedOn: z.iso.date(),
});
export type ForwardApplicationInput = z.output<typeof forwardApplicationSchema>;

/** To withdraw is to say so, and no more: nobody need say why. */
export const withdrawApplicationSchema = z.strictObject({});
