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
