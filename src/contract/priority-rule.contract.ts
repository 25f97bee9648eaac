import { z } from 'zod';

const rank = z.object({
  /** Among those of the round, 1 goes first. */
  place: z.int(),
  group: z.int(),
  reasons: z.array(z.object({ condition: z.string(), text: z.string() })),
  /** 0 for the proposed one. */
  ruleVersion: z.int(),
});

/** A proposed priority key, and which rounds to try it on; without dates those of the last year. */
export const compareRuleSchema = z.strictObject({
  dmn: z.string().min(1).max(200_000),
  from: z.iso.date().exactOptional(),
  to: z.iso.date().exactOptional(),
});
export type CompareRule = z.output<typeof compareRuleSchema>;

/** What past rounds would have been with the proposed key. */
export const ruleComparisonSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  rounds: z.int(),
  /** Null where they are fewer than five persons, but somebody. */
  figures: z.object({ up: z.int().nullable(), down: z.int().nullable(), same: z.int().nullable() }),
  /** Round by round and person by person; null for those who see figures only. */
  items: z
    .array(
      z.object({
        round: z.string(),
        on: z.iso.date(),
        entries: z.array(
          z.object({
            /** Null where the reader may not see the case. */
            processInstanceId: z.string().nullable(),
            title: z.string().nullable(),
            change: z.enum(['opp', 'ned', 'uendret']),
            before: rank,
            after: rank,
          }),
        ),
      }),
    )
    .nullable(),
});
export type RuleComparisonView = z.infer<typeof ruleComparisonSchema>;

/** A key that somebody wants instead, and why. */
export const proposeRuleSchema = z.strictObject({
  dmn: z.string().min(1).max(200_000),
  why: z.string().min(1).max(4000),
});
export type ProposeRule = z.output<typeof proposeRuleSchema>;

/** A row of the key: who meets it, in words, and which place group it gives. */
const keyRowSchema = z.object({
  id: z.string(),
  /** `A` to `H`. */
  condition: z.string(),
  text: z.string(),
  group: z.int(),
  /** What is asked, beyond yes: `{ column: 'dager etter § 27', text: '> 60' }`. */
  limits: z.array(z.object({ column: z.string(), text: z.string() })),
});
export type KeyRowView = z.infer<typeof keyRowSchema>;

/** The priority key that counts now, the versions before it, and the cases in which another one is proposed. */
export const priorityRuleSchema = z.object({
  version: z.int(),
  /** Empty where the key is not written as a table of conditions. */
  rows: z.array(keyRowSchema),
  /** The newest first. */
  versions: z.array(
    z.object({
      version: z.int(),
      from: z.iso.date(),
      /** The last day; null for the one that counts now. */
      to: z.iso.date().nullable(),
      /** Who put it in use; null where that came with the program, or with a case. */
      by: z.string().nullable(),
      /** The case in which it was adopted, for those who may see it. */
      adoptedIn: z.string().nullable(),
    }),
  ),
  /** Cases in which a key is proposed, for those who may see them; the newest first. */
  proposals: z.array(
    z.object({
      processInstanceId: z.string(),
      startedAt: z.iso.datetime(),
      state: z.enum(['open', 'adopted', 'refused', 'cancelled']),
      /** Why somebody wants it. */
      why: z.string(),
      proposedBy: z.string(),
      /** What the past year would have been, in figures. */
      comparison: z.string().nullable(),
      /** Why it was adopted or not. */
      decidedWhy: z.string().nullable(),
    }),
  ),
});
export type PriorityRuleView = z.infer<typeof priorityRuleSchema>;
