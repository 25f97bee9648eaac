const dayNames = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const macros: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 0 1 1 *'],
  ['@annually', '0 0 0 1 1 *'],
  ['@monthly', '0 0 0 1 * *'],
  ['@weekly', '0 0 0 * * SUN'],
  ['@daily', '0 0 0 * * *'],
  ['@midnight', '0 0 0 * * *'],
  ['@hourly', '0 0 * * * *'],
]);

// A Monday that began a year, long enough ago: cycles that began then are walked on from now.
const year = '2001';

/**
 * A cron expression (second, minute, hour, day, month, weekday) as a cycle of ISO 8601, where one steady period says the
 * same; undefined for every other, which the reader then refuses.
 */
export function cronCycle(text: string): string | undefined {
  const written = text.trim();
  const fields = (macros.get(written) ?? written).split(/\s+/);
  if (fields.length !== 6 || fields.some((field) => !/^[\dA-Za-z*?/]+$/.test(field))) return undefined;
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  return [day, month, weekday].every(isAny) ? withinDay(second, minute, hour) : onDay({ fields, day, month, weekday });
}

const isAny = (field: string): boolean => field === '*' || field === '?';

// The finest field that steps says the period; those below it are numbers, those above it are free.
function withinDay(second: string, minute: string, hour: string): string | undefined {
  const units = [
    { field: second, name: 'S', most: 60 },
    { field: minute, name: 'M', most: 60 },
    { field: hour, name: 'H', most: 24 },
  ];
  const at = units.findIndex(({ field }) => numberOf(field) === undefined);
  const starts = units.map(({ field }) => numberOf(field) ?? 0);
  const unit = units[at];
  if (unit === undefined) return cycle('01-01', starts, 'P1D');

  const step = stepOf(unit.field);
  const isFree = units.slice(at + 1).every(({ field }) => isAny(field));
  if (step === undefined || !isFree || step.by < 1 || unit.most % step.by !== 0 || step.from >= step.by)
    return undefined;
  return cycle('01-01', starts.with(at, step.from), `PT${step.by}${unit.name}`);
}

interface Day {
  readonly fields: readonly string[];
  readonly day: string;
  readonly month: string;
  readonly weekday: string;
}

function onDay({ fields, day, month, weekday }: Day): string | undefined {
  const [second, minute, hour] = fields.slice(0, 3).map(numberOf);
  if (second === undefined || minute === undefined || hour === undefined) return undefined;
  const time = [second, minute, hour];
  const week = dayNames.indexOf(weekday.toUpperCase());
  if (isAny(day) && isAny(month) && week >= 0) return cycle(`01-0${week + 1}`, time, 'P7D');

  const [inMonth, inYear] = [numberOf(day), numberOf(month)];
  if (!isAny(weekday) || inMonth === undefined || inMonth < 1 || inMonth > 28) return undefined;
  if (isAny(month)) return cycle(`01-${two(inMonth)}`, time, 'P1M');
  if (inYear === undefined || inYear < 1 || inYear > 12) return undefined;
  return cycle(`${two(inYear)}-${two(inMonth)}`, time, 'P1Y');
}

const two = (number: number): string => String(number).padStart(2, '0');

function cycle(day: string, [second = 0, minute = 0, hour = 0]: readonly number[], period: string): string | undefined {
  if (second > 59 || minute > 59 || hour > 23) return undefined;
  return `R/${year}-${day}T${two(hour)}:${two(minute)}:${two(second)}/${period}`;
}

const numberOf = (field: string): number | undefined => (/^\d{1,2}$/.test(field) ? Number(field) : undefined);

function stepOf(field: string): { readonly from: number; readonly by: number } | undefined {
  if (field === '*') return { from: 0, by: 1 };
  const [, from, by] = /^(\*|\d{1,2})\/(\d{1,2})$/.exec(field) ?? [];
  return by === undefined ? undefined : { from: from === '*' ? 0 : Number(from), by: Number(by) };
}
