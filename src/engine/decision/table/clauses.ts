import { error } from '../../xml/diagnostic.js';
import { passes } from '../../expression/compile/ranges.js';
import { isList, type FeelValue } from '../../expression/values/feel-value.js';
import { compileTest, compileText, feelTextOf } from '../logic/feel-text.js';
import { typed, type Logic, type Place } from '../logic/logic.js';
import { elementOf, elementsOf, nameOf, textOf, type DmnElement } from '../read/dmn-element.js';
import { allowedTextOf, type ItemType } from '../types/item-type.js';

/** A test of a value: logic that is true where the value passes. */
export type Test = (value: FeelValue) => Logic;

/** An input of a table: what is looked at, and which values are expected. */
export interface InputClause {
  readonly value: Logic;
  readonly isExpected: Test | undefined;
}

/** An output of a table. */
export interface OutputClause {
  readonly name: string;
  readonly type: ItemType;
  readonly isExpected: Test | undefined;
  /** The output values in order of priority. */
  readonly order: Logic | undefined;
  readonly whenNone: Logic | undefined;
}

/** Reads the inputs of a table. */
export function readInputs(table: DmnElement, place: Place): readonly InputClause[] {
  return elementsOf(table, 'input').map((input, at) => {
    const expression = elementOf(input, 'inputExpression');
    if (expression === undefined || textOf(expression, 'text') === undefined) reportNoInput(place, at + 1);
    const values = elementOf(input, 'inputValues');
    return {
      value: place.model.compile(expression, place),
      isExpected: values && testOf(feelTextOf(values, place), place),
    };
  });
}

/** Reads the outputs of a table; several have names of their own. */
export function readOutputs(table: DmnElement, place: Place): readonly OutputClause[] {
  const outputs = elementsOf(table, 'output').map((output) => readOutput(output, place));
  const names = new Set(outputs.map(({ name }) => name));
  if (outputs.length === 0 || (outputs.length > 1 && (names.size < outputs.length || names.has('')))) {
    reportOutputs(place, outputs.length);
  }
  return outputs;
}

function readOutput(output: DmnElement, place: Place): OutputClause {
  const type = place.model.typeOf(textOf(output, 'typeRef'), place.element);
  const values = elementOf(output, 'outputValues');
  const written = values && feelTextOf(values, place);
  const ordered = written ?? allowedTextOf(type);
  const otherwise = elementOf(output, 'defaultOutputEntry');
  return {
    name: nameOf(output),
    type,
    isExpected: testOf(written, place),
    order: ordered === undefined || ordered === '-' ? undefined : compileText(`[${ordered}]`, place),
    whenNone: otherwise && typed(place.model.compile(otherwise, place), type),
  };
}

const testOf = (source: string | undefined, place: Place): Test | undefined =>
  source === undefined || source === '-' ? undefined : compileTest(source, place);

/** The place of a value in an order of priority, from 0; infinite where it has none. */
export function rankIn(order: FeelValue, value: FeelValue): number {
  const at = isList(order) ? order.findIndex((one) => passes(value, one) === true) : -1;
  return at < 0 ? Infinity : at;
}

const reportNoInput = ({ element, model }: Place, number: number): void =>
  model.report(
    error('table-input', element, {
      message: `Expected input ${number} of the table to say what it looks at, but it does not`,
      melding: `Kolonne ${number} i tabellen sier ikke hva den ser på. Skriv et uttrykk.`,
    }),
  );

const reportOutputs = ({ element, model }: Place, count: number): void =>
  model.report(
    error('table-outputs', element, {
      message: `Expected the outputs of the table to have names of their own, but of ${count} they do not`,
      melding: 'Tabellen mangler resultatkolonner, eller de har ikke hvert sitt navn. Gi hver kolonne et navn.',
    }),
  );
