const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether eleven digits are a birth number (fødselsnummer), a D-number (day + 40), an aid number (month + 40) or a synthetic one
 * (month + 65 or + 80), with both check digits right (folkeregisterforskriften § 2-2-1).
 */
export function isBirthNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const values = [...digits].map(Number);
  return isDate(digits) && remainder(values, firstWeights) === 0 && remainder(values, secondWeights) === 0;
}

function isDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const plainDay = day > 40 ? day - 40 : day;
  const plainMonth = [80, 65, 40, 0].map((more) => month - more).find((one) => one > 0) ?? 0;
  return plainDay >= 1 && plainDay <= (daysIn[plainMonth - 1] ?? 0);
}

const remainder = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0) % 11;
