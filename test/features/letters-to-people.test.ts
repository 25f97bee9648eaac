import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld();
});
afterEach(() => world.stop());

const lawyer = { kind: 'fullmektig', name: 'Gatejuristen', fromOn: '2026-11-01' };

async function sivWith(person: object, ...representatives: readonly object[]): Promise<void> {
  await world
    .as('kari')
    .post('persons', { id: 'siv', name: 'Siv Dahl', ...person })
    .expect(201);
  for (const [place, one] of representatives.entries())
    await world
      .as('kari')
      .post('persons/siv/representatives', one)
      .set('if-match', `"${place + 1}"`)
      .expect(200);
}

const lettersOf = async (id: string): Promise<readonly { readonly title: string; readonly text: string }[]> =>
  (await world.as('kari').get(`process-instances/${id}`).expect(200)).body.letters;

it('scenario 9: every letter goes to who acts for the person too, and tells them so', async () => {
  const friend = { kind: 'stottespiller', name: 'En venn', email: 'venn@example.test', fromOn: '2026-11-01' };
  const before = { ...lawyer, name: 'Forrige', email: 'forrige@example.test', toOn: '2026-11-22' };
  await sivWith({}, { ...lawyer, email: 'post@gatejuristen.test' }, friend, before);

  const id = await createCaseworker(world, 'kari').applicationOf('siv');

  const greetings = (await lettersOf(id)).map(({ text }) => text.split('\n')[0]);
  expect(greetings.toSorted()).toEqual(['Hei Gatejuristen', 'Hei Siv Dahl']);
  expect(world.sentMail.map(({ to }) => to)).toContain('post@gatejuristen.test');
});

it('scenario 9: a letter that would leave out who acts for the person is not sent to anybody', async () => {
  await sivWith({}, lawyer);

  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf('siv');

  expect(await lettersOf(id)).toEqual([]);
  expect(world.sentMail.filter(({ to }) => to.startsWith('siv'))).toEqual([]);
  expect(await kari.openTasks(id)).toEqual([]);
});

it('scenario 52: who writes nynorsk gets letters in nynorsk', async () => {
  await sivWith({ language: 'nn' });

  const id = await createCaseworker(world, 'kari').applicationOf('siv');

  const [letter] = await lettersOf(id);
  expect(letter?.text).toContain('Vi fekk søknaden din om kommunal bustad');
});
