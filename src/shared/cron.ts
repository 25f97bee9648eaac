/** The times of a clock and calendar that a cron expression names: sets of numbers, and days that depend on the month. */
export interface Cron {
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly CronDay[];
  readonly months: readonly number[];
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly CronDay[];
  /** Absent where every year counts. */
  readonly years?: readonly number[];
}

/** One day that a field names: a number, or one that depends on the month. */
export type CronDay =
  | { readonly kind: 'number'; readonly number: number }
  /** So many days before the last of the month; its last working day where `isWorking`. */
  | { readonly kind: 'last'; readonly before: number; readonly isWorking: boolean }
  /** The working day nearest to a day of the month, in the same month. */
  | { readonly kind: 'nearest'; readonly number: number }
  /** The weekday so many times into the month; the last one where `nth` is absent. */
  | { readonly kind: 'inMonth'; readonly number: number; readonly nth?: number };

/** What stands in front of cron in a diagram, where ISO 8601 is expected. */
export const cronSign = /^cron\s+/;

const macros: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 0 1 1 *'],
  ['@annually', '0 0 0 1 1 *'],
  ['@monthly', '0 0 0 1 * *'],
  ['@weekly', '0 0 0 * * SUN'],
  ['@daily', '0 0 0 * * *'],
  ['@midnight', '0 0 0 * * *'],
  ['@hourly', '0 0 * * * *'],
]);

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const dayNames = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

interface Unit {
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
}

const units = {
  second: { least: 0, most: 59 },
  minute: { least: 0, most: 59 },
  hour: { least: 0, most: 23 },
  day: { least: 1, most: 31 },
  month: { least: 1, most: 12, names: monthNames },
  weekday: { least: 1, most: 7, names: dayNames },
  year: { least: 1970, most: 2199 },
} satisfies Readonly<Record<string, Unit>>;

/**
 * Reads cron: second, minute, hour, day of the month, month, weekday (0 and 7 are Sunday) and perhaps year, each with
 * `*`, `?`, lists, ranges and steps; `L`, `W` and `#` for days; or a word like `@daily`. Undefined for what is none.
 */
export function parseCron(text: string): Cron | undefined {
  const written = text.trim().toUpperCase();
  const fields = (macros.get(written.toLowerCase()) ?? written).split(/\s+/);
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = '*'] = fields;
  if (fields.length < 6 || fields.length > 7) return undefined;
  const seconds = numbersOf(second, units.second);
  const minutes = numbersOf(minute, units.minute);
  const hours = numbersOf(hour, units.hour);
  const months = numbersOf(month, units.month);
  const years = numbersOf(year, units.year);
  const days = daysOf(day, units.day, dayOfMonth);
  const weekdays = daysOf(weekday, units.weekday, dayOfWeek);
  if (!seconds || !minutes || !hours || !months || !years || !days || !weekdays) return undefined;
  return { seconds, minutes, hours, days, months, weekdays, ...(isAny(year) ? {} : { years }) };
}

const isAny = (field: string): boolean => field === '*' || field === '?';

function numbersOf(field: string, unit: Unit): readonly number[] | undefined {
  const parts = field.split(',').map((part) => rangeOf(part, unit));
  if (parts.some((part) => part === undefined)) return undefined;
  return [...new Set(parts.flatMap((part) => part ?? []))].toSorted((one, other) => one - other);
}

// `a-b`, `a-b/step`, `a/step` (to the end), `*/step` or one number; a range may go round the end.
function rangeOf(part: string, unit: Unit): readonly number[] | undefined {
  const [, from = '', to, step] = /^([^-/]+)(?:-([^-/]+))?(?:\/(\d{1,4}))?$/.exec(part) ?? [];
  const by = step === undefined ? 1 : Number(step);
  const isFree = isAny(from) && to === undefined;
  const first = isFree ? unit.least : numberOf(from, unit);
  const last = isFree || (to === undefined && step !== undefined) ? unit.most : numberOf(to ?? from, unit);
  if (first === undefined || last === undefined || by < 1) return undefined;
  const size = unit.most - unit.least + 1;
  const length = ((last - first + size) % size) + 1;
  const steps = Array.from({ length: Math.ceil(length / by) }, (_, at) => first + at * by);
  return steps.map((number) => unit.least + ((number - unit.least) % size));
}

function numberOf(text: string, { least, most, names = [] }: Unit): number | undefined {
  const named = names.indexOf(text);
  if (named >= 0) return least + named;
  if (!/^\d{1,4}$/.test(text)) return undefined;
  const number = names === dayNames && text === '0' ? 7 : Number(text);
  return number >= least && number <= most ? number : undefined;
}

function daysOf(
  field: string,
  unit: Unit,
  special: (part: string) => CronDay | undefined,
): readonly CronDay[] | undefined {
  const parts = field.split(',').map((part): readonly CronDay[] | undefined => {
    const found = special(part);
    return found === undefined ? rangeOf(part, unit)?.map((number) => ({ kind: 'number', number })) : [found];
  });
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function dayOfMonth(part: string): CronDay | undefined {
  const [, before] = /^L(?:-(\d{1,2}))?$/.exec(part) ?? [];
  if (part === 'L' || before !== undefined) return { kind: 'last', before: Number(before ?? 0), isWorking: false };
  if (part === 'LW') return { kind: 'last', before: 0, isWorking: true };
  const [, near = ''] = /^(\d{1,2})W$/.exec(part) ?? [];
  const number = numberOf(near, units.day);
  return number === undefined ? undefined : { kind: 'nearest', number };
}

function dayOfWeek(part: string): CronDay | undefined {
  const [, name = '', nth] = /^([A-Z]{3}|\d)(?:L|#([1-5]))$/.exec(part) ?? [];
  const number = numberOf(name, units.weekday);
  if (number === undefined) return undefined;
  return { kind: 'inMonth', number, ...(nth === undefined ? {} : { nth: Number(nth) }) };
}
