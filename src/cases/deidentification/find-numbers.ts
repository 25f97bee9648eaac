import { isBirthNumber } from './birth-number.js';
import type { Finding, IdentifierKind } from './finding.js';

// Digits that belong together for a reader: at most three spaces, dots, dashes or slashes between.
const runs = /(?<![\d])\d(?:[ \n.\-–—/]{0,3}\d)+/g;
const phoneShapes = new Set(['8', '2222', '323', '44', '224', '35', '53', '422', '11111111']);
const numberShapes = new Set(['425', '65', '2225', '22223']);

interface Group {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Birth numbers, telephone numbers and other long numbers, also written in groups. */
export function findNumbers(text: string): readonly Finding[] {
  const grouped = [...text.matchAll(runs)].flatMap(({ 0: run, index }) => findInRun(text, groupsOf(run, index)));
  const others = [...text.matchAll(/(?:\+|\b00)\d(?:[ .-]?\d){7,14}|\b[A-Z]{2} ?\d{5}\b/g)].map(
    ({ 0: found, index }) => ({
      kind: /^[A-Z]/.test(found) ? ('nummer' as const) : ('telefon' as const),
      from: index,
      to: index + found.length,
    }),
  );
  return [...grouped, ...others];
}

const groupsOf = (run: string, at: number): readonly Group[] =>
  [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    from: at + index,
    to: at + index + digits.length,
  }));

/** Every row of groups that is a number of somebody; the rest of the run may be amounts and years. */
function findInRun(text: string, groups: readonly Group[]): readonly Finding[] {
  return groups.flatMap((first, start) =>
    groups.slice(start, start + 11).flatMap((last, more) => {
      const row = groups.slice(start, start + more + 1);
      const kind = kindOf(row, { between: text.slice(first.from, last.to), after: text.slice(last.to, last.to + 12) });
      return kind === undefined ? [] : [{ kind, from: first.from, to: last.to }];
    }),
  );
}

function kindOf(
  row: readonly Group[],
  { between, after }: { readonly between: string; readonly after: string },
): IdentifierKind | undefined {
  const digits = row.map((group) => group.digits).join('');
  const shape = row.map((group) => group.digits.length).join('');
  if (digits.length === 11 && isBirthNumber(digits)) return 'fodselsnummer';
  if (digits.length === 11 && (numberShapes.has(shape) || /^1{11}$/.test(shape))) return 'nummer';
  if (row.length === 1 && digits.length >= 9) return 'nummer';
  if (isAmount(after) || between.includes('/') || areYears(row) || digits.length !== 8) return undefined;
  return phoneShapes.has(shape) && /^[2-9]/.test(digits) ? 'telefon' : undefined;
}

const isAmount = (after: string): boolean => /^ ?(kr\b|kroner|,-|,\d|prosent|%)/i.test(after);
/** 2019–2023, 2025-05-01: years and days. */
const areYears = ([first, ...others]: readonly Group[]): boolean =>
  others.length > 0 && /^(19|20)\d\d$/.test(first?.digits ?? '');
