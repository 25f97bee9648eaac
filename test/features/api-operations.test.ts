import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { idOf, type Id } from '../../src/shared/id.js';
import { completeTask, deployMoves, eventsOf, nodesOf, startMoves } from '../support/operated-cases.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await deployMoves(world);
});
afterAll(() => world.stop());

const oneCase = async (): Promise<Id<'ProcessInstance'>> => (await startMoves(world, 1))[0] ?? idOf('');
const trondheim = idOf<'Tenant'>('trondheim');
const why = { reason: 'Feil i saken' };

describe('an operator who handles one case', () => {
  it('suspends it: its tasks cannot be done until it is resumed', async () => {
    const id = await oneCase();

    await world.as('ada').post(`process-instances/${id}/suspend`, why).expect(200);
    const again = await world.as('ada').post(`process-instances/${id}/suspend`, why);
    await completeTask(world, id);
    const atRest = await nodesOf(world, id);
    await world.as('ada').post(`process-instances/${id}/resume`, why).expect(200);
    await completeTask(world, id);

    expect([again.status, again.body.code]).toEqual([409, 'process-instance-suspended']);
    expect([atRest, await nodesOf(world, id)]).toEqual([['vurder'], ['godkjenn']]);
  });

  it('says why, or nothing is done: six ways without a reason, 400 at the reason, and the case is as it was', async () => {
    const id = await oneCase();
    const before = await world.digest();
    const silent = [
      ['suspend', {}],
      ['resume', {}],
      ['modify', { cancel: [{ node: 'vurder' }] }],
      ['variables', { variables: { adresse: 'x' } }],
      ['migrate', { version: 2 }],
      ['restart', { reason: '  ' }],
    ] as const;

    for (const [way, body] of silent) {
      const { status, body: refused } = await world.as('ada').post(`process-instances/${id}/${way}`, body);
      expect({ way, status, path: refused.errors[0].path }).toEqual({ way, status: 400, path: 'reason' });
    }
    expect(await world.digest()).toBe(before);
    await world
      .as('ada')
      .post(`process-instances/${id}/modify`, { ...why, cancel: [{ node: 'vurder' }], start: [{ node: 'godkjenn' }] })
      .expect(200);
    expect((await world.ports.cases.journal(trondheim, id)).map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: 'ReasonGiven', command: 'modify', by: 'ada', ...why }),
    );
  });

  it('cancels it with a reason, which is kept', async () => {
    const id = await oneCase();

    const silent = await world.as('ada').post(`process-instances/${id}/cancel`, {});
    await world.as('ada').post(`process-instances/${id}/cancel`, { reason: 'Registrert to ganger' }).expect(200);

    expect([silent.status, silent.body.code]).toEqual([400, 'invalid-input']);
    const last = (await world.ports.cases.journal(trondheim, id)).at(-1);
    expect(last?.event).toMatchObject({ type: 'ProcessInstanceCancelled', reason: 'Registrert to ganger', by: 'ada' });
  });

  it('moves it from one task to the next, and hears of every instruction that cannot be', async () => {
    const id = await oneCase();
    const move = { ...why, cancel: [{ node: 'vurder' }], start: [{ node: 'godkjenn' }] };

    const wrong = { ...why, cancel: [{ node: 'godkjenn' }], start: [{ node: 'finnes-ikke' }] };
    const refused = await world.as('ada').post(`process-instances/${id}/modify`, wrong);
    await world.as('ada').post(`process-instances/${id}/modify`, move).expect(200);

    expect([refused.status, refused.body.code]).toEqual([422, 'operation-impossible']);
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ path: 'godkjenn', code: 'not-alive' }),
      expect.objectContaining({ path: 'finnes-ikke', code: 'node-missing' }),
    ]);
    expect(await nodesOf(world, id)).toEqual(['godkjenn']);
  });

  it('corrects a variable, but not when the case has gone on since it was seen', async () => {
    const id = await oneCase();
    const correct = (revision: number) =>
      world
        .as('ada')
        .post(`process-instances/${id}/variables`, { ...why, variables: { adresse: 'Øvre gate 2' } })
        .set('if-match', `"${revision}"`);
    const seen = (await world.ports.cases.find(trondheim, id))?.revision ?? 0;

    const late = await correct(seen - 1);
    const { body } = await correct(seen).expect(200);

    expect([late.status, late.body.code]).toEqual([412, 'stale-revision']);
    expect(body).toEqual({ processInstanceId: id, revision: seen + 2, userTaskId: null });
  });

  it('is answered the same when a command is sent twice with one key, and nothing happens twice', async () => {
    const id = await oneCase();
    const send = () =>
      world.as('ada').post(`process-instances/${id}/suspend`, why).set('idempotency-key', 'sett-pa-vent');

    const answers = [await send(), await send()];

    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await eventsOf(world, id)).filter((type) => type === 'ProcessInstanceSuspended')).toHaveLength(1);
  });

  it('takes an ended one up again as a new one that knows what the first knew', async () => {
    const id = await oneCase();
    const early = await world.as('ada').post(`process-instances/${id}/restart`, why);
    await world.as('ada').post(`process-instances/${id}/cancel`, { reason: 'Feil' }).expect(200);

    const restart = { ...why, startAt: [{ node: 'godkjenn' }] };
    const { body } = await world.as('ada').post(`process-instances/${id}/restart`, restart).expect(201);

    expect([early.status, early.body.code]).toEqual([409, 'process-instance-active']);
    const found = await world.ports.cases.find(trondheim, body.processInstanceId);
    expect(found).toMatchObject({ version: 1, subject: 'siv', state: 'active' });
    expect(await nodesOf(world, body.processInstanceId)).toEqual(['godkjenn']);
  });
});

