import type { TenantId } from './ports.js';

interface Run {
  readonly ends: Promise<void>;
  next?: Promise<void>;
}

/** Work that runs at most once at a time for each municipality. */
export interface OneAtATime {
  /**
   * Runs the work. A call while it runs is answered by the end of a run that began after the call, shared with everybody who
   * called meanwhile: nothing that was waiting at the call is overlooked.
   */
  run(tenant: TenantId): Promise<void>;
  /** Waits for the runs that have begun; rejects never. */
  rest(): Promise<void>;
}

/** Makes `work` run at most once at a time for each municipality. */
export function oneAtATime(work: (tenant: TenantId) => Promise<void>): OneAtATime {
  const runs = new Map<TenantId, Run>();

  const begin = (tenant: TenantId): Promise<void> => {
    const run: Run = { ends: work(tenant) };
    runs.set(tenant, run);
    const forget = (): void => {
      if (run.next === undefined) runs.delete(tenant);
    };
    run.ends.then(forget, forget);
    return run.ends;
  };

  return {
    run: (tenant) => {
      const run = runs.get(tenant);
      if (run === undefined) return begin(tenant);

      const again = (): Promise<void> => begin(tenant);
      run.next ??= run.ends.then(again, again);
      return run.next;
    },
    rest: async () => {
      await Promise.allSettled([...runs.values()].map(({ ends, next }) => next ?? ends));
    },
  };
}
