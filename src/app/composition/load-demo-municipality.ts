import { TimeTravel } from '../../runtime/time-travel.js';
import { PostgresClock } from '../../store/postgres-clock.js';
import { createPool } from '../../store/pool.js';
import { loadDemo } from '../demo/load-demo.js';
import { demoApplicants, demoPersonas } from '../demo/personas.js';
import type { Core } from './open-core.js';

/** Loads the demo municipality into the core, once; `onProgress` hears how far it has come. */
export async function loadDemoMunicipality(
  core: Core,
  databaseUrl: string,
  onProgress: (share: number) => void,
): Promise<void> {
  const { store, runtime, tenant } = core;
  const pool = createPool(databaseUrl, { max: 2 });
  const pastClock = new PostgresClock(pool, 'frozen');
  const settle = (): Promise<void> => runtime.dueWork.drain(tenant);
  try {
    await loadDemo({
      ...{ tenant, settle, onProgress, pastClock },
      ...{ clock: store.clock, receipts: store.receipts, actors: store.people, cases: store.queries.cases },
      handle: (request) => runtime.handler.handle(request),
      people: [...demoPersonas, ...demoApplicants],
      travel: new TimeTravel(pastClock, store.outbox, settle),
    });
  } finally {
    await pool.end();
  }
}
