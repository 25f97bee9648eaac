import { batchItemListSchema, batchListSchema, batchSchema } from '../../src/contract/batch.contract.js';
import { idOf, type Id } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { completeTask, deployMoves, eventsOf, startMoves } from '../support/operated-cases.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await deployMoves(world);
});
afterAll(() => world.stop());

const trondheim = idOf<'Tenant'>('trondheim');
type CaseId = Id<'ProcessInstance'>;
const migrate = { kind: 'migrate', version: 2, reason: 'Ny versjon' };

/** Gets on with a yes, and stands still with anything else. */
const fork = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="d" targetNamespace="https://boligflyt.no/workflows">
  <bpmn:process id="sprik" name="Sprik" isExecutable="true" boligflyt:family="shared" boligflyt:readers="hvk">
    <bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="ja-eller-nei" /><bpmn:endEvent id="ja" /><bpmn:endEvent id="nei" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="ja-eller-nei" />
    <bpmn:sequenceFlow id="b" sourceRef="ja-eller-nei" targetRef="ja"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=svar = "ja"</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="c" sourceRef="ja-eller-nei" targetRef="nei"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=svar = "nei"</bpmn:conditionExpression></bpmn:sequenceFlow>
  </bpmn:process>
</bpmn:definitions>`;

const startBatch = async (operation: object, ids: readonly CaseId[], more: object = {}): Promise<string> => {
  const asked = world.as('ada').post('batches', { operation, selection: { ids }, ...more });
  const { body } = await asked.expect(201);
  expect(batchSchema.parse(body)).toEqual(body);
  return body.id;
};
const progress = async (id: string) => {
  const { body } = await world.as('ada').get(`batches/${id}`).expect(200);
  return batchSchema.parse(body);
};

describe('a batch of 200 migrations of which one is refused', () => {
  let ids: readonly CaseId[];
  beforeAll(async () => {
    ids = await startMoves(world, 200);
    await completeTask(world, ids[117] ?? idOf(''));
    await world.settle();
  }, 180_000);

  it('is tried first: 199 could go, one could not, and no case is changed', async () => {
    const id = await startBatch({ ...migrate, dryRun: true }, ids);
    await world.settle();

    expect(await progress(id)).toMatchObject({ state: 'completed', total: 200, done: 199, failed: 1, remaining: 0 });
    expect(await eventsOf(world, ids[0] ?? idOf(''))).not.toContain('ProcessInstanceMigrated');
  }, 180_000);

  it('is paused, resumed and carried out: 199 go on with version 2, each once, and the one says why not', async () => {
    const id = await startBatch(migrate, ids, { paused: true });
    await world.settle();
    const before = await progress(id);
    await world.as('ada').post(`batches/${id}/resume`).expect(200);
    await world.settle();

    expect(before).toMatchObject({ state: 'paused', total: 200, remaining: 200, startedAt: null });
    const after = await progress(id);
    expect(after).toMatchObject({ state: 'completed', done: 199, failed: 1, startedBy: 'ada' });
    expect([after.startedAt, after.finishedAt]).not.toContain(null);
    const { body } = await world.as('ada').get(`batches/${id}/items?state=failed`).expect(200);
    expect(batchItemListSchema.parse(body)).toEqual(body);
    expect(body.items).toMatchObject([
      { processInstanceId: ids[117], problem: { code: 'operation-impossible', errors: [{ path: 'godkjenn' }] } },
    ]);
    for (const one of ids) {
      const migrations = (await eventsOf(world, one)).filter((type) => type === 'ProcessInstanceMigrated');
      expect({ one, times: migrations.length }).toEqual({ one, times: one === ids[117] ? 0 : 1 });
    }
  }, 180_000);
});

describe('a batch', () => {
  it('deletes what has ended and leaves what has not, with the reason', async () => {
    const [ended, active] = await startMoves(world, 2);
    await world.as('ada').post(`process-instances/${ended}/cancel`, { reason: 'Feil' }).expect(200);
    await world.settle();

    const id = await startBatch(
      { kind: 'delete', reason: 'Lagringstiden er ute' },
      [ended, active].flatMap((one) => one ?? []),
    );
    await world.settle();

    expect(await progress(id)).toMatchObject({ done: 1, failed: 1 });
    const { body } = await world.as('ada').get(`batches/${id}/items?state=failed`).expect(200);
    expect(body.items).toMatchObject([{ processInstanceId: active, problem: { code: 'process-instance-active' } }]);
    expect(await world.ports.cases.find(trondheim, ended ?? idOf(''))).toBeUndefined();
  });

  it('is cancelled: what was not begun is skipped, and it cannot be resumed', async () => {
    const ids = await startMoves(world, 3);
    const id = await startBatch({ kind: 'suspend', reason: 'Feil i malen' }, ids, { paused: true });

    await world.as('ada').post(`batches/${id}/cancel`).expect(200);
    const late = await world.as('ada').post(`batches/${id}/resume`);

    expect([late.status, late.body.code]).toEqual([409, 'batch-not-in-state']);
    expect(await progress(id)).toMatchObject({ state: 'cancelled', skipped: 3, remaining: 0 });
  });

  it('takes up again what stands still: every open incident of a code, once the variable is mended', async () => {
    await world
      .as('ada')
      .post('definitions', { files: [{ name: 'sprik.bpmn', content: fork }] })
      .expect(201);
    const actor = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };
    for (const sak of ['sprik-1', 'sprik-2', 'sprik-3']) {
      const processInstanceId = idOf<'ProcessInstance'>(sak);
      const command = {
        type: 'StartProcessInstance',
        processInstanceId,
        variables: { svar: 'kanskje' },
        actor,
      } as const;
      await world.ports.commands.handle({
        tenant: trondheim,
        processInstanceId,
        command,
        definition: { key: 'sprik' },
      });
    }
    await world.settle();
    const selection = { process: 'sprik', incidentCode: 'NO_FLOW' };

    const mend = {
      operation: { kind: 'set-variables', variables: { svar: 'ja' }, reason: 'Svaret manglet' },
      selection,
    };
    await world.as('ada').post('batches', mend).expect(201);
    await world.settle();
    const retry = await world.as('ada').post('batches', { operation: { kind: 'retry-incidents' }, selection });
    await world.settle();

    expect(await progress(retry.body.id)).toMatchObject({ state: 'completed', total: 3, done: 3 });
    expect((await world.as('ada').get('incidents')).body.items).toEqual([]);
    const cases = await Promise.all(
      ['sprik-1', 'sprik-2', 'sprik-3'].map((sak) => world.ports.cases.find(trondheim, idOf(sak))),
    );
    expect(cases.map((one) => one?.state)).toEqual(['completed', 'completed', 'completed']);
  });

  it('tells what is asked, but not what variables hold', async () => {
    const ids = await startMoves(world, 1);
    const id = await startBatch(
      { kind: 'set-variables', variables: { adresse: 'Hemmelig gate 1' }, reason: 'Feil adresse' },
      ids,
      {
        paused: true,
      },
    );

    const { body } = await world.as('ada').get('batches').expect(200);

    expect(batchListSchema.parse(body)).toEqual(body);
    const told = body.items.find((batch: { id: string }) => batch.id === id);
    expect(told).toMatchObject({ operation: { kind: 'set-variables', variables: ['adresse'] } });
    expect(JSON.stringify(body)).not.toContain('Hemmelig');
  });

  it('needs to be told which cases, and is started once by one request', async () => {
    const nothing = await world
      .as('ada')
      .post('batches', { operation: { kind: 'suspend', reason: 'Feil i malen' }, selection: { state: 'active' } });
    const body = { operation: { kind: 'suspend', reason: 'Feil i malen' }, selection: { process: 'ukjent' } };
    const send = () => world.as('ada').post('batches', body).set('idempotency-key', 'en-gang');

    expect([nothing.status, nothing.body.code]).toEqual([400, 'invalid-input']);
    expect((await send()).body.id).toBe((await send()).body.id);
  });

  it.each([
    ['kari', 403, 403],
    ['siv', 403, 403],
    ['ada@orkland', 404, 201],
  ])('is not for %s: reading %i, starting %i, and nothing of ours is touched', async (person, status, own) => {
    const [one] = await startMoves(world, 1);
    const id = await startBatch({ kind: 'suspend', reason: 'Feil i malen' }, one === undefined ? [] : [one], {
      paused: true,
    });

    for (const path of [`batches/${id}`, `batches/${id}/items`]) await world.as(person).get(path).expect(status);
    for (const to of ['pause', 'resume', 'cancel']) await world.as(person).post(`batches/${id}/${to}`).expect(status);
    const foreign = { operation: { kind: 'cancel', reason: 'Feil' }, selection: { process: 'flytting' } };
    const answer = await world.as(person).post('batches', foreign).expect(own);

    expect(own === 201 ? answer.body.total : 0).toBe(0);
    expect(await progress(id)).toMatchObject({ state: 'paused', remaining: 1 });
  });
});
