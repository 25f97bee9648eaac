import { RegisterWork } from '../../runtime/jobs/job-handler.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import { completedBy } from '../completed-by.js';
import { decideFreeze, freezeEvents } from './decide-freeze.js';
import { followSafety, safetyEvents } from './follow-safety.js';

/** Job `for-utrygghet`: writes what header `hendelse` says of the case's report of an unsafe building. */
export const workOnSafety = (job: Job): RegisterWork =>
  new RegisterWork(followSafety(eventOf(job, safetyEvents), job.variables));

/**
 * Job `for-tildelingsstans`: proposes a freeze of the building, or does what the person decided who completed the task that header
 * `oppgave` names: the register says who that was.
 */
export async function workOnFreeze(job: Job, cases: Pick<CaseReader, 'journal'>): Promise<RegisterWork> {
  const event = eventOf(job, freezeEvents);
  const { headers, variables } = job;
  if (headers['oppgave'] === undefined) return new RegisterWork(decideFreeze(event, { variables }));

  return new RegisterWork(decideFreeze(event, { variables, decidedBy: await completedBy(job, cases) }));
}

function eventOf<Event extends string>({ node, headers }: Job, events: readonly Event[]): Event {
  const event = events.find((known) => known === headers['hendelse']);
  if (event === undefined) throw new Error(`Expected header 'hendelse' of '${node}' to be one of ${events.join(', ')}`);
  return event;
}
