import { caseExportSchema } from '../../src/contract/case-export.contract.js';
import { idOf, type Id } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { completeTask, deployMoves, startMoves } from '../support/operated-cases.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await deployMoves(world);
});
afterAll(() => world.stop());

const oneCase = async (): Promise<Id<'ProcessInstance'>> => (await startMoves(world, 1))[0] ?? idOf('');
const trondheim = idOf<'Tenant'>('trondheim');
const why = { reason: 'Lagringstiden er ute' };

const exportAs = async (person: string, id: string) =>
  world.as(person).get(`process-instances/${id}/export`).expect(200);

describe('an ended case', () => {
  it('is deleted with a reason, and nothing is left but that it was there', async () => {
    const id = await oneCase();
    await world.as('ada').post(`process-instances/${id}/cancel`, { reason: 'Feil' }).expect(200);
    await world.settle();

    const silent = await world.as('ada').post(`process-instances/${id}/delete`, {});
    await world
      .as('ada')
      .post(`process-instances/${id}/delete`, why)
      .expect(200, { processInstanceId: id, deleted: true });

    expect([silent.status, silent.body.code]).toEqual([400, 'invalid-input']);
    await world.as('kari').get(`process-instances/${id}`).expect(404);
    expect(await world.ports.cases.journal(trondheim, id)).toEqual([]);
    const { body } = await world.as('ada').get('deleted-process-instances').expect(200);
    expect(body.items[0]).toMatchObject({ id, process: 'flytting', version: 1, deletedBy: 'ada', ...why });
    expect(JSON.stringify(body)).not.toContain('siv');
  });

  it('is said to be deleted once more when the answer was lost on the way', async () => {
    const id = await oneCase();
    await world.as('ada').post(`process-instances/${id}/cancel`, { reason: 'Feil' }).expect(200);
    await world.settle();
    const send = () =>
      world.as('ada').post(`process-instances/${id}/delete`, why).set('idempotency-key', `slett-${id}`);

    const answers = [await send(), await send()];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('a case that has not ended', () => {
  it('is not deleted: 409, and nothing is changed', async () => {
    const id = await oneCase();
    const before = await world.digest();

    const answer = await world.as('ada').post(`process-instances/${id}/delete`, why);

    expect([answer.status, answer.body.code]).toEqual([409, 'process-instance-active']);
    expect(await world.digest()).toBe(before);
  });
});

describe('the export of a case', () => {
  it('tells an operator how it stands and what happened, without whom or what it is about', async () => {
    const id = await oneCase();
    await completeTask(world, id);

    const { body, headers } = await exportAs('ada', id);

    const told = caseExportSchema.parse(body);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(told).toEqual(body);
    expect(told).toMatchObject({ content: 'withheld', definition: { key: 'flytting', version: 1 } });
    expect(told.journal.map(({ seq }) => seq)).toEqual(told.journal.map((_, place) => place + 1));
    expect([told.journal.length, told.snapshot['revision']]).toEqual([told.revision, told.revision]);
    expect(told.snapshot['tokens']).toEqual([expect.objectContaining({ node: 'godkjenn' })]);
    for (const content of ['siv', 'Nedre gate', 'kari', 'Vurder flyttingen']) {
      expect(JSON.stringify(body)).not.toContain(content);
    }
  });

  it('is whole for an operator who reads the process', async () => {
    const id = await oneCase();

    const { body } = await exportAs('ada+hvk', id);

    const told = caseExportSchema.parse(body);
    expect(told).toEqual(body);
    expect(told).toMatchObject({
      content: 'full',
      rows: { case: { subject: 'siv' }, userTasks: [{ node: 'vurder' }] },
    });
    expect(told.journal[0]).toMatchObject({ seq: 1, actor: 'kari', event: { type: 'ProcessInstanceStarted' } });
    expect(JSON.stringify(told.snapshot)).toContain('Nedre gate');
  });

  it('comes in pages of 500 events: a case of 520 corrections is told from first to last', async () => {
    const id = await oneCase();
    const actor = { id: idOf<'Actor'>('ada'), groups: ['admin'] };
    for (let number = 1; number <= 520; number += 1) {
      const command = { type: 'SetVariables', variables: { rettelse: number }, actor } as const;
      await world.ports.commands.handle({ tenant: trondheim, processInstanceId: id, command });
    }

    const { body } = await exportAs('ada+hvk', id);

    const corrections = caseExportSchema.parse(body).journal.filter(({ event }) => event['type'] === 'VariablesSet');
    expect(corrections.map(({ event }) => event['variables'])).toEqual(
      Array.from({ length: 520 }, (_, place) => ({ rettelse: place + 1 })),
    );
  });
});

describe('deleting and exporting', () => {
  it.each([
    ['kari', 403],
    ['siv', 403],
    ['ada@orkland', 404],
  ])('is refused to %s: %i', async (person, status) => {
    const id = await oneCase();
    await world.as('ada').post(`process-instances/${id}/cancel`, { reason: 'Feil' }).expect(200);
    await world.settle();
    const before = await world.digest();

    await world.as(person).post(`process-instances/${id}/delete`, why).expect(status);
    await world.as(person).get(`process-instances/${id}/export`).expect(status);

    expect(await world.digest()).toBe(before);
  });

  it('shows another municipality nothing of what was deleted', async () => {
    const { body } = await world.as('ada@orkland').get('deleted-process-instances').expect(200);

    expect(body).toEqual({ items: [] });
  });
});
