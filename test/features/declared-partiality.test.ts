import { createApiWorld, type ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const map = 'Kartlegg behov med søker';
const reason = 'Hen er svogeren min.';

// One test goes on where the one before it stopped.
let world: ApiWorld;
let siv: string;
beforeAll(async () => {
  world = await createApiWorld();
  siv = await createCaseworker(world, 'kari').applicationOf('siv');
}, 120_000);
afterAll(() => world.stop());

const taskOf = async (person: string, id: string) => {
  const { body } = await world.as(person).get('user-tasks?filter=all').expect(200);
  return body.items.find((one: { name: string; case: { id: string } }) => one.case.id === id && one.name === map);
};
const actionsOf = async (person: string, id: string) =>
  (
    await world
      .as(person)
      .get(`user-tasks/${(await taskOf(person, id)).id}`)
      .expect(200)
  ).body.actions;
const say = async (person: string, id: string, body: object, how = 'partiality') =>
  world.as(person).post(`user-tasks/${(await taskOf(person, id)).id}/${how}`, body);

it('is asked for a reason, and is only for who has the task', async () => {
  expect((await say('kari', siv, { reason })).status).toBe(403);
  await world.as('kari').post(`user-tasks/${(await taskOf('kari', siv)).id}/claim`);

  expect((await say('kari', siv, { reason: ' x ' })).status).toBe(400);
  expect(await actionsOf('kari', siv)).toMatchObject({
    ...{ declarePartiality: { allowed: true }, withdrawPartiality: { allowed: false } },
  });
});

it('gives the task back, and Kari takes neither it nor another about Siv', async () => {
  expect((await say('kari', siv, { reason })).status).toBe(200);
  await world.settle();

  expect(await taskOf('kari', siv)).toMatchObject({ state: 'created', assignee: null });
  const claim = await world.as('kari').post(`user-tasks/${(await taskOf('kari', siv)).id}/claim`);
  expect([claim.status, claim.body.code, claim.body.detail]).toEqual([
    ...[422, 'inhabil', 'Du har sagt at du er inhabil i saker om denne personen.'],
  ]);
  expect(await actionsOf('kari', siv)).toMatchObject({
    claim: { allowed: false, reason: 'Du har sagt at du er inhabil i saker om denne personen.' },
    ...{ declarePartiality: { allowed: false }, withdrawPartiality: { allowed: true } },
  });
  await createCaseworker(world, 'liv').does(siv, map, {
    ...{ rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Fred', trengerSamarbeidsmote: false },
  });
});

it('says in the history that she is, and not why; and she goes on with others', async () => {
  const { body } = await world.as('siv').get(`process-instances/${siv}/journal`).expect(200);
  const texts = JSON.stringify(body);
  expect(texts).toContain(`Kari Nordli ville ikke gjøre «${map}»: er inhabil`);
  expect(texts).not.toContain('svogeren');

  const odd = await createCaseworker(world, 'kari').applicationOf('odd');
  expect((await world.as('kari').post(`user-tasks/${(await taskOf('kari', odd)).id}/claim`)).status).toBe(200);
});

it('is taken back with a reason, once, by herself only', async () => {
  const again = await createCaseworker(world, 'kari').openTasks(siv);
  expect(again).toContain('Fatt vedtak om kommunal bolig');
  const { body } = await world.as('kari').get('user-tasks?filter=all').expect(200);
  const task = body.items.find((one: { case: { id: string } }) => one.case.id === siv);
  const withdraw = (person: string) =>
    world.as(person).post(`user-tasks/${task.id}/partiality/withdraw`, { reason: 'De er skilt nå.' });

  expect((await withdraw('liv')).status).toBe(403);
  expect((await withdraw('kari')).status).toBe(200);
  expect((await withdraw('kari')).status).toBe(403);
  expect((await world.as('kari').post(`user-tasks/${task.id}/claim`)).status).toBe(200);
});

it('stands with both reasons among what was done otherwise than usual, for the leader who sees the case', async () => {
  const { body } = await world.as('liv').get('exceptions?from=2026-11-01&to=2026-11-30').expect(200);

  expect(body.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'partiality-declared', by: 'Kari Nordli', reason, processInstanceId: siv }),
      expect.objectContaining({ kind: 'partiality-withdrawn', by: 'Kari Nordli', reason: 'De er skilt nå.' }),
    ]),
  );
});
