import { add, divide, multiply, subtract } from '../values/arithmetic.js';
import { isNumber, type FeelNumber, type FeelValue } from '../values/feel-value.js';
import { describe } from '../values/describe.js';
import type { Run } from '../values/run.js';
import { addTemporal, divideTemporal, multiplyTemporal, subtractTemporal } from '../values/temporal-arithmetic.js';
import { power } from '../values/transcendental.js';
import type { Arithmetic } from '../syntax/ast.js';

type OnNumbers = (one: FeelNumber, other: FeelNumber) => FeelNumber | undefined;
type OnOthers = (one: FeelValue, other: FeelValue) => FeelValue | undefined;

const onNumbers: Readonly<Record<Arithmetic, OnNumbers>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
};

const onOthers: Readonly<Record<Arithmetic, OnOthers>> = {
  '+': addTemporal,
  '-': subtractTemporal,
  '*': multiplyTemporal,
  '/': divideTemporal,
  '**': () => undefined,
};

// A date in a zone is looked up in the rules of the zone.
const costOfDates = 4;

/** Calculates (DMN 1.5 §10.3.2.12.3, Tables 53 to 56); null with a warning where the operands do not fit each other. */
export function calculator(operator: Arithmetic): (one: FeelValue, other: FeelValue, run: Run) => FeelValue {
  const numbers = onNumbers[operator];
  const others = onOthers[operator];
  const isSum = operator === '+';

  return (one, other, run) => {
    if (isNumber(one) && isNumber(other)) {
      return (
        numbers(one, other) ?? run.warn(`Expected '${operator}' to have a result, but it is no number or too large`)
      );
    }
    if (isSum && typeof one === 'string' && typeof other === 'string') {
      run.use((one.length + other.length) >> 3);
      return one + other;
    }
    run.use(costOfDates);
    return (
      others(one, other) ??
      run.warn(`Expected values that fit '${operator}', but got ${describe(one)} and ${describe(other)}`)
    );
  };
}
