import { readDecisionTables, type WrittenTable } from '../../../engine/index.js';

/** A row of the priority key as people read it. */
export interface KeyRow {
  readonly id: string;
  /** `A` to `H` of the key. */
  readonly condition: string;
  readonly text: string;
  readonly group: number;
  /** What is asked beyond yes or no. */
  readonly limits: readonly { readonly column: string; readonly text: string }[];
}

type Rule = WrittenTable['rules'][number];

/** The rows of a priority key, in the order of their groups; none where it is not written as a table with `vilkar`, `gruppe` and `grunn`. */
export async function keyRows(dmn: string): Promise<readonly KeyRow[]> {
  const tables = await readDecisionTables(dmn);
  const rows = tables.flatMap(({ rules }) => rules.flatMap(rowOf));
  return rows.toSorted((one, other) => one.group - other.group || one.condition.localeCompare(other.condition));
}

function rowOf(rule: Rule, index: number): readonly KeyRow[] {
  const [condition, text] = [wordOf(rule, 'vilkar'), wordOf(rule, 'grunn')];
  const group = Number(resultOf(rule, 'gruppe'));
  if (condition === undefined || text === undefined || !Number.isInteger(group)) return [];
  const limits = rule.tests.filter((test) => !isYesOrNo(test.text));
  return [{ id: rule.id ?? String(index), condition, text, group, limits }];
}

const resultOf = ({ results }: Rule, column: string): string | undefined =>
  results.find((result) => result.column === column)?.text;

// A text of FEEL in quotation marks; anything that is worked out cannot be shown as it stands.
const wordOf = (rule: Rule, column: string): string | undefined =>
  /^"([^"]*)"$/.exec(resultOf(rule, column) ?? '')?.[1];

const isYesOrNo = (text: string): boolean => /^(?:\?\s*=\s*)?(?:true|false)$/.test(text);
