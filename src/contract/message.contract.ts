import { z } from 'zod';

const name = z.string().min(1).max(200);

/** An ISO 8601 duration of at most 9999 days: `P30D`, `PT10M`, `P1DT12H`. */
const timeToLive = z.string().regex(/^P(?=\d|T\d)(\d{1,3}W)?(\d{1,4}D)?(T(?=\d)(\d{1,5}H)?(\d{1,6}M)?(\d{1,8}S)?)?$/);

/** A message to whoever waits for its name and key, or to what it starts. */
export const sendMessageSchema = z.strictObject({
  name,
  /** Who waits with another key does not take it. */
  correlationKey: z.string().min(1).max(500).optional(),
  variables: z.record(z.string(), z.json()).default({}),
  /** How long it is kept for somebody to take it. Default: 30 days with a key, not at all without one. */
  timeToLive: timeToLive.optional(),
  /** The sender's own id: the same name and id once more does nothing, and gets the first answer. */
  messageId: z.string().min(1).max(200).optional(),
  /** True: everybody who waits takes it, and everything that it starts starts. Otherwise the longest waiting one takes it. */
  broadcast: z.boolean().default(false),
});

/** What a message came to. */
export const messageAnswerSchema = z.object({
  /** Ids of the cases that waited for it. */
  correlated: z.array(z.string()),
  /** Ids of the cases that it started. */
  started: z.array(z.string()),
  /** Whether it is kept for somebody to take it. */
  kept: z.boolean(),
  /** Until when a kept message may be taken. */
  expiresAt: z.iso.datetime().nullable(),
});
export type MessageAnswer = z.infer<typeof messageAnswerSchema>;

const messageStateSchema = z.enum(['waiting', 'taken', 'expired']);

/** Which messages: in a state, of a name. */
export const messageListQuerySchema = z.strictObject({
  state: messageStateSchema.default('waiting'),
  name: name.optional(),
});

/** A message as an operator sees it: what became of it, not what it says. */
export const messageSchema = z.object({
  id: z.string(),
  name: z.string(),
  correlationKey: z.string().nullable(),
  messageId: z.string().nullable(),
  broadcast: z.boolean(),
  state: messageStateSchema,
  /** The case that sent it. */
  sender: z.string().nullable(),
  publishedAt: z.iso.datetime(),
  /** Null: it waits until the end of its message flow does. */
  expiresAt: z.iso.datetime().nullable(),
  correlated: z.array(z.string()),
  started: z.array(z.string()),
});
export type MessageView = z.infer<typeof messageSchema>;

/** The oldest 500, and how many there are in each state: those that are over as long as they are remembered. */
export const messageListSchema = z.object({
  items: z.array(messageSchema),
  counts: z.object({ waiting: z.number().int(), taken: z.number().int(), expired: z.number().int() }),
});
export type MessageList = z.infer<typeof messageListSchema>;