describe('a migration', () => {
  it('has a generated plan that says what has no place in the new version', async () => {
    const { body } = await world.as('ada').get('definitions/flytting/migration-plan?from=1&to=2').expect(200);
    const nowhere = await world.as('ada').get('definitions/flytting/migration-plan?from=1&to=9');

    expect(body).toEqual({ mapping: { start: 'start', vurder: 'vurder', slutt: 'slutt' }, unmapped: ['godkjenn'] });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'unknown-definition']);
  });

  it('is tried first: nothing changes, and every element in its way is named', async () => {
    const id = await oneCase();
    const before = await world.digest();
    const free = await world.as('ada').post(`process-instances/${id}/migrate/dry-run`, { version: 2 }).expect(200);
    const untouched = (await world.digest()) === before;
    await completeTask(world, id);
    const stuck = await world.as('ada').post(`process-instances/${id}/migrate/dry-run`, { version: 2 }).expect(200);

    expect([free.body.possible, untouched]).toEqual([true, true]);
    expect(stuck.body).toMatchObject({ possible: false, problem: { status: 422, code: 'operation-impossible' } });
    expect(stuck.body.problem.errors).toEqual([expect.objectContaining({ path: 'godkjenn', code: 'node-missing' })]);
  });

  it('is carried out by the generated plan, or by one that says where the rest goes', async () => {
    const id = await oneCase();
    await completeTask(world, id);

    const refused = await world.as('ada').post(`process-instances/${id}/migrate`, { ...why, version: 2 });
    const mapping = { godkjenn: 'kontroller' };
    await world
      .as('ada')
      .post(`process-instances/${id}/migrate`, { ...why, version: 2, mapping })
      .expect(200);

    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'godkjenn']);
    expect(await nodesOf(world, id)).toEqual(['kontroller']);
    expect((await world.ports.cases.find(trondheim, id))?.version).toBe(2);
  });
});

describe('operations', () => {
  const asked = (id: string) =>
    [
      [`process-instances/${id}/suspend`, why],
      [`process-instances/${id}/resume`, why],
      [`process-instances/${id}/cancel`, { reason: 'Feil' }],
      [`process-instances/${id}/modify`, { ...why, cancel: [{ node: 'vurder' }] }],
      [`process-instances/${id}/variables`, { ...why, variables: { adresse: 'x' } }],
      [`process-instances/${id}/migrate`, { ...why, version: 2 }],
      [`process-instances/${id}/migrate/dry-run`, { version: 2 }],
      [`process-instances/${id}/restart`, why],
    ] as const;

  it.each([
    ['who reads the case', 'kari', 403, 'actor-not-allowed'],
    ['whom the case is about', 'siv', 403, 'actor-not-allowed'],
    ['who is not logged in', 'nobody', 401, 'not-signed-in'],
    ['who administers another municipality', 'ada@orkland', 404, 'not-found'],
  ])('are refused to one %s, and change nothing', async (_, person, status, code) => {
    const id = await oneCase();
    const before = await world.digest();

    for (const [path, body] of asked(id)) {
      const answer = await world.as(person).post(path, body);
      expect({ path, status: answer.status, code: answer.body.code }).toEqual({ path, status, code });
    }
    expect(await world.digest()).toBe(before);
  });
});
