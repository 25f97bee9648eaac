import type { JobInstance, ProcessInstance } from '../../engine/index.js';
import type { JobState } from '../../runtime/jobs/job-book.js';
import { mostAttemptsAt } from '../../runtime/jobs/job-terms.js';
import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import { eventsOf, type Change } from '../process-instances/change.js';
import { renamedIn } from '../process-instances/renamed-in.js';

/** A job as it stands after a change. Where a column is null that the job had before, it keeps what it had. */
export interface JobRowWritten {
  readonly id: Id<'Job'>;
  readonly instance: Id<'ProcessInstance'>;
  readonly node: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonObject;
  readonly state: JobState;
  readonly attempts: number;
  readonly mostAttempts: number | null;
  readonly retryAfter: string | null;
  readonly dueAt: Instant | null;
  readonly worker: string | null;
  readonly lastError: string | null;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}

/** The jobs that a change made, handed out, failed or ended. */
export function rowsOfJobs(change: Change): readonly JobRowWritten[] {
  const { before, after } = change;
  const created = new Map(eventsOf(change, 'JobCreated').map((event) => [event.job.id, event]));
  const touched = eventsOf(change, 'JobLeased', 'JobFailed', 'JobCompleted', 'JobCancelled').map(({ jobId }) => jobId);
  const stuck = eventsOf(change, 'IncidentRaised').flatMap(({ incident }) => incident.jobId ?? []);
  const ended = [...(before?.jobs.keys() ?? [])].filter((id) => !isOpen(after, id));
  const moved = renamedIn(change, ({ jobs }) => jobs);

  return [...new Set([...created.keys(), ...touched, ...stuck, ...ended, ...moved])].flatMap((id) => {
    const job = after.jobs.get(id) ?? before?.jobs.get(id) ?? created.get(id)?.job;
    return job === undefined ? [] : [rowOf(change, job, created.get(id)?.variables)];
  });
}

function rowOf(change: Change, job: JobInstance, told: JsonObject | undefined): JobRowWritten {
  const { after, command } = change;
  const { id, node, type, headers, retryAfter = null, lease, leases: attempts = 0 } = job;
  const state = stateOf(change, job);
  const isOver = state === 'done' || state === 'cancelled';
  const failed = eventsOf(change, 'JobFailed').find(({ jobId }) => jobId === id);
  const isNew = told !== undefined;
  const retriesThen = failed?.retries === undefined ? null : attempts + failed.retries;
  return {
    id,
    instance: after.id,
    ...{ node, type, headers, state, attempts, retryAfter },
    variables: isOver || !isNew ? {} : told,
    mostAttempts: isNew ? mostAttemptsAt(job.retries) : retriesThen,
    dueAt: dueAtOf(state, job, command.at),
    worker: lease?.worker ?? null,
    lastError: failed?.message ?? null,
    createdAt: command.at,
    endedAt: isOver ? command.at : null,
  };
}

function stateOf(change: Change, { id, lease, failures }: JobInstance): JobState {
  const { after } = change;
  if (!isOpen(after, id))
    return eventsOf(change, 'JobCompleted').some(({ jobId }) => jobId === id) ? 'done' : 'cancelled';
  if ([...after.incidents.values()].some(({ jobId }) => jobId === id)) return 'failed';
  if (lease !== undefined) return 'leased';
  return failures > 0 ? 'retrying' : 'waiting';
}

const isOpen = ({ state, jobs }: ProcessInstance, id: Id<'Job'>): boolean => state === 'active' && jobs.has(id);

function dueAtOf(state: JobState, { lease, retryAt }: JobInstance, at: Instant): Instant | null {
  if (state === 'leased') return lease?.until ?? at;
  return state === 'waiting' || state === 'retrying' ? (retryAt ?? at) : null;
}
