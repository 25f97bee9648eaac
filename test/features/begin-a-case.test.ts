import { createLeasedHome } from '../support/leased-home.js';
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

describe('in a home or a building', () => {
  const lease = { bolig: 'leie-1', soker: 'odd', sokerNavn: 'Odd Lund' };
  const place = { bygg: 'leie-1-bygg' };
  let leieforhold: string;
  beforeAll(async () => {
    leieforhold = await createLeasedHome(world, { person: 'odd', home: 'leie-1', toOn: '2026-11-30' });
  });

  const wanted = (process: string): object => {
    const fault = { ...place, beskrivelse: 'Døra står åpen.' };
    const variables: Readonly<Record<string, object>> = {
      oppsigelse: { ...lease, leieforhold },
      flytteoppfordring: { ...lease, leieforhold, leietidUteOn: '2026-11-30' },
      utkastelse: { ...lease, leieforhold, grunn: 'oppforsel' },
      vedlikehold: { ...fault, bolig: 'leie-1', leietaker: 'odd', arbeid: 'las-dor' },
      bomiljo: { ...fault, slag: 'fremmede', gjelder: 'vet-ikke' },
      beboermote: { ...place, grunn: 'onske' },
      tildelingsstans: place,
    };
    return { process, variables: variables[process] };
  };

  it.each([
    ['tor', ['vedlikehold', 'oppsigelse', 'flytteoppfordring', 'utkastelse']],
    ['bjorn', ['vedlikehold', 'bomiljo', 'beboermote']],
    ['bente', ['bomiljo', 'beboermote', 'tildelingsstans']],
    ['rita', ['vedlikehold', 'bomiljo', 'beboermote']],
    ['per+ambulant-team', ['vedlikehold', 'bomiljo']],
    ['per+vaktmester', ['vedlikehold']],
    ['kari', ['bomiljo']],
    ['per', []],
  ])('%s may begin %j, and is told so', async (who, processes) => {
    const told = (await startsOf(who)).map(({ process }) => process);
    const all = [
      'vedlikehold',
      'oppsigelse',
      'flytteoppfordring',
      'utkastelse',
      'bomiljo',
      'beboermote',
      'tildelingsstans',
    ];
    for (const process of all) {
      const { status } = await world.as(who).post('process-instances', wanted(process));
      expect([process, status]).toEqual([process, told.includes(process) ? 201 : 403]);
    }
    expect(told).toEqual(expect.arrayContaining(processes));
    await world.settle();
    expect((await world.as('ada').get('incidents').expect(200)).body.items).toEqual([]);
  });

  it('about a lease is begun once: a second one while the first is open is refused with 409', async () => {
    const { status, body } = await world.as('tor').post('process-instances', wanted('oppsigelse'));
    expect([status, body.code]).toEqual([409, 'process-instance-exists']);
  });

  it('about a lease is the same case when the same request comes again', async () => {
    const tenancy = await createLeasedHome(world, { person: 'mona', home: 'leie-3' });
    const variables = { bolig: 'leie-3', soker: 'mona', sokerNavn: 'Mona Berg', leieforhold: tenancy };
    const send = () =>
      world
        .as('tor')
        .post('process-instances', { process: 'oppsigelse', variables })
        .set('idempotency-key', 'sagt-en-gang');

    const [first, again] = [await send().expect(201), await send().expect(201)];
    expect(again.body.processInstanceId).toBe(first.body.processInstanceId);
  });

  it('about a lease is refused where somebody else lives in the home now, or another home is meant', async () => {
    const moved = { ...lease, soker: 'siv', sokerNavn: 'Siv Dahl', leieforhold };
    const elsewhere = { ...lease, bolig: 'leie-2', leieforhold };
    for (const variables of [{}, lease, moved, elsewhere, { ...lease, leieforhold: 'en-annen' }]) {
      const { status, body } = await world.as('tor').post('process-instances', { process: 'oppsigelse', variables });
      expect([status, body.errors[0].path]).toEqual([400, 'variables.leieforhold']);
    }
  });
});
