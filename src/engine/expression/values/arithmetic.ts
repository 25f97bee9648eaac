import { digitsOf, powerOfTen, roundNumber, scaledOf, type Scaled } from './decimal.js';
import type { FeelNumber } from './feel-value.js';

const farApart = 80;
const exactBelow = 1e15;
const tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

/** How many digits a short decimal has after the point, up to 6; `undefined` for others, which are left to `bigint`. */
function placesOf(value: number): number | undefined {
  for (const [places, unit] of tens.entries()) {
    const whole = Math.round(value * unit);
    if (whole / unit === value && Math.abs(whole) < exactBelow) return places;
  }
  return undefined;
}

// Whole numbers below 10^15 are exact in a double, and so is the double nearest to their quotient by a power of ten.
function addShort(one: number, other: number): number | undefined {
  const [left, right] = [placesOf(one), placesOf(other)];
  if (left === undefined || right === undefined) return undefined;
  const unit = tens[Math.max(left, right)] ?? 1;
  const sum = Math.round(one * unit) + Math.round(other * unit);
  return Math.abs(sum) < exactBelow && Math.abs(one * unit) < exactBelow && Math.abs(other * unit) < exactBelow
    ? sum / unit + 0
    : undefined;
}

function multiplyShort(one: number, other: number): number | undefined {
  const [left, right] = [placesOf(one), placesOf(other)];
  if (left === undefined || right === undefined) return undefined;
  const [first, second] = [tens[left] ?? 1, tens[right] ?? 1];
  const product = Math.round(one * first) * Math.round(other * second);
  return Math.abs(product) < exactBelow ? product / (first * second) + 0 : undefined;
}

