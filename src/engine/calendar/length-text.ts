import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../shared/time.js';
import type { DeadlineRule } from './deadline-rule.js';

/** A date as people read it in Norwegian, e.g. `torsdag 24. desember 2026`. */
export function norwegianDate(on: LocalDate): string {
  return Temporal.PlainDate.from(on).toLocaleString('nb-NO', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** The length of a rule in Norwegian words, e.g. `3 uker`, `1 måned`, `5 virkedager`, `6 måneder før`. */
export function lengthText({ length }: Pick<DeadlineRule, 'length'>): string {
  if ('fixedOn' in length) return `fast dato ${norwegianDate(length.fixedOn)}`;
  if ('hours' in length) return counted(length.hours, 'time', 'timer');
  if ('workingDays' in length) return counted(length.workingDays, 'virkedag', 'virkedager');
  const period = Temporal.Duration.from(length.period);
  const { years, months, weeks, days } = period.abs();
  const parts = [
    years > 0 ? counted(years, 'år', 'år') : '',
    months > 0 ? counted(months, 'måned', 'måneder') : '',
    weeks > 0 ? counted(weeks, 'uke', 'uker') : '',
    days > 0 ? counted(days, 'dag', 'dager') : '',
  ].filter((part) => part !== '');
  const text = parts.length === 0 ? 'samme dag' : parts.join(' og ');
  if (length.to === 'monthEnd') return `${text}, til slutten av måneden`;
  return period.sign < 0 ? `${text} før` : text;
}

/** A number with its noun: `1 dag`, `3 dager`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
