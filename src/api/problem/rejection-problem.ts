import type { HttpException } from '@nestjs/common';
import type { Rejection } from '../../engine/index.js';
import type { RegisterRefusal } from '../../runtime/homes/register-step.js';
import type { CaseUnderWay } from '../../runtime/only-open-case.js';
import type { MessageTaken, StaleProcessInstance, UnknownDefinition } from '../../runtime/ports.js';
import { operationErrors } from './operation-errors.js';
import { problemCodes } from './problem-codes.js';
import type { ProblemCode } from './problem-codes.js';
import { problem } from './problem.js';
import type { ProblemDetails } from './problem.js';

/** A reason for which a person's command was refused. */
export type Refusal =
  Rejection | UnknownDefinition | StaleProcessInstance | MessageTaken | CaseUnderWay | RegisterRefusal;

// The task, the incident and the case were seen a moment ago, so “not found” means that somebody else was faster.
const codes: Readonly<Record<Refusal['reason'], ProblemCode>> = {
  'process-instance-not-found': 'not-found',
  'process-instance-ended': 'process-instance-ended',
  'process-instance-exists': 'process-instance-exists',
  'no-start-event': 'no-start-event',
  'user-task-not-found': 'user-task-ended',
  'user-task-claimed': 'user-task-claimed',
  'actor-not-candidate': 'actor-not-candidate',
  'actor-not-assigned': 'actor-not-assigned',
  'stale-revision': 'stale-revision',
  'stale-process-instance': 'stale-revision',
  'user-task-not-in-state': 'user-task-not-in-state',
  'process-instance-suspended': 'process-instance-suspended',
  'process-instance-not-suspended': 'not-active',
  'next-step-owned': 'not-active',
  'scope-not-found': 'not-active',
  'ambiguous-start': 'no-start-event',
  'modification-impossible': 'operation-impossible',
  'migration-impossible': 'operation-impossible',
  'migration-target-missing': 'unknown-definition',
  'multi-instance-not-active': 'not-active',
  'multi-instance-full': 'operation-impossible',
  'ad-hoc-not-active': 'not-active',
  'ad-hoc-element-unknown': 'operation-impossible',
  'job-leased': 'not-active',
  'job-not-due': 'not-active',
  'stale-fencing-token': 'stale-fencing-token',
  'deadline-not-found': 'deadline-not-found',
  'deadline-rule-missing': 'deadline-not-found',
  'deadline-not-pausable': 'deadline-not-pausable',
  'deadline-not-extendable': 'deadline-not-extendable',
  'deadline-paused': 'deadline-paused',
  'deadline-not-paused': 'deadline-not-paused',
  'deadline-over': 'deadline-over',
  'deadline-date-impossible': 'deadline-date-impossible',
  'deadline-reason-missing': 'deadline-reason-missing',
  'due-date-by-deadline': 'due-date-by-deadline',
  'timer-not-active': 'not-active',
  'timer-by-deadline': 'timer-by-deadline',
  'timer-time-impossible': 'timer-time-impossible',
  'timer-reason-missing': 'timer-reason-missing',
  'subscription-not-active': 'not-active',
  'job-not-active': 'job-not-active',
  'call-not-active': 'not-active',
  'incident-not-found': 'incident-resolved',
  'no-work-named': 'not-active',
  'signal-not-awaited': 'not-active',
  'element-not-waiting': 'not-active',
  'unknown-definition': 'unknown-definition',
  'message-taken': 'not-active',
  'case-under-way': 'process-instance-exists',
  'record-not-found': 'not-found',
  'record-exists': 'record-exists',
  'stale-record': 'stale-revision',
  'dwelling-taken': 'dwelling-taken',
  'dwelling-frozen': 'dwelling-frozen',
  'dwelling-unfit': 'dwelling-unfit',
  'dwelling-mismatch': 'dwelling-mismatch',
  'reservation-over': 'reservation-over',
  'tenancy-over': 'tenancy-over',
  'register-input': 'register-input',
  'four-eyes': 'four-eyes',
};

/** The problem that answers a refused command: the one table from reasons to statuses. */
export function rejectionProblem(rejection: Refusal): HttpException {
  return problem(codes[rejection.reason], rejectionErrors(rejection));
}

/** The elements that a refusal is about, where it is about any. */
export function rejectionErrors(rejection: Refusal): ProblemDetails {
  if ('problems' in rejection) return { errors: operationErrors(rejection.problems) };
  if (!('record' in rejection)) return {};
  const { detail, errors } = rejection;
  return { ...(detail !== undefined && { detail }), ...(errors && { errors: [...errors] }) };
}

/** The code by which a refusal is known to programs. */
export const refusalCode = ({ reason }: Pick<Refusal, 'reason'>): ProblemCode => codes[reason];

/** Why it cannot be done, as a person reads it beside a button. */
export function refusalText(rejection: Refusal): string {
  return problemCodes[codes[rejection.reason]][1];
}

// What items of a batch fail with beside the reasons of the engine.
const batchCodes: Readonly<Record<string, ProblemCode>> = {
  ...codes,
  'command-repeated': 'idempotency-key-reused',
  'decision-owed': 'decision-owed',
  'erasure-not-found': 'not-found',
  'erasure-active': 'process-instance-active',
  'erasure-unsettled': 'process-instance-unsettled',
};

/** The code of a reason that was kept as text. */
export const codeOfReason = (reason: string): ProblemCode => batchCodes[reason] ?? 'not-carried-out';
