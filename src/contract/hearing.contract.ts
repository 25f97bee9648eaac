import { z } from 'zod';

const channel = z.enum(['written', 'oral', 'meeting']);
const senderKind = z.enum(['neighbour', 'resident', 'organisation', 'authority', 'other']);
const state = z.enum(['held', 'published', 'redacted']);
const statementText = z.string().trim().min(1).max(8000);

/** What somebody says in a hearing. Only those who hold it write down for others: what is oral, what was said at a meeting, a name. */
export const giveStatementSchema = z.strictObject({
  text: statementText,
  channel: channel.default('written'),
  senderKind,
  senderName: z.string().trim().min(1).max(200).optional(),
  /** The day it came, where it is written down later. Only for those who hold the hearing. */
  receivedOn: z.iso.date().optional(),
});
export type GiveStatementInput = z.output<typeof giveStatementSchema>;

/** What became of a statement. */
export const statementAnswerSchema = z.object({ id: z.string(), state });
export type StatementAnswer = z.infer<typeof statementAnswerSchema>;

/** What everybody may read of a statement. */
export const statementSchema = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime(),
  channel,
  senderKind,
  text: z.string(),
  isRedacted: z.boolean(),
});
export type StatementView = z.infer<typeof statementSchema>;

/** What is public of a hearing, and until when it is open; null where it is not. */
export const statementListSchema = z.object({ openUntil: z.iso.date().nullable(), items: z.array(statementSchema) });

/** A statement as it came, with the places in it that can tell of somebody. */
export const originalStatementSchema = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime(),
  channel,
  senderKind,
  senderName: z.string().nullable(),
  registeredBy: z.string(),
  registeredAt: z.iso.datetime().nullable(),
  original: z.string(),
  state,
  publishedText: z.string().nullable(),
  redactedBy: z.string().nullable(),
  redactedAt: z.iso.datetime().nullable(),
  /** In UTF-16 units from 0; empty once it is published. */
  places: z.array(z.object({ code: z.string(), from: z.number().int(), to: z.number().int(), message: z.string() })),
});
export type OriginalStatementView = z.infer<typeof originalStatementSchema>;
export const originalStatementListSchema = z.object({ items: z.array(originalStatementSchema) });

/** What everybody may read instead. */
export const redactStatementSchema = z.strictObject({ text: statementText });

/** A hearing as anybody may read it, logged in or not. */
export const publicHearingSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What is proposed, in plain words; empty where nobody wrote it. */
  proposal: z.string(),
  site: z.string(),
  homes: z.int().nullable(),
  publishedOn: z.string(),
  openUntil: z.iso.date().nullable(),
  /** What was answered to the statements; null before that. */
  answer: z.string().nullable(),
  items: z.array(statementSchema),
});
export type PublicHearing = z.infer<typeof publicHearingSchema>;

/** What anybody says without logging in: always in writing. A name is theirs to give. */
export const publicStatementSchema = z.strictObject({
  text: statementText,
  senderKind,
  senderName: z.string().trim().max(200).optional(),
});
export type PublicStatementInput = z.output<typeof publicStatementSchema>;
