import { daysBetween } from '../../engine/index.js';
import type { NodeWay } from '../../runtime/read-ports.js';
import type { LocalDate } from '../../shared/time.js';

/** The day on which a case first came to a node. */
export interface EnteredNode {
  readonly instance: string;
  readonly node: string;
  readonly on: LocalDate;
}

/** How many days each case took, for each way; those that never came to its end, or were there before they began, are left out. */
export function daysOfWays(entered: readonly EnteredNode[], ways: readonly NodeWay[]): readonly (readonly number[])[] {
  const cases = new Map<string, EnteredNode[]>();
  for (const one of entered) cases.set(one.instance, [...(cases.get(one.instance) ?? []), one]);
  return ways.map((way) => [...cases.values()].flatMap((visits) => daysOf(visits, way)));
}

function daysOf(visits: readonly EnteredNode[], { from, to }: NodeWay): readonly number[] {
  const firstOf = (nodes: readonly string[]) =>
    visits.flatMap(({ node, on }) => (nodes.includes(node) ? [on] : [])).toSorted()[0];
  const [began, ended] = [firstOf(from), firstOf(to)];
  return began === undefined || ended === undefined || ended < began ? [] : [daysBetween(began, ended)];
}
