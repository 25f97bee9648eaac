import type { FeelValue } from '../../expression/values/feel-value.js';
import type { Scope } from '../../expression/compile/code.js';
import type { Going, Logic, Place } from '../logic/logic.js';
import { textOf, type DmnElement } from '../read/dmn-element.js';
import { rankIn, readInputs, readOutputs, type InputClause, type OutputClause } from './clauses.js';
import type { Hit, Outputs } from './hit-policy.js';
import { readHitPolicy, type ReadHitPolicy } from './read-hit-policy.js';
import { readRules, type Rule } from './rules.js';

interface Table {
  readonly inputs: readonly InputClause[];
  readonly outputs: readonly OutputClause[];
  readonly rules: readonly Rule[];
  readonly policy: ReadHitPolicy;
}

/** A decision table (DMN 1.5 §8): which rules match, and what follows by its hit policy. */
export function compileDecisionTable(element: DmnElement, place: Place): Logic {
  const inputs = readInputs(element, place);
  const outputs = readOutputs(element, place);
  const rules = readRules(element, inputs.length, { outputs, place });
  const table: Table = { inputs, outputs, rules, policy: readHitPolicy(element, outputs, place) };
  const id = textOf(element, 'id') ?? null;

  return (scope, going) => {
    const values = inputValues(table, scope, going);
    if (values === undefined) return null;
    const hits = hitsOf(table, values, { scope, going });
    if (hits.length === 0) return whenNoneMatches(table, scope, going);

    const { value, used } = table.policy.decide(hits, outputsOf(table, scope, going), going.run);
    going.matched({
      element: place.ownerId,
      name: place.owner,
      table: id,
      rules: used.map(({ number, id: rule }) => ({ number, id: rule })),
    });
    return value;
  };
}

/** The values that the inputs have; absent where one is not among those the table expects (DMN 1.5 §7.3.11). */
function inputValues({ inputs }: Table, scope: Scope, going: Going): readonly FeelValue[] | undefined {
  const values: FeelValue[] = [];
  for (const [at, { value: logic, isExpected }] of inputs.entries()) {
    const value = logic(scope, going);
    if (value !== null && isExpected !== undefined && isExpected(value)(scope, going) !== true) {
      going.run.warn(`Expected input ${at + 1} of the table to be among its input values, but it is not`);
      return undefined;
    }
    values.push(value);
  }
  return values;
}

interface Around {
  readonly scope: Scope;
  readonly going: Going;
}

function hitsOf(table: Table, values: readonly FeelValue[], { scope, going }: Around): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { number, id, tests, outputs } of table.rules) {
    going.run.use(tests.length);
    const matches = tests.every((test, at) => test === undefined || test(values[at] ?? null)(scope, going) === true);
    if (!matches) continue;
    const results = outputs.map((output, at) => expected(output(scope, going), table.outputs[at], { scope, going }));
    hits.push({ number, id, outputs: results });
    if (table.policy.takesFirst) break;
  }
  return hits;
}

function expected(value: FeelValue, clause: OutputClause | undefined, { scope, going }: Around): FeelValue {
  if (value === null || clause?.isExpected === undefined || clause.isExpected(value)(scope, going) === true)
    return value;
  return going.run.warn(`Expected output '${clause.name}' to be among its output values, but it is not`);
}

function outputsOf({ outputs }: Table, scope: Scope, going: Going): Outputs {
  const orders = new Map<number, FeelValue>();
  const orderOf = (column: number): FeelValue => {
    const known = orders.get(column);
    if (known !== undefined) return known;
    const order = outputs[column]?.order?.(scope, going) ?? null;
    orders.set(column, order);
    return order;
  };
  return {
    resultOf: (values) => resultOf(outputs, values),
    ranksOf: (values) => values.map((value, column) => rankIn(orderOf(column), value)),
  };
}

const resultOf = (outputs: readonly OutputClause[], values: readonly FeelValue[]): FeelValue =>
  outputs.length === 1
    ? (values[0] ?? null)
    : new Map(outputs.map(({ name }, at) => [name, values[at] ?? null] as const));

function whenNoneMatches({ outputs, policy }: Table, scope: Scope, going: Going): FeelValue {
  if (outputs.every(({ whenNone }) => whenNone === undefined)) return policy.whenNone;
  const value = resultOf(
    outputs,
    outputs.map(({ whenNone }) => whenNone?.(scope, going) ?? null),
  );
  return policy.givesList ? [value] : value;
}
