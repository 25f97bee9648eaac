import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Ties } from '../../runtime/tie-ports.js';
import type { LocalDate } from '../../shared/time.js';

const text = z.string().min(1);
const ruleSchema = z.discriminatedUnion('id', [
  z.strictObject({ id: z.enum(['selv', 'husstand', 'representant', 'erklaert']), text }),
  // The municipality chooses where a new pair of eyes is wanted: tasks by process.
  z.strictObject({ id: z.literal('tidligere-vedtak'), text, tasks: z.record(text, z.array(text).min(1)) }),
]);
const versionSchema = z.strictObject({
  validFrom: z.iso.date(),
  source: z.string().min(1),
  verified: z.boolean(),
  rules: z.array(ruleSchema),
});

/** By what somebody may not work on a case about a person (inhabil), and how they are told. */
export type ImpartialityRule = z.infer<typeof ruleSchema>;

/** The versions of the rules; the last that is valid on a day counts. */
export type ImpartialityRules = readonly z.infer<typeof versionSchema>[];

/** Reads the rules from workflows/habilitet.json, the oldest version first; refuses what is not complete. */
export async function readImpartialityRules(file: string): Promise<ImpartialityRules> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  return z
    .array(versionSchema)
    .parse(json)
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom));
}

/** The rule in force by which somebody with these ties to a person may not work on a case about them; undefined where they may. */
export const ruleAgainst = (rules: ImpartialityRules, ties: Ties, on: LocalDate): ImpartialityRule | undefined =>
  rulesOn(rules, on).find(({ id }) => id !== 'tidligere-vedtak' && ties[tieOf[id]]);

/** The rule in force by which this task is for somebody else than whoever made the decision that it is about; undefined where there is none. */
export const ruleOfFormerDecision = (
  rules: ImpartialityRules,
  { process, node }: { readonly process: string; readonly node: string },
  on: LocalDate,
): ImpartialityRule | undefined =>
  rulesOn(rules, on).find((rule) => rule.id === 'tidligere-vedtak' && rule.tasks[process]?.includes(node));

const rulesOn = (rules: ImpartialityRules, on: LocalDate): readonly ImpartialityRule[] =>
  rules.findLast(({ validFrom }) => validFrom <= on)?.rules ?? [];

const tieOf = {
  selv: 'isSame',
  husstand: 'sharesHousehold',
  representant: 'represents',
  erklaert: 'hasDeclared',
} as const;
