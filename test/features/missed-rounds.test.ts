import { readdir, readFile } from 'node:fs/promises';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const folder = 'workflows/ventelisterunde';

let world: ApiWorld;
let siv: string;
beforeAll(async () => {
  // Monday at eight, in a municipality that holds its rounds on Mondays at nine.
  world = await createApiWorld({ now: '2027-05-10T06:00:00.000Z' });
  await world
    .as('ada')
    .post('definitions', { files: await roundsOnMondays() })
    .expect(201);
  siv = await waits('siv');
  await waits('odd');
}, 120_000);
afterAll(() => world.stop());

async function roundsOnMondays() {
  const names = (await readdir(folder)).filter((name) => /\.(bpmn|dmn|form\.json)$/.test(name));
  return Promise.all(
    names.map(async (name) => ({
      name,
      content: (await readFile(`${folder}/${name}`, 'utf8')).replace(
        'R/2024-12-03T09:00/P7D',
        'R/2024-12-02T09:00/P7D',
      ),
    })),
  );
}

/** Somebody has a yes to a home, and stands on the waiting list; answers the case. */
async function waits(person: string): Promise<string> {
  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf(person);
  const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Fred', trengerSamarbeidsmote: false };
  await kari.does(id, 'Kartlegg behov med søker', mapped);
  const decision = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Du mangler bolig.' };
  await kari.does(id, 'Fatt vedtak om kommunal bolig', decision);
  const order = { boliggruppe: 'rus', nattevakt: false, egenInngang: true };
  await kari.does(id, 'Send bestilling til boligsosialt team', order);
  return id;
}

const until = async (at: string): Promise<void> => {
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: at });
};

interface Round {
  readonly id: string;
  readonly on: string;
  readonly state: string;
}
const rounds = async (): Promise<readonly Round[]> => (await world.as('bjorn').get('rounds').expect(200)).body.items;
const newestRound = async () => {
  const [newest] = await rounds();
  return (await world.as('bjorn').get(`rounds/${newest?.id}`).expect(200)).body;
};
const placeOfSiv = async () =>
  (await world.as('siv').get(`process-instances/${siv}/waiting-place`).expect(200)).body.rounds;

async function judge(...people: readonly string[]): Promise<void> {
  const { id } = await newestRound();
  for (const person of people)
    await createCaseworker(world, 'bjorn').does(id, `Vurder oppføring: Søknad om kommunal bolig – ${person}`, {
      ...{ utfall: 'uendret', begrunnelse: 'Ingen ledig bolig' },
    });
}

it('scenario 3: the round of Monday 2027-05-17, a holiday twice over, is held on the 18th, the next one a week after the 17th, and Siv is in each', async () => {
  await until('2027-05-10T08:00:00.000Z');
  await judge('Siv Dahl', 'odd');
  await until('2027-05-17T20:00:00.000Z');
  expect((await rounds()).map(({ on }) => on)).toEqual(['2027-05-10']);

  await until('2027-05-18T07:00:00.000Z');
  await judge('Siv Dahl', 'odd');
  await until('2027-05-24T07:00:00.000Z');

  expect((await rounds()).map(({ on, state }) => `${on} ${state}`)).toEqual([
    '2027-05-24 open',
    '2027-05-18 closed',
    '2027-05-10 closed',
  ]);
  expect(await placeOfSiv()).toMatchObject([{ outcome: 'uendret' }, { outcome: 'uendret' }]);
  expect((await newestRound()).items).toMatchObject([{ roundsMissed: 0 }, { roundsMissed: 0 }]);
});

it('scenario 2: the round of the 24th, in which Odd has an outcome and Siv has none, is not closed and says that it is she; with hers it is', async () => {
  await judge('odd');

  const open = await newestRound();
  const lacking = open.items.filter(({ outcome }: { outcome: string | null }) => outcome === null);
  expect([open.state, open.lacking]).toEqual(['open', 1]);
  expect(lacking).toMatchObject([{ title: 'Søknad om kommunal bolig – Siv Dahl', processInstanceId: siv }]);

  await judge('Siv Dahl');
  expect(await newestRound()).toMatchObject({ state: 'closed', lacking: 0 });
});

it('scenario 1: after 3 rounds that did not look at Siv the leader of the office is told the names of the rounds, after the 4th the staff how many they are', async () => {
  await until('2027-06-28T09:00:00.000Z');

  const { body } = await world.as('kari').get(`process-instances/${siv}/notices`).expect(200);
  const told = body.items.filter(({ kind }: { kind: string }) => kind === 'starvation');
  expect(told.map(({ to, at }: { to: string; at: string }) => `${at.slice(0, 10)} ${to}`).toSorted()).toEqual([
    '2027-06-14 bente',
    '2027-06-21 liv',
    '2027-06-28 knut',
  ]);
  const mailOf = (person: string, rounds: number) =>
    world.sentMail.find(({ to, subject }) => to.startsWith(`${person}@`) && subject.includes(`${rounds} runder`))?.text;
  expect(mailOf('liv', 3)).toContain('mandag 31. mai 2027, mandag 7. juni 2027, mandag 14. juni 2027');
  expect(mailOf('knut', 4)).toContain('ikke vurdert i de siste 4 rundene');
  expect(mailOf('knut', 4)).not.toMatch(/siv|dahl/i);
  expect((await newestRound()).items).toMatchObject([{ roundsMissed: 4 }, { roundsMissed: 4 }]);
});
