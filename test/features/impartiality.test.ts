import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  for (const id of ['kari', 'siv', 'odd', 'mona']) await world.as('liv').post('persons', { id, name: id }).expect(201);
  const members = [
    { person: 'kari', role: 'voksen' },
    { person: 'siv', role: 'voksen' },
  ];
  await world.as('liv').post('households', { members, reason: 'Bor sammen' }).expect(201);
  const helper = {
    kind: 'stottespiller',
    name: 'Kari Nordli',
    actor: 'kari',
    fromOn: '2026-01-01',
    toOn: '2026-02-01',
  };
  await world.as('liv').post('persons/odd/representatives', helper).set('if-match', '"1"').expect(200);
});
afterAll(() => world.stop());

const taskOf = async (soker: string): Promise<string> => {
  const variables = { soker, sokerNavn: soker, mottattOn: '2026-11-23' };
  const { body } = await world
    .as('liv')
    .post('process-instances', { process: 'boligtildeling', variables })
    .expect(201);
  await world.settle();
  const list = await world.as('liv').get('user-tasks?filter=unit').expect(200);
  return list.body.items.find((task: { case: { id: string } }) => task.case.id === body.processInstanceId).id;
};

describe('a caseworker who takes a task in a case about a person (forvaltningsloven § 6)', () => {
  it.each([
    ['siv', 'husstand', 'Du er eller har vært i samme husstand som den saken gjelder.'],
    ['odd', 'representant', 'Du er eller har vært fullmektig eller støttespiller for den saken gjelder.'],
  ])('is refused where %s is close to them, by the rule %s; a colleague takes it', async (applicant, rule, text) => {
    const task = await taskOf(applicant);
    const seen = await world.as('kari').get(`user-tasks/${task}`).expect(200);

    const { body } = await world.as('kari').post(`user-tasks/${task}/claim`, {}).expect(422);

    expect(body).toMatchObject({ code: 'inhabil', detail: text, errors: [{ path: 'actor', code: rule }] });
    expect(seen.body.actions.claim).toEqual({ allowed: false, reason: text });
    await world.as('liv').post(`user-tasks/${task}/claim`, {}).expect(200);
  });

  it('is refused where it is about themselves, also one of the office', async () => {
    const task = await taskOf('kari');

    const { body } = await world.as('kari').post(`user-tasks/${task}/claim`, {}).expect(422);

    expect(body.errors).toEqual([{ path: 'actor', code: 'selv', message: 'Saken gjelder deg selv.' }]);
  });

  it('takes the case of somebody they have nothing to do with, and cannot end it once they have moved in together', async () => {
    const task = await taskOf('mona');
    await world.as('kari').post(`user-tasks/${task}/claim`, {}).expect(200);
    const members = ['kari', 'mona'].map((person) => ({ person, role: 'voksen' }));
    const made = await world.as('liv').post('households', { members, reason: 'Bor sammen' }).expect(201);
    const done = () => world.as('kari').post(`user-tasks/${task}/complete`, { variables: {} }).set('if-match', '"2"');

    expect((await done().expect(422)).body.code).toBe('inhabil');

    // Moving out again does not make them impartial, and it is not for themselves to say that it was a mistake.
    const change = (who: string, revision: number, body: object) =>
      world.as(who).post(`households/${made.body.id}/change`, body).set('if-match', `"${revision}"`);
    const mona = { members: [{ person: 'mona', role: 'voksen' }], reason: 'Kari har flyttet ut' };
    await change('kari', 1, { ...mona, wasWrong: true }).expect(422);
    await change('liv', 1, mona).expect(200);
    expect((await done().expect(422)).body.code).toBe('inhabil');
    await world.as('kari').post(`user-tasks/${task}/unclaim`, {}).expect(200);
    expect((await world.as('kari').post(`user-tasks/${task}/claim`, {}).expect(422)).body.code).toBe('inhabil');
  });

  it('takes the case of somebody who was registered with them by mistake, once a colleague has said so', async () => {
    await world.as('liv').post('persons', { id: 'geir', name: 'Geir' }).expect(201);
    const of = (...people: readonly string[]) => people.map((person) => ({ person, role: 'voksen' }));
    const wrong = { members: of('kari', 'geir'), reason: 'Bor sammen' };
    const { body } = await world.as('liv').post('households', wrong).expect(201);
    const task = await taskOf('geir');
    await world.as('kari').post(`user-tasks/${task}/claim`, {}).expect(422);

    await world
      .as('liv')
      .post(`households/${body.id}/change`, { members: of('geir'), reason: 'En annen Kari', wasWrong: true })
      .set('if-match', '"1"')
      .expect(200);

    await world.as('kari').post(`user-tasks/${task}/claim`, {}).expect(200);
  });
});
