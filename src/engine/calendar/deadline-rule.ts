import type { LocalDate, Period } from '../../shared/time.js';
import type { LadderRung } from '../definition/activity-parts.js';

/** How long a deadline is: an ISO period of calendar days, weeks, months, years, or a number of working days. */
export type DeadlineLength = { readonly period: Period } | { readonly workingDays: number };

/**
 * One row of the deadline register (domain register §3.2), as data with the dates between which it is law.
 * The register is read from `workflows/frister.json`; nothing in code knows a length.
 */
export interface DeadlineRule {
  readonly id: string;
  /** What it is called in Norwegian, for people. */
  readonly name: string;
  readonly length: DeadlineLength;
  /** citizen's right, authority's statutory duty, guidance, or a local default */
  readonly kind: 'right' | 'authority' | 'guidance' | 'local';
  /** Where a due date on a Saturday or holiday moves: rights forward, our own targets backward (§3.3). */
  readonly rounding: 'forward' | 'backward' | 'none';
  /** The paragraph or the local rule, as people cite it. */
  readonly law: string;
  /** False where the legal fact has not been checked against the live text. */
  readonly verified: boolean;
  readonly validFrom: LocalDate;
  /** First day on which it no longer applies. */
  readonly validTo?: LocalDate;
  readonly ladder: readonly LadderRung[];
  /** The group told when the due date ends with the work undone. */
  readonly breachTo?: string;
}

/** Every version of every rule; the one in force on the start day applies. */
export type DeadlineRegister = readonly DeadlineRule[];
