import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../shared/time.js';

/** A date as people read it in Norwegian, e.g. `torsdag 24. desember 2026`. */
export function norwegianDate(on: LocalDate): string {
  return Temporal.PlainDate.from(on).toLocaleString('nb-NO', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
