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

  const late = { forsinkelsesmelding: 'send', lovetSvardato: '2027-02-15' };
  await kari.does(id, draft, { ...late, forsinkelseGrunn: 'Uttalelsen har ikke kommet.' });
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

it('who wants another home is told of a slipped date too, and nothing more once the answer is signed', async () => {
  const kari = createCaseworker(world, 'kari');
  const wanted = { process: 'boligbytte', variables: { soker: 'siv', sokerNavn: 'Siv Dahl', onske: 'Vil flytte.' } };
  const { body: started } = await world.as('kari').post('process-instances', wanted).expect(201);
  const id = started.processInstanceId;
  await until('2027-03-08');
  const interim = { forelopigSvar: 'send', forsinkelseGrunn: 'Vi venter på legen.', nySvardato: '2027-04-15' };
  await kari.does(id, 'Skriv foreløpig svar', interim);

  await until('2027-04-14');
  await kari.does(id, draft, {
    ...{ forsinkelsesmelding: 'send', forsinkelseGrunn: 'Legen har ikke svart.', lovetSvardato: '2027-05-14' },
  });
  const { body } = await world.as('siv').get(`process-instances/${id}`).expect(200);
  const texts = body.letters.map(({ text }: { text: string }) => text).join('\n');
  expect(texts).toContain('Vi fikk ønsket ditt om å bytte bolig fredag 12. februar 2027.');
  expect(texts).not.toContain('kommunal bolig .');
  expect(texts).toContain('Legen har ikke svart.');

  await until('2027-05-13');
  expect(await kari.openTasks(id)).toContain(draft);
  await kari.does(id, 'Ta kontakt om bytteønsket', { snakketOn: '2027-05-13', behovEndret: true });
  await kari.does(id, 'Kartlegg på nytt sammen med beboeren', { behov: 'To rom', onsker: 'Fred' });
  const yes = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', grunnlag: 'nytt-vedtak', boligtype: 'Leilighet' };
  await kari.does(id, 'Avgjør bytteønsket', { ...yes, vedtakBegrunnelse: 'Dere er blitt flere.' });
  expect(await kari.openTasks(id)).not.toContain(draft);
});
