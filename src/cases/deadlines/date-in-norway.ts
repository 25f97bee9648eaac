import { localDateOf } from '../../engine/index.js';
import type { Instant, LocalDate } from '../../shared/time.js';

/** The date that people in Norway have at an instant. */
export const dateInNorway = (at: Instant): LocalDate => localDateOf(at);

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeStyle: 'short' });

/** The time of day that people in Norway have at an instant, e.g. `08:00`. */
export const clockInNorway = (at: Instant): string => clock.format(new Date(at));
