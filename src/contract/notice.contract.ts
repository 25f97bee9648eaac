import { z } from 'zod';

/** A message to one person: by which channel, how far it has come, and why it did not arrive. */
export const noticeSchema = z.object({
  key: z.string(),
  processInstanceId: z.string().nullable(),
  to: z.string(),
  kind: z.string(),
  channel: z.enum(['email', 'sms', 'digitalpost', 'inbox']),
  /** `dropped`: nobody needed it any more. Of a line of a summary: what has become of the summary. */
  state: z.enum(['queued', 'sending', 'sent', 'failed', 'bounced', 'dropped', 'merged']),
  /** The same for people. */
  stateText: z.string(),
  subject: z.string(),
  at: z.iso.datetime(),
  /** Not handed over before. */
  notBefore: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  attempts: z.number().int(),
  /** A process died while it was handed over: it may have been sent twice. */
  mayBeDoubled: z.boolean(),
  inSummary: z.boolean(),
  failure: z.string().nullable(),
  /** Why it came back or is late (RFC 3463): `5.…` for good, `4.…` for now. */
  statusCode: z.string().nullable(),
  why: z.string().nullable(),
});
export type NoticeView = z.infer<typeof noticeSchema>;
export const noticeListSchema = z.object({ items: z.array(noticeSchema) });

/** How somebody wants to be told things. */
export const noticePreferenceSchema = z.strictObject({
  language: z.enum(['nb', 'nn', 'en']),
  /** One message each working day at 07:30 instead of each at once, where it may wait. */
  dailyDigest: z.boolean(),
});
export type NoticePreferenceView = z.infer<typeof noticePreferenceSchema>;

/** A message that came back, as a mail gateway tells it. */
export const bounceSchema = z.union([
  z.strictObject({ messageId: z.string().min(1).max(500), reason: z.string().min(1).max(500) }),
  /** The whole mail in which a mail server tells it (RFC 3464). */
  z.strictObject({ mail: z.string().min(1).max(200_000) }),
]);
export const bounceAnswerSchema = z.object({ known: z.boolean() });

const absence = z.strictObject({
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  substitute: z.string().min(1).max(200),
});
const isInOrder = ({ fromOn, toOn }: { readonly fromOn: string; readonly toOn: string }): boolean => fromOn <= toOn;
const order = { path: ['toOn'], error: 'Siste dag kan ikke være før første dag.' };

/** A time during which somebody else hears of one’s tasks too. */
export const registerAbsenceSchema = absence.refine(isInOrder, order);
/** An absence as it is now to be; the id is that of the list. */
export const changeAbsenceSchema = absence.extend({ id: z.string().min(1).max(500) }).refine(isInOrder, order);
export const endAbsenceSchema = z.strictObject({ id: z.string().min(1).max(500) });
export const endedAbsenceSchema = z.object({ id: z.string() });
export const absenceSchema = z.object({
  ...absence.shape,
  id: z.string(),
  person: z.string(),
  substituteName: z.string(),
});
export type AbsenceView = z.infer<typeof absenceSchema>;
export const absenceListSchema = z.object({ items: z.array(absenceSchema) });
