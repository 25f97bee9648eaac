import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const trondheim = idOf<'Tenant'>('trondheim');
const review = 'Gå gjennom nødtilgangen';
const asked = { reason: 'life-or-health', explanation: 'Hun svarer ikke, og naboen hørte rop om hjelp.' };

let world: ApiWorld;
let id: string;
beforeAll(async () => {
  world = await createApiWorld({ now: '2026-11-23T08:00:00.000Z' });
  id = await createCaseworker(world, 'kari').applicationOf('siv');
}, 180_000);
afterAll(() => world.stop());

const breaks = (person: string, said: object = asked, of = id) =>
  world.as(person).post(`process-instances/${of}/emergency-access`, said);
const reads = (person: string) => world.as(person).get(`process-instances/${id}`);
const until = async (to: string) => {
  await world.ports.demo?.travel.advance(trondheim, { to });
  await world.settle();
};

it('is not for the administrator, the landlord, the caretaker or a project manager: 403; nor for a user representative', async () => {
  for (const person of ['ada', 'tor', 'vakt+vaktmester', 'per', 'siv', 'pia']) await breaks(person).expect(403);
  await breaks('berit+hvk').expect(404);
  await reads('ada').expect(404);
});

it('wants a reason of the list and at least 20 characters, and is not needed by who has the case', async () => {
  await breaks('rita', { ...asked, explanation: 'Det haster.' }).expect(400);
  await breaks('rita', { ...asked, reason: 'curious' }).expect(400);
  await breaks('rita', asked, 'no-such-case').expect(404);
  const { body } = await breaks('kari').expect(409);
  expect(body.code).toBe('access-open');
  await reads('rita').expect(404);
});

it('opens the case at 09:00, tells the person and the ombudsman at once, and logs every read as nødtilgang', async () => {
  await breaks('rita').expect(201);
  await world.settle();

  const { body: found } = await reads('rita').expect(200);
  expect(found).toMatchObject({ sees: 'whole', tasks: [{ name: 'Kartlegg behov med søker' }] });
  await world.as('rita').get(`process-instances/${id}/records`).expect(200);
  await world.as('rita').get(`user-tasks/${found.tasks[0].id}`).expect(200);
  await world.as('rita').post(`user-tasks/${found.tasks[0].id}/claim`, {}).expect(403);
  expect((await breaks('rita').expect(409)).body.code).toBe('access-open');
  await reads('nils+botiltaksleder').expect(404);

  const { body: log } = await world.as('siv').get('me/reads').expect(200);
  expect(log.items).toMatchObject([
    { who: 'Rita Lunde', why: 'Leder av botiltak brukte nødtilgang. Personvernombudet har fått beskjed.', times: 3 },
  ]);
  const { body: own } = await world.as('siv').get('process-instances').expect(200);
  const told = own.items.find(({ process }: { process: string }) => process === 'nodtilgang');
  const { body: letter } = await world.as('siv').get(`process-instances/${told.id}`).expect(200);
  expect(letter.letters).toMatchObject([{ title: 'Noen har åpnet saken din' }]);
  expect(letter.letters[0].text).toContain('Rita Lunde');
  expect(letter.letters[0].text).not.toContain('naboen');
  expect(world.sentMail.map(({ to, subject }) => `${to} ${subject}`)).toContainEqual(
    expect.stringMatching(new RegExp(`^pia@.*${review}`)),
  );
});

it('shows the ombudsman who, when and why, and not the case', async () => {
  const { body: inbox } = await world.as('pia').get('user-tasks?filter=unit').expect(200);
  const { body: task } = await world.as('pia').get(`user-tasks/${inbox.items[0].id}`).expect(200);

  expect(task).toMatchObject({
    name: review,
    deadline: { rule: 'L-NODTILGANG', dueOn: '2026-11-26' },
    values: { hvem: 'Rita Lunde', grunn: 'Fare for liv eller helse', forklaring: asked.explanation, sak: id },
  });
  await reads('pia').expect(404);
  await world.as('rita').get(`user-tasks/${inbox.items[0].id}`).expect(404);
});

it('is open at 16:59 and shut at 17:00, by itself', async () => {
  await world.ports.demo?.travel.advance(trondheim, { to: '2026-11-23T15:59:00.000Z' });
  await reads('rita').expect(200);
  // The clock decides, not the alarm: nobody has rung it yet.
  await until('2026-11-23T16:00:00.000Z');
  await reads('rita').expect(404);
});

it('is stopped by the ombudsman before its time is over', async () => {
  await breaks('nina').expect(201);
  await world.settle();
  await reads('nina').expect(200);
  const { body: inbox } = await world.as('pia').get('user-tasks?filter=unit').expect(200);
  const newest = inbox.items.at(-1).case.id;

  const answer = { vurdering: 'nei', vurderingGrunn: 'NAV kunne ringt vakta.', stansTilgangen: true };
  await createCaseworker(world, 'pia').does(newest, review, answer);

  await reads('nina').expect(404);
});

it('does not exist for a case about somebody with a protected address (kode 6 and 7)', async () => {
  const person = { id: 'odd', name: 'Odd Lund', protection: 'strengt-fortrolig' };
  await world.as('liv+adressesperre').post('persons', person).expect(201);
  const hidden = await createCaseworker(world, 'kari').applicationOf('odd');

  await breaks('rita', asked, hidden).expect(404);
});
