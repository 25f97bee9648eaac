import { RegisterWork } from '../../runtime/jobs/job-handler.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import type { CaseReader } from '../../runtime/read-ports.js';
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
  const { tenant, processInstanceId, headers, variables } = job;
  if (headers['oppgave'] === undefined) return new RegisterWork(decideFreeze(event, { variables }));

  const journal = await cases.journal(tenant, processInstanceId);
  const done = journal.findLast(
    (row) => row.event.type === 'UserTaskCompleted' && row.event.node === headers['oppgave'],
  );
  if (done === undefined)
    throw new Error(`Expected somebody to have completed '${headers['oppgave']}' before '${job.node}', but nobody has`);
  return new RegisterWork(decideFreeze(event, { variables, decidedBy: done.actor }));
}

function eventOf<Event extends string>({ node, headers }: Job, events: readonly Event[]): Event {
  const event = events.find((known) => known === headers['hendelse']);
  if (event === undefined) throw new Error(`Expected header 'hendelse' of '${node}' to be one of ${events.join(', ')}`);
  return event;
}
