import { divide, modulo, multiply, negate, roundTo, compareNumbers, type Rounding } from '../values/arithmetic.js';
import { isWhole } from '../values/decimal.js';
import { isKinded, isNumber, type FeelNumber, type FeelValue } from '../values/feel-value.js';
import { daysDuration, monthsDuration } from '../values/read-temporal.js';
import type { Run } from '../values/run.js';
import { exponential, logarithm, squareRoot } from '../values/transcendental.js';
import { builtIn, numberAt, valueAt, type BuiltIn } from './signature.js';

const smallestScale = -6_111;
const largestScale = 6_176;

const orWarn = (value: FeelNumber | undefined, name: string, run: Run): FeelValue =>
  value ?? run.warn(`Expected ${name}() to have a result, but it has none or is too large`);

function rounder(name: string, signature: string, rounding: Rounding): BuiltIn {
  return builtIn(name, signature, (values, run) => {
    const scale = values.length > 1 ? valueAt(values, 1) : 0;
    const digits = isNumber(scale) ? roundTo(scale, 0, 'down') : undefined;
    if (typeof digits !== 'number' || digits < smallestScale || digits > largestScale) {
      return run.warn(`Expected a scale between ${smallestScale} and ${largestScale} in ${name}(), but got another`);
    }
    return orWarn(roundTo(numberAt(values, 0), digits, rounding), name, run);
  });
}

function absolute(value: FeelValue): FeelValue {
  if (isNumber(value)) return compareNumbers(value, 0) < 0 ? negate(value) : value;
  if (!isKinded(value)) return null;
  if (value.kind === 'days and time duration') return daysDuration(value.nanos < 0n ? -value.nanos : value.nanos);
  return value.kind === 'years and months duration' ? monthsDuration(Math.abs(value.months)) : null;
}

const isEven = (value: FeelNumber): boolean => {
  const half = divide(value, 2);
  return half !== undefined && isWhole(half) && isSame(multiply(half, 2), value);
};

const isSame = (one: FeelNumber | undefined, other: FeelNumber): boolean =>
  one !== undefined && compareNumbers(one, other) === 0;

/** Functions of numbers (DMN 1.5 §10.3.4.5). */
export const numericFunctions: readonly BuiltIn[] = [
  rounder('decimal', 'n: number, scale: number', 'half even'),
  rounder('floor', 'n: number, scale?: number', 'floor'),
  rounder('ceiling', 'n: number, scale?: number', 'ceiling'),
  rounder('round up', 'n: number, scale?: number', 'up'),
  rounder('round down', 'n: number, scale?: number', 'down'),
  rounder('round half up', 'n: number, scale?: number', 'half up'),
  rounder('round half down', 'n: number, scale?: number', 'half down'),
  builtIn('abs', 'n: number|days and time duration|years and months duration', (values) =>
    absolute(valueAt(values, 0)),
  ),
  builtIn('modulo', 'dividend: number, divisor: number', (values, run) =>
    orWarn(modulo(numberAt(values, 0), numberAt(values, 1)), 'modulo', run),
  ),
  builtIn('sqrt', 'number: number', (values, run) => orWarn(squareRoot(numberAt(values, 0)), 'sqrt', run)),
  builtIn('log', 'number: number', (values, run) => orWarn(logarithm(numberAt(values, 0)), 'log', run)),
  builtIn('exp', 'number: number', (values, run) => orWarn(exponential(numberAt(values, 0)), 'exp', run)),
  builtIn('odd', 'number: number', (values) => isWhole(numberAt(values, 0)) && !isEven(numberAt(values, 0))),
  builtIn('even', 'number: number', (values) => isWhole(numberAt(values, 0)) && isEven(numberAt(values, 0))),
];
