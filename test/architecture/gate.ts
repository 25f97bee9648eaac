/** A measure of the house (docs: the gates), what it may be, and where it is not. */
export interface Gate {
  readonly measure: string;
  readonly value: string;
  readonly limit: string;
  /** Each breach with its place, so that it can be put right without searching. Empty: the gate holds. */
  readonly breaches: readonly string[];
}

/** A gate where there may be no breach at all. */
export const noneOf = (measure: string, breaches: readonly string[]): Gate => ({
  measure,
  value: String(breaches.length),
  limit: '0',
  breaches,
});

/** A gate on one number that may be at most `limit`; `breaches` are the worst places. */
export function atMost(measure: string, measured: Measured, limit: number): Gate {
  const breaches = measured.value <= limit ? [] : measured.worst.slice(0, 10);
  return { measure, value: rounded(measured.value), limit: `≤ ${limit}`, breaches };
}

/** A gate on a share in per cent that must be at least `limit`. */
export function atLeast(measure: string, measured: Measured, limit: number): Gate {
  const breaches = measured.value >= limit ? [] : measured.worst.slice(0, 30);
  return { measure, value: `${rounded(measured.value)} %`, limit: `≥ ${limit} %`, breaches };
}

/** A number and the places that make it what it is, worst first. */
export interface Measured {
  readonly value: number;
  readonly worst: readonly string[];
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** The gates as a table for people. */
export function tableOf(gates: readonly Gate[]): string {
  const row = (measure: string, value: string, limit: string, mark: string): string =>
    `${mark} ${measure.padEnd(58)} ${value.padStart(14)}   ${limit}`;
  const rows = gates.map(({ measure, value, limit, breaches }) =>
    row(measure, value, limit, breaches.length === 0 ? '✓' : '✗'),
  );
  return ['', row('measure', 'value', 'gate', ' '), ...rows, ''].join('\n');
}
