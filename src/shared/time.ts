/** ISO 8601 instant in UTC with milliseconds, e.g. `2026-11-25T08:00:00.000Z`. Fields named `…At` hold one. */
export type Instant = string;

/** ISO 8601 calendar date without zone, read in Europe/Oslo, e.g. `2026-12-24`. Fields named `…On` hold one. */
export type LocalDate = string;

/** ISO 8601 period or duration, e.g. `P3W`, `P1M`, `PT4H`. */
export type Period = string;
