import type { LocalDate } from '../../shared/time.js';

// Made once: to make one costs a hundred times what it does.
const format = new Intl.DateTimeFormat('nb-NO', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  timeZone: 'UTC',
});

/** A date as people read it in Norwegian, e.g. `torsdag 24. desember 2026`. */
export const norwegianDate = (on: LocalDate): string => format.format(Date.parse(on));
