import type { ExternalJobTypes, JobBook, JobRow, JobState, JobToDo } from '../../runtime/jobs/job-book.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from '../process-instances/change.js';
import { rowsOfJobs } from '../jobs/rows-of-jobs.js';
import type { KeptJob, Municipalities, Municipality } from './municipality.js';

/** Writes the jobs that a change touched. */
export function keepJobs({ jobs }: Municipality, change: Change): void {
  for (const row of rowsOfJobs(change)) {
    const { instance: processInstanceId, mostAttempts, retryAfter, dueAt, worker, lastError, endedAt, ...rest } = row;
    const before = jobs.get(row.id);
    const said = { worker: worker ?? before?.worker, lastError: lastError ?? before?.lastError };
    jobs.set(row.id, {
      ...rest,
      ...{ processInstanceId, process: change.after.definition.key, isReserved: false },
      mostAttempts: mostAttempts ?? before?.mostAttempts ?? 0,
      createdAt: before?.createdAt ?? row.createdAt,
      variables: endedAt === null ? (before?.variables ?? row.variables) : {},
      ...(retryAfter === null ? {} : { retryAfter }),
      ...(dueAt === null ? {} : { dueAt }),
      ...(said.worker === undefined ? {} : { worker: said.worker }),
      ...(said.lastError === undefined ? {} : { lastError: said.lastError }),
    });
  }
}

const open: readonly JobState[] = ['waiting', 'leased', 'retrying'];

/** The jobs of all cases, in memory. Nobody dies here between a reservation and the command that follows it. */
export class MemoryJobBook implements JobBook {
  constructor(private readonly municipalities: Municipalities) {}

  async reserve(
    tenant: TenantId,
    { types, limit }: { readonly types: readonly string[]; readonly limit: number },
  ): Promise<{ readonly now: Instant; readonly jobs: readonly JobToDo[] }> {
    const { jobs, now } = this.municipalities.of(tenant);
    const free = this.takeable(tenant)
      .filter(({ type, isReserved, attempts, mostAttempts }) => {
        return types.includes(type) && !isReserved && attempts < mostAttempts;
      })
      .slice(0, limit);
    for (const job of free) jobs.set(job.id, { ...job, isReserved: true });
    return { now, jobs: free };
  }

  async exhausted(tenant: TenantId, limit: number): Promise<readonly JobRow[]> {
    const silent = this.takeable(tenant).filter(({ attempts, mostAttempts }) => attempts >= mostAttempts);
    return silent.slice(0, limit);
  }

  async find(tenant: TenantId, id: Id<'Job'>): Promise<JobRow | undefined> {
    return this.municipalities.of(tenant).jobs.get(id);
  }

  async list(tenant: TenantId, state?: JobState): Promise<readonly JobRow[]> {
    const wanted = state === undefined ? [...open, 'failed'] : [state];
    return [...this.municipalities.of(tenant).jobs.values()].filter((job) => wanted.includes(job.state));
  }

  private takeable(tenant: TenantId): readonly KeptJob[] {
    const { jobs, instances, now } = this.municipalities.of(tenant);
    return [...jobs.values()]
      .filter(({ state, dueAt, processInstanceId }) => {
        const isSuspended = instances.get(processInstanceId)?.suspended === true;
        return open.includes(state) && dueAt !== undefined && dueAt <= now && !isSuspended;
      })
      .sort((one, other) => compare(one.dueAt ?? '', other.dueAt ?? '') || compare(one.id, other.id));
  }
}

/** The job types that operators have registered, in memory. */
export class MemoryExternalJobTypes implements ExternalJobTypes {
  constructor(private readonly municipalities: Municipalities) {}

  async list(tenant: TenantId): Promise<readonly string[]> {
    return [...this.municipalities.of(tenant).externalJobTypes].sort();
  }

  async register(tenant: TenantId, type: string): Promise<void> {
    this.municipalities.of(tenant).externalJobTypes.add(type);
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
