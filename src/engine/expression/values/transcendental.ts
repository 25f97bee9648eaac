import { divideScaled } from './arithmetic.js';
import { digitsOf, isWhole, powerOfTen, roundNumber, scaledOf, toDouble } from './decimal.js';
import type { FeelNumber } from './feel-value.js';

// Fixed-point whole numbers with more digits than the 34 that count, so that the last of those is right.
const digits = 70;
const one = powerOfTen(digits);
const ln10Digits = '23025850929940456840179914546843642076011014886287729760333279009675726096773524802359972';
const ln10 = BigInt(ln10Digits.slice(0, digits + 1));
const halvings = 12n;

const fixedOf = (value: FeelNumber): bigint => {
  const { coefficient, exponent } = scaledOf(value);
  const shift = exponent + digits;
  return shift >= 0 ? coefficient * powerOfTen(shift) : shift < -200 ? 0n : coefficient / powerOfTen(-shift);
};

// e^x of a fixed-point number as fixed point and power of ten.
function expFixed(x: bigint): { readonly mantissa: bigint; readonly tens: number } {
  let tens = x / ln10;
  let rest = x - tens * ln10;
  if (rest < 0n) {
    tens -= 1n;
    rest += ln10;
  }
  const small = rest >> halvings;
  let term = one;
  let sum = one;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * small) / (one * n);
    sum += term;
  }
  for (let n = 0n; n < halvings; n++) sum = (sum * sum) / one;
  return { mantissa: sum, tens: Number(tens) };
}

/** e to the power of a number; `undefined` when it is too large. */
export function exponential(value: FeelNumber): FeelNumber | undefined {
  const size = toDouble(value);
  if (size > 14_200) return undefined;
  if (size < -14_300) return 0;
  const { mantissa, tens } = expFixed(fixedOf(value));
  return roundNumber({ coefficient: mantissa, exponent: tens - digits });
}

// The natural logarithm as a fixed-point number, by two of Halley's steps (each triples the digits) from a double.
function lnFixed(value: FeelNumber): bigint {
  const { coefficient, exponent } = scaledOf(value);
  const length = digitsOf(coefficient);
  const mantissa = (coefficient * powerOfTen(digits)) / powerOfTen(length - 1);
  let y = BigInt(Math.round(Math.log(Number(`${coefficient}e${1 - length}`)) * 1e15)) * powerOfTen(digits - 15);
  for (let step = 0; step < 3; step++) {
    const { mantissa: power, tens } = expFixed(y);
    const guess = tens < 0 ? power / powerOfTen(-tens) : power * powerOfTen(tens);
    y += (2n * (mantissa - guess) * one) / (mantissa + guess);
  }
  return y + BigInt(exponent + length - 1) * ln10;
}

/** The natural logarithm; `undefined` for zero and below. */
export function logarithm(value: FeelNumber): FeelNumber | undefined {
  if (scaledOf(value).coefficient <= 0n) return undefined;
  if (value === 1) return 0;
  return roundNumber({ coefficient: lnFixed(value), exponent: -digits });
}

/** The square root to 34 digits; `undefined` below zero. */
export function squareRoot(value: FeelNumber): FeelNumber | undefined {
  const { coefficient, exponent } = scaledOf(value);
  if (coefficient < 0n) return undefined;
  if (coefficient === 0n) return 0;
  const shift = 80 + (((exponent % 2) + 2) % 2);
  const scaled = coefficient * powerOfTen(shift);
  const root = wholeRoot(scaled);
  const mark = root * root === scaled ? 0n : 1n;
  return roundNumber({ coefficient: root * 10n + mark, exponent: (exponent - shift) / 2 - 1 });
}

function wholeRoot(value: bigint): bigint {
  let guess = powerOfTen(Math.ceil(digitsOf(value) / 2));
  for (;;) {
    const next = (guess + value / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}

const largestPower = 1_000_000;

/** `base ** exponent`; `undefined` when it is too large or no real number. */
export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber | undefined {
  if (exponent === 0) return 1;
  if (exponent === 0.5) return squareRoot(base);
  if (base === 0) return toDouble(exponent) > 0 ? 0 : undefined;
  if (base === 1) return 1;
  const size = toDouble(exponent);
  if (isWhole(exponent) && Math.abs(size) <= largestPower) return wholePower(base, size);
  if (scaledOf(base).coefficient < 0n) return undefined;
  const logarithmOfBase = roundNumber({ coefficient: lnFixed(base), exponent: -digits });
  if (logarithmOfBase === undefined || Math.abs(toDouble(logarithmOfBase) * size) > 20_000) {
    return logarithmOfBase !== undefined && toDouble(logarithmOfBase) * size < 0 ? 0 : undefined;
  }
  const { mantissa, tens } = expFixed((lnFixed(base) * fixedOf(exponent)) / one);
  return roundNumber({ coefficient: mantissa, exponent: tens - digits });
}

function wholePower(base: FeelNumber, exponent: number): FeelNumber | undefined {
  if (typeof base === 'number' && Number.isSafeInteger(base) && exponent > 0) {
    const quick = base ** exponent;
    if (Number.isSafeInteger(quick)) return quick;
  }
  const positive = Math.abs(exponent);
  let square = scaledOf(base);
  let result = { coefficient: 1n, exponent: 0 };
  for (let rest = positive; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = shortened(result.coefficient * square.coefficient, result.exponent + square.exponent);
    square = shortened(square.coefficient * square.coefficient, square.exponent * 2);
    if (Math.abs(result.exponent) > 100_000) break;
  }
  if (exponent > 0) return roundNumber(result);
  return roundNumber(divideScaled({ coefficient: 1n, exponent: 0 }, result, 40));
}

function shortened(coefficient: bigint, exponent: number): { readonly coefficient: bigint; readonly exponent: number } {
  const surplus = digitsOf(coefficient) - digits;
  return surplus > 0
    ? { coefficient: coefficient / powerOfTen(surplus), exponent: exponent + surplus }
    : { coefficient, exponent };
}
