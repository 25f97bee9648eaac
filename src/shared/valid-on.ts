import type { LocalDate } from './time.js';

/** Something that applies from a day on, until the day before `validTo` where there is one. */
interface Valid {
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
}

/** Whether it applies on a day. */
export const isValidOn = ({ validFrom, validTo }: Valid, on: LocalDate): boolean =>
  validFrom <= on && (validTo === undefined || on < validTo);
