import type pg from 'pg';
import { incidentListSchema } from '../../src/contract/incident.contract.js';
import type { IncidentList } from '../../src/contract/incident.contract.js';
import { idOf } from '../../src/shared/id.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { PostgresOutbox } from '../../src/store/outbox/postgres-outbox.js';
import { createPool } from '../../src/store/pool.js';
import { createApiWorld, type ApiWorld } from '../support/api-world.js';
import { deployMoves } from '../support/operated-cases.js';

const tenant = idOf<'Tenant'>('trondheim');

let world: ApiWorld;
let pool: pg.Pool;
let store: Store;
let dying: PostgresOutbox;
beforeEach(async () => {
  world = await createApiWorld();
  await deployMoves(world);
  pool = createPool(world.databaseUrl);
  // Writes, and wakes nobody.
  store = await openStore({ url: world.databaseUrl, clock: 'frozen', deadlineRegister: world.ports.deadlines });
  // A worker that claims and is never heard of again.
  dying = new PostgresOutbox(pool, { leaseSeconds: 0, restSeconds: () => 0 });
}, 120_000);
afterEach(async () => {
  await Promise.all([pool.end(), store.close()]);
  await world.stop();
});

async function list(): Promise<IncidentList['items']> {
  const { body } = await world.as('ada').get('incidents').expect(200);
  return incidentListSchema.parse(body).items;
}

/** Kari starts a case whose first task is told of; nobody has come to that yet. */
async function begin() {
  const id = idOf<'ProcessInstance'>('sak');
  const actor = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };
  const command = { type: 'StartProcessInstance', processInstanceId: id, variables: {}, actor } as const;
  const definition = { key: 'flytting', version: 1 };
  const [outcome] = await store.store.change(tenant, [{ tenant, processInstanceId: id, definition, command }]);
  if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome?.rejection));
  return id;
}

const die = async (times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await dying.claimEffects(tenant, 10);
};

describe('a notice that takes its worker down', () => {
  it('is an incident after 5 attempts, which an operator is told of and has tried again', async () => {
    const id = await begin();
    await die(5);
    expect(await list()).toEqual([]);
    await die(1);

    const [given] = await list();
    expect(given).toMatchObject({
      ...{ processInstanceId: id, process: 'flytting', code: 'EFFECT_FAILED', attempts: 6 },
      melding: 'Noe saken skulle sende eller sette i gang, ble gitt opp etter flere forsøk.',
    });
    await world.settle();
    expect(await list()).toMatchObject([{ id: given?.id, told: 1 }]);
    const { body: detail } = await world.as('kari').get(`process-instances/${id}`).expect(200);
    expect([detail.state, detail.tasks.length]).toEqual(['active', 1]);

    const resolve = () => world.as('ada').post(`incidents/${given?.id}/resolve`, {});
    await resolve().expect(200, { processInstanceId: id, revision: detail.revision, userTaskId: null });
    expect(await list()).toEqual([]);
    expect((await resolve()).body.code).toBe('incident-resolved');
    await world.settle();
    expect(await dying.claimEffects(tenant, 10)).toEqual([]);
  });

  it('is an incident anew when it takes its worker down again', async () => {
    await begin();
    await die(6);
    const [first] = await list();
    await world.as('ada').post(`incidents/${first?.id}/resolve`, {}).expect(200);
    await die(6);

    const [second, ...more] = await list();
    expect(second).toMatchObject({ code: 'EFFECT_FAILED' });
    expect(second?.id).not.toBe(first?.id);
    expect(more).toEqual([]);
  });

  it('cannot be tried again by a caseworker, and is over when an attempt that was given up comes to its end after all', async () => {
    await begin();
    const [slow] = await dying.claimEffects(tenant, 1);
    await die(5);
    const [given] = await list();

    await world.as('kari').post(`incidents/${given?.id}/resolve`, {}).expect(403);
    expect(await list()).toHaveLength(1);

    if (slow !== undefined) await dying.markDone(slow);
    expect(await list()).toEqual([]);
    expect(await dying.claimEffects(tenant, 10)).toEqual([]);
  });
});
