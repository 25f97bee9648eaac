import { error, warning } from '../../xml/diagnostic.js';
import type { FeelValue } from '../../expression/values/feel-value.js';
import { textOf, type DmnElement } from '../read/dmn-element.js';
import { refuse } from '../logic/feel-text.js';
import type { Place } from '../logic/logic.js';
import type { OutputClause } from './clauses.js';
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
  /** Whether it asks which output stands first among the output values. */
  readonly needsOrder: boolean;
  /** Whether it makes one value of those of several rules. */
  readonly isAggregate: boolean;
}

const single = (decide: HitPolicy): ReadHitPolicy => ({
  decide,
  whenNone: null,
  givesList: false,
  takesFirst: false,
  needsOrder: false,
  isAggregate: false,
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
  ['COLLECT SUM', { ...single(collect(sum)), isAggregate: true }],
  ['COLLECT MIN', { ...single(collect(least)), isAggregate: true }],
  ['COLLECT MAX', { ...single(collect(greatest)), isAggregate: true }],
  ['COLLECT COUNT', { ...single(count), whenNone: 0 }],
]);

/** Reads the hit policy of a table; UNIQUE where none is written. Not every policy suits every table (DMN 1.5 §8.2.8). */
export function readHitPolicy(table: DmnElement, outputs: readonly OutputClause[], place: Place): ReadHitPolicy {
  const policy = namedPolicy(table, place);
  if (policy.needsOrder && outputs.every(({ order }) => order === undefined)) warnOfNoOrder(place);
  if (outputs.length < 2 || !policy.isAggregate) return policy;

  const refusal = refuse(place, 'Expected one output to aggregate (COLLECT with +, < or >), but the table has several');
  return single((_, __, run) => ({
    value: refusal({ get: () => undefined }, { run, matched: () => undefined }),
    used: [],
  }));
}

function namedPolicy(table: DmnElement, { element, model }: Place): ReadHitPolicy {
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

const warnOfNoOrder = ({ element, model }: Place): void => {
  model.report(
    warning('output-order', element, {
      message: 'Expected output values that say which output comes first, but there are none; the first rule does',
      melding:
        'Tabellen velger etter prioritet, men sier ikke hvilke verdier som kommer først. Skriv resultatverdiene.',
    }),
  );
};
