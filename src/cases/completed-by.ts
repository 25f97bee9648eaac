import type { Id } from '../shared/id.js';
import type { Job } from '../runtime/jobs/job-handler.js';
import type { CaseReader } from '../runtime/read-ports.js';

/** Who completed the user task that header `oppgave` of the job names, the last time; rejects when nobody has. */
export async function completedBy(job: Job, cases: Pick<CaseReader, 'journal'>): Promise<Id<'Actor'>> {
  const task = job.headers['oppgave'];
  const journal = await cases.journal(job.tenant, job.processInstanceId);
  const done = journal.findLast(({ event }) => event.type === 'UserTaskCompleted' && event.node === task);
  if (done === undefined)
    throw new Error(`Expected somebody to have completed '${task}' before '${job.node}', but nobody has`);
  return done.actor;
}
