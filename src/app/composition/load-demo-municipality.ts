import { offerableHomes } from '../../cases/homes/offerable-homes.js';
import { knownInCase, TaskRegisters } from '../../cases/homes/task-registers.js';
import type { ProcessInstance } from '../../engine/index.js';
import { TimeTravel } from '../../runtime/time-travel.js';
import { PostgresClock } from '../../store/postgres-clock.js';
import { createPool } from '../../store/pool.js';
import { loadDemo } from '../demo/load-demo.js';
import { demoApplicants, demoPersonas } from '../demo/personas.js';
import type { Configuration } from '../config/configuration.js';
import { deployWorkflows } from './deploy-workflows.js';
import type { Core } from './open-core.js';

/** What loading is told beside the core. */
export interface DemoLoading {
  readonly configuration: Configuration;
  readonly databaseUrl: string;
  /** Hears how far it has come, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Loads the demo municipality into the core, once; deploys what has changed in workflows/ since. */
export async function loadDemoMunicipality(core: Core, loading: DemoLoading): Promise<void> {
  const { configuration, databaseUrl, onProgress } = loading;
  const { store, runtime, tenant } = core;
  const pool = createPool(databaseUrl, { max: 2 });
  const pastClock = new PostgresClock(pool, 'frozen');
  const rules = core.files.homeRequirements;
  const homesToOffer = async (instance: ProcessInstance) => {
    const asked = { rules, need: knownInCase(instance), at: await pastClock.now(tenant) };
    return (await offerableHomes(store.homes.reader, tenant, asked)).map(({ id }) => id);
  };
  const settle = (): Promise<void> => runtime.dueWork.drain(tenant);
  try {
    await store.tenants.enter(tenant, configuration.municipality.name);
    await loadDemo({
      tenant,
      settle,
      onProgress,
      pastClock,
      ...(configuration.demoHistory ? { history: { ...store.queries, homesToOffer } } : {}),
      taskRegisters: new TaskRegisters(store.definitions, rules),
      clock: store.clock,
      receipts: store.receipts,
      registers: store.homes.desk,
      actors: store.people,
      persons: store.persons,
      households: store.households,
      cases: store.queries.cases,
      handle: (request) => runtime.handler.handle(request),
      people: [...demoPersonas, ...demoApplicants],
      deploy: (folder) => deployWorkflows(core, configuration, folder),
      travel: new TimeTravel(pastClock, store.outbox, settle),
    });
    await deployWorkflows(core, configuration);
  } finally {
    await pool.end();
  }
}
