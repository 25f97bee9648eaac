import { z } from 'zod';
import { idSchema } from './id.contract.js';

const role = z.enum(['voksen', 'barn']);
const member = { person: idSchema, role };
const date = z.iso.date();

const input = {
  members: z.array(z.strictObject(member)).min(1).max(30),
  /** Read by everybody whom the change is about. */
  reason: z.string().trim().min(1).max(500),
  /** The first day of those who come, the last of those who leave; today where it is absent. */
  on: date.exactOptional(),
};

/** Who is in a new household, since when, and why it is registered. */
export const householdInputSchema = z.strictObject(input);
export type HouseholdInput = z.output<typeof householdInputSchema>;

/** Who is in a household from a day on, and why. */
export const householdChangeSchema = z.strictObject({
  ...input,
  /** Those who leave were registered by mistake: they never were in it. */
  wasWrong: z.boolean().exactOptional(),
});
export type HouseholdChangeInput = z.output<typeof householdChangeSchema>;

export const householdSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  members: z.array(z.strictObject(member)),
});

const change = z.object({
  at: z.iso.datetime(),
  /** The name of whoever changed it; the id where they have none. */
  by: z.string(),
  /** Null where it is about somebody whom the reader may not see, too. */
  reason: z.string().nullable(),
});

const membership = z.object({
  ...{ person: z.string(), name: z.string(), role },
  /** Null where nobody knows since when. */
  fromOn: date.nullable(),
  /** The last day; null while they are in it. */
  untilOn: date.nullable(),
  /** They were registered by mistake and never were in it. */
  wasWrong: z.boolean(),
  joined: change.nullable(),
  left: change.nullable(),
});
export type MembershipView = z.infer<typeof membership>;

const personHousehold = z.object({
  ...{ id: z.string(), revision: z.number().int() },
  /** Who is in it now, adults first. */
  members: z.array(membership),
  /** Who was in it together with the person, the last first. */
  former: z.array(membership),
});
export type PersonHousehold = z.infer<typeof personHousehold>;

/** Who lives or lived with a person, by name. */
export const personHouseholdsSchema = z.object({ items: z.array(personHousehold) });
export type PersonHouseholds = z.infer<typeof personHouseholdsSchema>;
