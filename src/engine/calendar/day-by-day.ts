import type { LocalDate } from '../../shared/time.js';

const dayMillis = 86_400_000;

/** A date so many days later, or earlier. Days of a date have no clock: every one of them is as long as the other. */
export const addDays = (on: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${on}T00:00Z`) + days * dayMillis).toISOString().slice(0, -'T00:00:00.000Z'.length);

/** Whole days from one date to another; negative when the other is earlier. */
export const daysBetween = (fromOn: LocalDate, toOn: LocalDate): number =>
  (Date.parse(`${toOn}T00:00Z`) - Date.parse(`${fromOn}T00:00Z`)) / dayMillis;
