import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const draft = 'Skriv at svaret blir forsinket';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.stop());

/** Goes on until noon of a day. */
const until = (on: string) =>
  world.ports.demo?.travel.advance(idOf('trondheim'), { to: `${on}T11:00:00.000Z` }).then(() => world.settle());

it('scenario 6: the announced 2027-01-15 slips: a message is drafted the day before, sent when it is written, and drafted again for 2027-02-15', async () => {
  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf('siv');
  await until('2026-12-17');
  const interim = { forelopigSvar: 'send', forsinkelseGrunn: 'Vi mangler en uttalelse.', nySvardato: '2027-01-15' };
  await kari.does(id, 'Skriv foreløpig svar', interim);

  await until('2027-01-13');
  expect(await kari.openTasks(id)).not.toContain(draft);
  await until('2027-01-14');
  expect(await kari.openTasks(id)).toContain(draft);

  await kari.does(id, draft, { forsinkelseGrunn: 'Uttalelsen har ikke kommet.', lovetSvardato: '2027-02-15' });
  const { body } = await world.as('siv').get(`process-instances/${id}`).expect(200);
  const letter = body.letters.find(
    ({ title }: { title: string }) => title === 'Svaret ditt kommer senere enn vi lovet',
  );
  expect(letter.text).toContain('Uttalelsen har ikke kommet.');
  expect(letter.text).toContain('mandag 15. februar 2027');

  // The 15th is a Monday: the working day before it is a Friday.
  await until('2027-02-12');
  expect(await kari.openTasks(id)).toContain(draft);

  const mapping = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Fred', trengerSamarbeidsmote: false };
  await kari.does(id, 'Kartlegg behov med søker', mapping);
  const yes = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Du mangler bolig.' };
  await kari.does(id, 'Fatt vedtak om kommunal bolig', yes);
  expect(await kari.openTasks(id)).not.toContain(draft);
});
