import type { Actor } from '../../engine/index.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { isUserRepresentative, wayToWholeCase } from './may-read-case.js';
import { mayUse } from './may.js';

/** The process that is the access: it is open as long as its clock runs, tells the person, and has the ombudsman review it. */
export const emergencyProcess = 'nodtilgang';

/** Reasons for which the glass may be broken, as the person is told. */
export const emergencyReasons = {
  'life-or-health': 'Fare for liv eller helse',
  'no-place-tonight': 'Du manglet et sted å sove',
  child: 'Et barn trengte hjelp',
  'nobody-reached': 'Det hastet, og ingen som har saken, svarte',
} as const;

/** What can be said of somebody who wants to break the glass of a case. */
export type EmergencyAnswer = 'allowed' | 'not-needed' | 'not-found';

/**
 * Whether somebody may break the glass of a case: staff who work with people, and only of a case about a person. One about somebody with a
 * protected address (kode 6 and 7), a report of what is unsafe, and a user representative’s own curiosity stay as if there were none.
 */
export function emergencyAnswer(actor: Actor, found: CaseWithRelations): EmergencyAnswer {
  if (wayToWholeCase(actor, found) !== undefined) return 'not-needed';
  const isClosed = found.isProtected || found.family !== 'applicant' || found.subject === undefined;
  if (isClosed || isUserRepresentative(actor) || !mayUse(actor, 'write', 'emergency-access')) return 'not-found';
  return 'allowed';
}
