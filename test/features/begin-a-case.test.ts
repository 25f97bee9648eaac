import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
}, 120_000);
afterAll(() => world.stop());

const startsOf = async (person: string): Promise<readonly { readonly process: string; readonly about: string }[]> =>
  (await world.as(person).get('me').expect(200)).body.starts;

it('is told to who may: a caseworker may begin an application about anyone, an applicant about herself, a representative none', async () => {
  expect(await startsOf('kari')).toContainEqual({ process: 'boligtildeling', about: 'anyone' });
  expect(await startsOf('siv')).toContainEqual({ process: 'boligbytte', about: 'self' });
  expect(await startsOf('berit')).toEqual([]);
});

it('is done by whoever was told so, of every process about a person, and refused with 403 to everybody else', async () => {
  const about = ['midlertidig-botilbud', 'boligbytte', 'housing-first-inntak', 'tjenestevedtak', 'boligkarriere'];
  for (const person of ['kari', 'nina', 'bjorn', 'per']) {
    const told = (await startsOf(person)).map(({ process }) => process);
    for (const process of about) {
      const wanted = { process, variables: { soker: 'siv', sokerNavn: 'Siv Dahl' } };
      const { status } = await world.as(person).post('process-instances', wanted);
      expect([person, process, status === 403]).toEqual([person, process, !told.includes(process)]);
    }
  }
});

it('is an application that came on paper: received the day the caseworker says, with what the person told', async () => {
  const told = { bosituasjon: 'På sofaen hos en venn', behov: 'Et sted med egen dør', mottattOn: '2026-11-20' };
  const wanted = { process: 'boligtildeling', variables: { soker: 'siv', sokerNavn: 'Siv Dahl', ...told } };
  const { body } = await world.as('kari').post('process-instances', wanted).expect(201);
  await world.settle();

  const application = await world.as('kari').get(`applications/${body.processInstanceId}`).expect(200);
  expect(application.body).toMatchObject({ person: 'siv', receivedOn: '2026-11-20' });
});
