import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { waitingApplication } from '../support/waiting-application.js';

let world: ApiWorld;
let application: string;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
  application = await waitingApplication(world, 'siv', {});
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-11-24T09:00:00.000Z' });
}, 120_000);
afterAll(() => world.stop());

const entry = 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl';
const off = { utfall: 'ut', begrunnelse: 'Vi har prøvd å få tak i deg siden oktober.' };
const tried = (...channels: readonly string[]) =>
  Object.fromEntries(
    channels.flatMap((channel, at) => [
      [`forsok${at + 1}On`, `2026-10-0${at + 5}`],
      [`forsok${at + 1}Kanal`, channel],
    ]),
  );

async function judge(outcome: object) {
  const bjorn = createCaseworker(world, 'bjorn');
  return bjorn.tries(await bjorn.caseWith(entry), entry, outcome);
}

it.each([
  ['without a reason of the kind that counts', off, 400, 'invalid-input'],
  ['when nobody reaches her, without a single attempt', { ...off, utGrunn: 'far-ikke-tak' }, 400, 'invalid-input'],
  [
    'after two attempts only',
    { ...off, utGrunn: 'far-ikke-tak', fullmektigSpurt: 'har-ingen', ...tried('telefon', 'sms') },
    ...([400, 'invalid-input'] as const),
  ],
  [
    'after three calls and nothing else',
    { ...off, utGrunn: 'far-ikke-tak', fullmektigSpurt: 'har-ingen', ...tried('telefon', 'telefon', 'telefon') },
    ...([422, 'contact-chain'] as const),
  ],
  [
    'while nobody has asked who acts for her',
    { ...off, utGrunn: 'far-ikke-tak', fullmektigSpurt: 'nei', ...tried('telefon', 'sms', 'brev') },
    ...([422, 'contact-chain'] as const),
  ],
])('nobody is taken off the waiting list %s', async (_, outcome, status, code) => {
  const { body, status: answered } = await judge(outcome);

  expect([answered, body.code]).toEqual([status, code]);
  const place = await world.as('siv').get(`process-instances/${application}/waiting-place`).expect(200);
  expect(place.body.now).not.toBeNull();
});

it('is taken off after three attempts in two ways, and a letter says why and how to appeal', async () => {
  const known = { utGrunn: 'far-ikke-tak', fullmektigSpurt: 'har-ingen', ...tried('telefon', 'sms', 'telefon') };
  expect((await judge({ ...off, ...known })).status).toBe(200);
  await world.settle();

  const { body } = await world.as('siv').get(`journeys/${application}`).expect(200);
  const letter = body.letters.find(({ title }: { title: string }) => title === 'Du står ikke lenger på ventelista');
  expect(letter.text).toContain(off.begrunnelse);
  expect(letter.text).toContain('klagenemnda i kommunen');
});
