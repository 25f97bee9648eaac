import { localDateOf } from '../../../engine/index.js';
import type { Instant, LocalDate } from '../../../shared/time.js';

const year = 365 * 24 * 60 * 60 * 1000;

/** The 365 days before `now`, and today: the rounds that a proposed key is tried on unless somebody says otherwise. */
export const lastYear = (now: Instant): { readonly from: LocalDate; readonly to: LocalDate } => ({
  from: localDateOf(new Date(Date.parse(now) - year).toISOString()),
  to: localDateOf(now),
});
