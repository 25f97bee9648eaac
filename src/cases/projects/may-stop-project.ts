import type { Actor } from '../../engine/index.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { mayReadCase } from '../access/may-read-case.js';

/** The message by which a project hears that it is stopped. */
export const projectStopped = 'prosjekt-stanses';

// The staff of the municipal director answers for the portfolio.
const decides = 'kd';

/** Whether somebody may stop a project before it is built, whatever its phase. */
export const mayStopProject = (actor: Actor, project: CaseWithRelations): boolean =>
  actor.groups.includes(decides) && mayReadCase(actor, project);
