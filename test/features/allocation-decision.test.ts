import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { enterVacantHomes } from '../support/vacant-homes.js';
import { waitingApplication } from '../support/waiting-application.js';

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
}, 120_000);
afterEach(() => world.stop());

const by = (person: string) => createCaseworker(world, person);

async function choose(valgTasIBruk: boolean): Promise<void> {
  const wanted = { value: true, why: 'Husbanken sier at tildelingen er et vedtak.' };
  const { body } = await world.as('kari').post('local-choices/tildeling-er-vedtak/proposals', wanted).expect(201);
  await world.settle();
  const decided = { valgTasIBruk, valgBegrunnelse: 'Den som ikke er enig, skal kunne klage.' };
  await by('knut').does(body.processInstanceId, 'Avgjør om valget skal tas i bruk', decided);
}

/** Siv says yes to the only home there is, and it is hers from Tuesday 2026-11-24. */
async function homeIsAllocated(): Promise<string> {
  await enterVacantHomes(world, { 'tun-3': 'Småhus tun 3' });
  const id = await waitingApplication(world, 'siv', {});
  await world.ports.demo?.travel.advance(idOf('trondheim'), { to: '2026-11-24T09:00:00.000Z' });
  const entry = 'Vurder oppføring: Søknad om kommunal bolig – Siv Dahl';
  await by('bjorn').does(await by('bjorn').caseWith(entry), entry, { utfall: 'tilbud', begrunnelse: 'Uten bolig' });
  await by('bjorn').does(id, 'Velg boliger til tilbudet', {
    ...{ boliger: ['tun-3'], valgBegrunnelse: 'Egen inngang.' },
    ...{ kunEttAlternativ: true, kunEttBegrunnelse: 'Ingen annen er ledig.' },
  });
  await by('tor').does(id, 'Avtal og hold visning: Småhus tun 3', { visningOn: '2026-11-24' });
  await by('siv').does(id, 'Svar på tilbudet', { svar: 'ja', valgtBolig: 'Småhus tun 3', opplevdPress: false });
  await by('bjorn').does(id, 'Tildel bolig', {
    ...{ valgtBolig: 'Småhus tun 3', tildelt: true, lederEnig: true },
    tildelingBegrunnelse: 'Du trenger egen inngang.',
  });
  return id;
}

const lettersTo = async (id: string): Promise<readonly string[]> => {
  const { body } = await world.as('siv').get(`journeys/${id}`).expect(200);
  return body.letters.map(({ title }: { title: string }) => title);
};

const ofProcess = async (process: string) => {
  const { body } = await world.as('bente').get(`process-instances?process=${process}`).expect(200);
  return body.items;
};

it('is no decision of its own as it is delivered: she gets the letter with the reason, and nothing more is written', async () => {
  await choose(false);
  const id = await homeIsAllocated();

  expect(await lettersTo(id)).toContain('Du har fått bolig');
  expect(await ofProcess('tildelingsvedtak')).toEqual([]);
});

it('is one where the municipality has chosen so: with its reasons, the appeals board of the municipality, and three weeks from when it came', async () => {
  await choose(true);
  const id = await homeIsAllocated();
  expect(await lettersTo(id)).not.toContain('Du har fått bolig');

  const [found] = await ofProcess('tildelingsvedtak');
  expect(found.title).toBe('Vedtak om tildeling – Siv Dahl');
  await by('bente').does(found.id, 'Fatt vedtak om tildeling', { vedtakBegrunnelse: 'Du trenger egen inngang.' });
  await by('bente').does(found.id, 'Registrer når vedtaket kom fram', {
    ...{ vedtakMottattOn: '2026-11-24', mottakBevis: 'muntlig' },
  });

  expect(await lettersTo(found.id)).toEqual(['Du har fått bolig']);
  const { body } = await world.as('siv').get(`process-instances/${found.id}/decisions`).expect(200);
  expect(body.items).toMatchObject([
    {
      ...{ kind: 'tildeling', outcome: 'innvilget', reasons: 'Du trenger egen inngang.' },
      appeal: { body: 'klagenemnda i kommunen', dueOn: '2026-12-15' },
    },
  ]);
  // Moving in does not wait for it.
  const { body: tasks } = await world.as('tor').get('user-tasks?filter=all').expect(200);
  expect(tasks.items.map(({ name }: { name: string }) => name)).toContain('Skriv leiekontrakt');
});

it('is appealed like any other: the case takes it up, and the home is hers meanwhile', async () => {
  await choose(true);
  await homeIsAllocated();
  const [found] = await ofProcess('tildelingsvedtak');
  await by('bente').does(found.id, 'Fatt vedtak om tildeling', { vedtakBegrunnelse: 'Du trenger egen inngang.' });
  await by('bente').does(found.id, 'Registrer når vedtaket kom fram', {
    ...{ vedtakMottattOn: '2026-11-24', mottakBevis: 'muntlig' },
  });
  const { body } = await world.as('siv').get(`process-instances/${found.id}/decisions`).expect(200);

  const appeal = { how: 'digitalt', text: 'Vilkåret er for strengt.', suspend: false };
  await world.as('siv').post(`decisions/${body.items[0].id}/appeals`, appeal).expect(201);
  await world.settle();

  const [klage] = (await world.as('kari').get('process-instances?process=klage').expect(200)).body.items;
  expect(klage).toMatchObject({ state: 'active' });
});