/** The sum of two numbers; `undefined` when it is too large. */
export function add(one: FeelNumber, other: FeelNumber): FeelNumber | undefined {
  if (
    typeof one === 'number' &&
    typeof other === 'number' &&
    Number.isSafeInteger(one) &&
    Number.isSafeInteger(other)
  ) {
    const sum = one + other;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const short = typeof one === 'number' && typeof other === 'number' ? addShort(one, other) : undefined;
  return short ?? roundNumber(addScaled(scaledOf(one), scaledOf(other)));
}

function addScaled(one: Scaled, other: Scaled): Scaled {
  if (one.coefficient === 0n) return other;
  if (other.coefficient === 0n) return one;
  const [high, low] = one.exponent >= other.exponent ? [one, other] : [other, one];
  const distance = high.exponent - low.exponent;
  // What is smaller than the last digit that counts only says on which side of it the sum lies.
  if (distance > farApart + digitsOf(low.coefficient)) {
    return {
      coefficient: high.coefficient * powerOfTen(farApart) + sign(low.coefficient),
      exponent: high.exponent - farApart,
    };
  }
  return { coefficient: high.coefficient * powerOfTen(distance) + low.coefficient, exponent: low.exponent };
}

const sign = (whole: bigint): bigint => (whole < 0n ? -1n : whole > 0n ? 1n : 0n);

/** A number with its sign turned. */
export const negate = (value: FeelNumber): FeelNumber =>
  typeof value === 'number' ? 0 - value : { ...value, coefficient: -value.coefficient };

/** The difference of two numbers; `undefined` when it is too large. */
export const subtract = (one: FeelNumber, other: FeelNumber): FeelNumber | undefined => add(one, negate(other));

/** The product of two numbers; `undefined` when it is too large. */
export function multiply(one: FeelNumber, other: FeelNumber): FeelNumber | undefined {
  if (
    typeof one === 'number' &&
    typeof other === 'number' &&
    Number.isSafeInteger(one) &&
    Number.isSafeInteger(other)
  ) {
    const product = one * other;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  const short = typeof one === 'number' && typeof other === 'number' ? multiplyShort(one, other) : undefined;
  if (short !== undefined) return short;
  const first = scaledOf(one);
  const second = scaledOf(other);
  return roundNumber({
    coefficient: first.coefficient * second.coefficient,
    exponent: first.exponent + second.exponent,
  });
}

/** The quotient of two numbers to 34 digits; `undefined` when divided by zero or too large. */
export function divide(one: FeelNumber, other: FeelNumber): FeelNumber | undefined {
  if (other === 0) return undefined;
  if (
    typeof one === 'number' &&
    typeof other === 'number' &&
    Number.isSafeInteger(one) &&
    Number.isSafeInteger(other)
  ) {
    if (one % other === 0) return one / other + 0;
  }
  return roundNumber(divideScaled(scaledOf(one), scaledOf(other), 36));
}

/** A quotient of at least `digits` digits, with one digit more that tells exact halves from others. */
export function divideScaled(one: Scaled, other: Scaled, digits: number): Scaled {
  const shift = Math.max(0, digits + digitsOf(other.coefficient) - digitsOf(one.coefficient));
  const dividend = one.coefficient * powerOfTen(shift);
  const quotient = dividend / other.coefficient;
  const rest = dividend % other.coefficient;
  const isNegative = one.coefficient < 0n !== other.coefficient < 0n;
  const mark = rest === 0n ? 0n : isNegative ? -1n : 1n;
  return { coefficient: quotient * 10n + mark, exponent: one.exponent - other.exponent - shift - 1 };
}

/** Less than zero, zero or more than zero, as the first number is less than, equal to or more than the second. */
export function compareNumbers(one: FeelNumber, other: FeelNumber): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const first = scaledOf(one);
  const second = scaledOf(other);
  const difference = addScaled(first, { coefficient: -second.coefficient, exponent: second.exponent });
  return Number(sign(difference.coefficient));
}

/** How to round what lies between two neighbours. */
export type Rounding = 'up' | 'down' | 'half up' | 'half down' | 'half even' | 'floor' | 'ceiling';

/** Rounds to `scale` digits after the point (before it, if negative). */
export function roundTo(value: FeelNumber, scale: number, rounding: Rounding): FeelNumber | undefined {
  const { coefficient, exponent } = scaledOf(value);
  const drop = -scale - exponent;
  if (drop <= 0) return value;
  const unit = drop > digitsOf(coefficient) + 1 ? powerOfTen(digitsOf(coefficient) + 1) : powerOfTen(drop);
  const quotient = coefficient / unit;
  const rest = coefficient % unit;
  return roundNumber({ coefficient: quotient + stepOf(rest, { unit, quotient, rounding }), exponent: -scale });
}

interface Between {
  readonly unit: bigint;
  readonly quotient: bigint;
  readonly rounding: Rounding;
}

function stepOf(rest: bigint, { unit, quotient, rounding }: Between): bigint {
  if (rest === 0n) return 0n;
  const away = rest < 0n ? -1n : 1n;
  const twice = rest * away * 2n;
  switch (rounding) {
    case 'up':
      return away;
    case 'down':
      return 0n;
    case 'floor':
      return away < 0n ? -1n : 0n;
    case 'ceiling':
      return away < 0n ? 0n : 1n;
    case 'half up':
      return twice >= unit ? away : 0n;
    case 'half down':
      return twice > unit ? away : 0n;
    case 'half even':
      return twice > unit || (twice === unit && quotient % 2n !== 0n) ? away : 0n;
  }
}

/** The remainder with the sign of the divisor (DMN 1.5 Table 75: `dividend - divisor * floor(dividend / divisor)`). */
export function modulo(dividend: FeelNumber, divisor: FeelNumber): FeelNumber | undefined {
  if (divisor === 0) return undefined;
  const first = scaledOf(dividend);
  const second = scaledOf(divisor);
  const exponent = Math.min(first.exponent, second.exponent);
  if (Math.max(first.exponent, second.exponent) - exponent > 7_000) return undefined;
  const whole = first.coefficient * powerOfTen(first.exponent - exponent);
  const part = second.coefficient * powerOfTen(second.exponent - exponent);
  const rest = whole % part;
  return roundNumber({ coefficient: rest !== 0n && rest < 0n !== part < 0n ? rest + part : rest, exponent });
}
