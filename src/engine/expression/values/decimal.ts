import type { BigDecimal, FeelNumber } from './feel-value.js';

const precision = 34;
const largestExponent = 6_144;

/** A whole number times a power of ten, of any length: what arithmetic works with before it rounds. */
export interface Scaled {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** How many decimal digits a whole number has. */
export const digitsOf = (whole: bigint): number => (whole < 0n ? -whole : whole).toString().length;

const powers: bigint[] = [1n];

/** Ten to the power of `exponent` (0 or more). */
export function powerOfTen(exponent: number): bigint {
  const known = powers[exponent];
  if (known !== undefined) return known;
  const power = 10n ** BigInt(exponent);
  if (exponent < 200) powers[exponent] = power;
  return power;
}

/** A number as coefficient and exponent. */
export function scaledOf(value: FeelNumber): Scaled {
  if (typeof value !== 'number') return value;
  if (Number.isSafeInteger(value)) return { coefficient: BigInt(value), exponent: 0 };
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { coefficient: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** Rounds half to even at `drop` digits from the end. */
export function dropDigits(coefficient: bigint, drop: number): bigint {
  const unit = powerOfTen(drop);
  const quotient = coefficient / unit;
  const rest = coefficient % unit;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const isUp = twice > unit || (twice === unit && quotient % 2n !== 0n);
  if (!isUp) return quotient;
  return coefficient < 0n ? quotient - 1n : quotient + 1n;
}

/** The number of 34 digits nearest to a scaled one, half to even; `undefined` when it is too large for decimal128. */
export function roundNumber({ coefficient, exponent }: Scaled): FeelNumber | undefined {
  if (coefficient === 0n) return 0;
  const surplus = digitsOf(coefficient) - precision;
  if (surplus > 0) return roundNumber({ coefficient: dropDigits(coefficient, surplus), exponent: exponent + surplus });
  return canonical(coefficient, exponent);
}

function canonical(coefficient: bigint, exponent: number): FeelNumber | undefined {
  const text = coefficient.toString();
  const bare = text.replace(/0+$/, '');
  const digits = bare.startsWith('-') ? bare.length - 1 : bare.length;
  const shift = exponent + text.length - bare.length;
  const size = digits + shift;
  if (size > largestExponent + 1) return undefined;
  if (size < -largestExponent) return 0;
  if (digits <= 15 && size < 300 && size > -300) return Number(`${bare}e${shift}`);
  const whole = shift >= 0 && size <= 16 ? Number(bare) * 10 ** shift : 0.5;
  if (Number.isSafeInteger(whole)) return whole;
  return { kind: 'number', coefficient: BigInt(bare), exponent: shift };
}

/** Reads a number as FEEL writes it, with an exponent too; `undefined` when the text is none. */
export function parseNumber(text: string): FeelNumber | undefined {
  const read = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text);
  if (read === null || (read[2] === '' && read[3] === undefined)) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = read;
  const coefficient = BigInt(whole + fraction);
  return roundNumber({
    coefficient: sign === '-' ? -coefficient : coefficient,
    exponent: Number(exponent) - fraction.length,
  });
}

/** A double as FEEL sees it: the number that its shortest text says; `undefined` for NaN and infinity. */
export function fromDouble(value: number): FeelNumber | undefined {
  if (Number.isSafeInteger(value)) return value + 0;
  if (!Number.isFinite(value)) return undefined;
  return Number(value.toPrecision(15)) === value && Math.abs(value) < 1e299 && Math.abs(value) > 1e-299
    ? value
    : roundNumber(scaledOf(value));
}

/** The double nearest to a number. */
export const toDouble = (value: FeelNumber): number =>
  typeof value === 'number' ? value : Number(`${value.coefficient}e${value.exponent}`);

/** A number in plain digits, without an exponent unless it would be longer than the number is worth. */
export function numberText(value: FeelNumber): string {
  const { coefficient, exponent } = scaledOf(value);
  const sign = coefficient < 0n ? '-' : '';
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString();
  if (exponent >= 0) return exponent > 100 ? `${sign}${digits}E+${exponent}` : sign + digits + '0'.repeat(exponent);
  const whole = digits.length + exponent;
  if (whole > 0) return `${sign}${digits.slice(0, whole)}.${digits.slice(whole)}`;
  return whole < -100 ? `${sign}${digits}E${exponent}` : `${sign}0.${'0'.repeat(-whole)}${digits}`;
}

/** Whether a `BigDecimal` or double has no digits after the point. */
export const isWhole = (value: FeelNumber): boolean =>
  typeof value === 'number' ? Number.isInteger(value) : isWholeDecimal(value);

const isWholeDecimal = ({ exponent }: BigDecimal): boolean => exponent >= 0;
