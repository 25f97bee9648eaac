import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from './feel-value.js';

/** A day, time, date and time, or duration. */
export type FeelTemporal = FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration;

/** The ISO 8601 text of a day, time, date and time or duration; a zone is written `@Europe/Oslo`. */
export function temporalText(value: FeelTemporal): string {
  switch (value.kind) {
    case 'date':
      return dateText(value);
    case 'time':
      return timeText(value);
    case 'date and time':
      return `${dateText(value.date)}T${timeText(value.time)}`;
    case 'days and time duration':
      return daysText(value.nanos);
    case 'years and months duration':
      return monthsText(value.months);
  }
}

const two = (part: number): string => String(part).padStart(2, '0');

const dateText = ({ year, month, day }: FeelDate): string =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;

const timeText = ({ hour, minute, second, nano, offset, zone }: FeelTime): string =>
  `${two(hour)}:${two(minute)}:${two(second)}${fractionText(nano)}${zone === undefined ? offsetText(offset) : `@${zone}`}`;

const fractionText = (nano: number): string =>
  nano === 0 ? '' : `.${String(nano).padStart(9, '0').replace(/0+$/, '')}`;

function offsetText(offset: number | undefined): string {
  if (offset === undefined) return '';
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3_600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

function monthsText(months: number): string {
  const size = Math.abs(months);
  const years = Math.floor(size / 12);
  const rest = size % 12;
  if (size === 0) return 'P0M';
  return `${months < 0 ? '-' : ''}P${years > 0 ? `${years}Y` : ''}${rest > 0 ? `${rest}M` : ''}`;
}

function daysText(nanos: bigint): string {
  if (nanos === 0n) return 'PT0S';
  const size = nanos < 0n ? -nanos : nanos;
  const seconds = size / 1_000_000_000n;
  const [day, hour, minute, second] = [
    seconds / 86_400n,
    (seconds / 3_600n) % 24n,
    (seconds / 60n) % 60n,
    seconds % 60n,
  ];
  const fraction = fractionText(Number(size % 1_000_000_000n));
  const time = [
    hour > 0n ? `${hour}H` : '',
    minute > 0n ? `${minute}M` : '',
    second > 0n || fraction !== '' ? `${second}${fraction}S` : '',
  ].join('');
  return `${nanos < 0n ? '-' : ''}P${day > 0n ? `${day}D` : ''}${time === '' ? '' : `T${time}`}`;
}
