import type { Id } from '../../../shared/id.js';
import type { Instant, LocalDate } from '../../../shared/time.js';
import type { PauseGround } from '../../calendar/deadline-rule.js';
import type { CommandBase } from './command-base.js';

/** Whose deadline it is: an open task's, or that of an event that waits for one. */
export type DeadlineTarget = { readonly userTaskId: Id<'UserTask'> } | { readonly timerId: Id<'Timer'> };

interface DeadlineCommandBase extends CommandBase {
  readonly target: DeadlineTarget;
  /** Only for a task: insists on it as the caller has seen it. */
  readonly expectedRevision?: number;
}

/** Stops the clock of a deadline. Who may is decided by whoever gives the command. */
export interface PauseDeadline extends DeadlineCommandBase {
  readonly type: 'PauseDeadline';
  readonly ground: PauseGround;
  readonly reason: string;
  /** Since when it stands, today or earlier; absent: today. */
  readonly from?: LocalDate;
  /** Until when it stood, where that is over already; absent: until it is resumed. */
  readonly to?: LocalDate;
}

/** Lets the clock of a deadline go on. */
export interface ResumeDeadline extends DeadlineCommandBase {
  readonly type: 'ResumeDeadline';
  /** Number of the pause that is over; absent: every one that is open. */
  readonly pause?: number;
  /** Since when it goes on, today or earlier; absent: today. */
  readonly on?: LocalDate;
}

/** Makes a deadline longer, before it is over and where its rule allows it. */
export interface ExtendDeadline extends DeadlineCommandBase {
  readonly type: 'ExtendDeadline';
  /** The day it is to end on; moved off a day off as its rule says. */
  readonly dueOn: LocalDate;
  readonly reason: string;
}

/** What somebody does with the date of a deadline. */
export type DeadlineCommand = PauseDeadline | ResumeDeadline | ExtendDeadline;

/** Why a deadline stays as it is. */
export type DeadlineRejection =
  | { readonly reason: 'deadline-not-found' }
  /** The register no longer has the version that it keeps. */
  | { readonly reason: 'deadline-rule-missing'; readonly rule: string }
  | { readonly reason: 'deadline-not-pausable'; readonly rule: string; readonly ground: PauseGround }
  | { readonly reason: 'deadline-not-extendable'; readonly rule: string }
  | { readonly reason: 'deadline-paused' | 'deadline-not-paused' }
  | { readonly reason: 'deadline-over'; readonly overAt: Instant }
  | { readonly reason: 'deadline-date-impossible'; readonly date: LocalDate }
  | { readonly reason: 'deadline-reason-missing' }
  /** Its due date is that of a register deadline: only a pause or an extension moves it. */
  | { readonly reason: 'due-date-by-deadline'; readonly userTaskId: Id<'UserTask'>; readonly rule: string };
