import { z } from 'zod';

/** `skipped`: the next round began before everybody had an outcome. */
const roundState = z.enum(['open', 'closed', 'skipped', 'cancelled']);

const head = {
  /** The case of the round. */
  id: z.string(),
  on: z.iso.date(),
  state: roundState,
  /** How many are in it. */
  entries: z.int(),
  /** How many have no outcome yet: while somebody has none, it cannot be closed. */
  lacking: z.int(),
  /** How many got which outcome. */
  outcomes: z.array(z.object({ outcome: z.string(), entries: z.int() })),
};

/** The weekly rounds that the reader may see, the newest first; at most 60. */
export const roundListSchema = z.object({ items: z.array(z.object(head)) });
export type RoundListView = z.infer<typeof roundListSchema>;

const roundEntrySchema = z.object({
  /** Null where the reader may not see the case. */
  processInstanceId: z.string().nullable(),
  title: z.string().nullable(),
  /** In the order of the round, 1 stood on top. */
  place: z.int(),
  /** Null in rounds before there was a key. */
  group: z.int().nullable(),
  reasons: z.array(z.object({ condition: z.string(), text: z.string() })),
  waitedDays: z.int(),
  roundsMissed: z.int(),
  /** Null while nobody has given one. */
  outcome: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  /** The open task in which the outcome is given. */
  taskId: z.string().nullable(),
  /** Stood above somebody who got an offer, and got none. */
  isPassedOver: z.boolean(),
  /** For those who got an offer or were passed over: the homes that were free, and what speaks against each. */
  matches: z.array(z.object({ building: z.string(), why: z.array(z.string()) })),
});
export type RoundEntryView = z.infer<typeof roundEntrySchema>;

/** A weekly round: everybody in it in its order, what it said of each and why, and which homes were free. */
export const roundSchema = z.object({
  ...head,
  /** By when everybody must have an outcome; null once it is over. */
  dueOn: z.iso.date().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** The homes that were free when the round was built, by building and what they have; null where that was not kept yet. */
  vacancies: z.array(z.object({ name: z.string(), features: z.array(z.string()), free: z.int() })).nullable(),
  items: z.array(roundEntrySchema),
});
export type RoundView = z.infer<typeof roundSchema>;
