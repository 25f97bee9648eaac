import { error } from '../../xml/diagnostic.js';
import type { FeelValue } from '../../expression/values/feel-value.js';
import { textOf, type DmnElement } from '../read/dmn-element.js';
import type { Place } from '../logic/logic.js';
import { any } from './any.js';
import { collect, count, greatest, least, sum } from './collect.js';
import { first } from './first.js';
import type { HitPolicy } from './hit-policy.js';
import { outputOrder } from './output-order.js';
import { priority } from './priority.js';
import { ruleOrder } from './rule-order.js';
import { unique } from './unique.js';

/** A hit policy, with what a table gives where no rule matches and no output has a default. */
export interface ReadHitPolicy {
  readonly decide: HitPolicy;
  readonly whenNone: FeelValue;
  /** Whether the result is a list of what rules give. */
  readonly givesList: boolean;
  readonly takesFirst: boolean;
  readonly needsOrder: boolean;
}

const single = (decide: HitPolicy): ReadHitPolicy => ({
  decide,
  whenNone: null,
  givesList: false,
  takesFirst: false,
  needsOrder: false,
});
const multiple = (decide: HitPolicy): ReadHitPolicy => ({ ...single(decide), whenNone: [], givesList: true });

const policies: ReadonlyMap<string, ReadHitPolicy> = new Map([
  ['UNIQUE', single(unique)],
  ['FIRST', { ...single(first), takesFirst: true }],
  ['PRIORITY', { ...single(priority), needsOrder: true }],
  ['ANY', single(any)],
  ['RULE ORDER', multiple(ruleOrder)],
  ['OUTPUT ORDER', { ...multiple(outputOrder), needsOrder: true }],
  ['COLLECT', multiple(ruleOrder)],
  ['COLLECT SUM', single(collect(sum))],
  ['COLLECT MIN', single(collect(least))],
  ['COLLECT MAX', single(collect(greatest))],
  ['COLLECT COUNT', { ...single(count), whenNone: 0 }],
]);

/** Reads the hit policy of a table; UNIQUE where none is written (DMN 1.5 §8.2.8). */
export function readHitPolicy(table: DmnElement, { element, model }: Place): ReadHitPolicy {
  const written = textOf(table, 'hitPolicy') ?? 'UNIQUE';
  const aggregation = written === 'COLLECT' ? textOf(table, 'aggregation') : undefined;
  const name = aggregation === undefined ? written : `${written} ${aggregation}`;
  const known = policies.get(name);
  if (known !== undefined) return known;

  model.report(
    error('hit-policy', element, {
      message: `Expected a hit policy of DMN, but got '${name}'`,
      melding: `Treffregelen «${name}» finnes ikke. Bruk UNIQUE, FIRST, PRIORITY, ANY, COLLECT, RULE ORDER eller OUTPUT ORDER.`,
    }),
  );
  return single(unique);
}
