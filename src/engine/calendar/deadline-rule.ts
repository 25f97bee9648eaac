import type { LocalDate, Period } from '../../shared/time.js';
import type { LadderRung } from '../definition/activity-parts.js';
import type { LocalCalendar } from './local-calendar.js';

/** How long a deadline is (domain register §3.2 and §3.3). */
export type DeadlineLength =
  /** Calendar days, weeks, months, years; a period below zero ends before the start day. `monthEnd` goes on to the end of that month. */
  | { readonly period: Period; readonly to?: 'monthEnd' }
  /** Monday to Friday without holidays, and without local closed days where the rule has a local calendar. */
  | { readonly workingDays: number }
  /** `clock`: every hour counts. `lawful`: the hours of Sundays and holidays do not (domstolloven § 149 second paragraph). */
  | { readonly hours: number; readonly count: 'clock' | 'lawful' }
  /** A date that the law itself names, whatever it starts from. */
  | { readonly fixedOn: LocalDate };

/** Why the clock of a case may stand still (forvaltningslovforskriften §§ 37–39; `local`: the municipality's own rule). */
export type PauseGround = 'party-asks' | 'party-delay' | 'others-delay' | 'local';

/**
 * One version of a row of the deadline register (domain register §3.2), as data with the dates between which it is law.
 * The register is read from `workflows/frister.json`; nothing in code knows a length. A version is told by `id` and `validFrom`.
 */
export interface DeadlineRule {
  readonly id: string;
  /** What it is called in Norwegian, for people. */
  readonly name: string;
  /** What it is counted from, in Norwegian: `søknaden er mottatt`. */
  readonly start?: string;
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
  /** What rings towards the last day that the law allows, counted from it, where that is later than the due date. */
  readonly legalLadder?: readonly LadderRung[];
  /** The group told when the due date ends with the work undone, and again when the last day of the law does. */
  readonly breachTo?: string;
  /** What its clock may be stopped for; absent: nothing. A citizen's right is never paused. */
  readonly pausable?: readonly PauseGround[];
  /** How often somebody is told that its clock still stands; absent: never. */
  readonly pauseReminder?: Period;
  /** By which rule it may be made longer; absent: it may not. */
  readonly extension?: string;
  /** The shortest and the longest that a municipality may choose for a local rule, where that is bounded. */
  readonly between?: readonly [least: Period, most: Period];
  /** What follows when it is missed, in Norwegian. */
  readonly consequence?: string;
  /** Only for local rules: the municipality's own closed days, which then are no working days. */
  readonly calendar?: LocalCalendar;
}

/** Every version of every rule; the one in force on the start day applies. */
export type DeadlineRegister = readonly DeadlineRule[];
