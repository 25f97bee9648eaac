import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.stop());

const wanted = { person: 'siv', name: 'Siv Dahl', askedFor: 'boligtildeling', receivedOn: '2026-11-18' };

async function forwarded(input: object = {}): Promise<string> {
  const { body } = await world
    .as('nina')
    .post('applications/forward', { ...wanted, ...input })
    .expect(201);
  await world.settle();
  return body.processInstanceId;
}
const applicationOf = async (id: string, person: string) =>
  (await world.as(person).get(`applications/${id}`).expect(200)).body;

describe('scenario 7: an application that came to NAV on 2026-11-18 and belongs to helse- og velferdskontoret', () => {
  it('is forwarded on the 23rd: the receipt keeps the date, Siv need not apply again, and the month runs from the 18th', async () => {
    const id = await forwarded();

    expect(await applicationOf(id, 'siv')).toEqual({
      ...{
        id,
        person: 'siv',
        title: 'Søknad om kommunal bolig – Siv Dahl',
        askedFor: { process: 'boligtildeling', name: 'Boligtildeling' },
        receivedOn: '2026-11-18',
      },
      receivedBy: { id: 'nav', name: 'NAV' },
      belongsTo: { id: 'hvk', name: 'Helse- og velferdskontoret' },
      forwardedAt: '2026-11-23T08:00:00.000Z',
      receiptAt: '2026-11-23T08:00:00.000Z',
    });
    const { body } = await world.as('siv').get(`process-instances/${id}`).expect(200);
    const [receipt] = body.letters;
    expect(receipt.text).toContain('Vi fikk søknaden din om kommunal bolig onsdag 18. november 2026.');
    expect(receipt.text).toContain('NAV fikk søknaden først, og har sendt den til oss. Du trenger ikke søke på nytt.');
    const interim = body.timers.find(({ node }: { node: string }) => node === 'en-uke-til-svarfristen');
    expect(interim).toMatchObject({ deadline: { rule: 'D02', dueOn: '2026-12-18' } });
    expect(await createCaseworker(world, 'kari').openTasks(id)).toEqual(['Kartlegg behov med søker']);
  });

  it('is seen by the person and the units that had it; whoever else reads it is told of to nobody, because nobody else may', async () => {
    const id = await forwarded({ person: 'odd', name: 'Odd Lund' });

    for (const person of ['odd', 'nina', 'kari']) await world.as(person).get(`applications/${id}`).expect(200);
    for (const person of ['siv', 'bjorn', 'kari@orkland']) await world.as(person).get(`applications/${id}`).expect(404);
    for (const person of ['tor', 'per', 'ada']) await world.as(person).get(`applications/${id}`).expect(403);
    const reads = (await world.as('odd').get('me/reads').expect(200)).body.items;
    expect(reads.map(({ text }: { text: string }) => text)).toContain(
      'Nina Solli (NAV) så søknaden din mandag 23. november 2026.',
    );
    const listed = async (person: string) =>
      (await world.as(person).get('applications').expect(200)).body.items.map((one: { id: string }) => one.id);
    const elsewhere = async (person: string) => (await world.as(person).get('applications').expect(200)).body.elsewhere;
    expect(await elsewhere('nina')).toEqual([
      {
        process: 'boligtildeling',
        name: 'Boligtildeling',
        unit: { id: 'hvk', name: 'Helse- og velferdskontoret' },
      },
    ]);
    expect(await elsewhere('kari')).toEqual([]);
    expect(await elsewhere('odd')).toEqual([]);
    expect(await listed('nina')).toContain(id);
    expect(await listed('odd')).toEqual([id]);
    expect(await listed('bjorn')).toEqual([]);
  });

  it.each([
    ['kari', {}, 'askedFor', 'Søknaden hører til her. Start saken i stedet.'],
    ['nina', { receivedOn: '2026-11-24' }, 'receivedOn', 'Datoen har ikke vært ennå.'],
    ['nina', { askedFor: 'klage' }, 'askedFor', 'Dette kan ingen søke om.'],
  ])('is not forwarded by %s with %j', async (person, input, path, message) => {
    const { body } = await world
      .as(person)
      .post('applications/forward', { ...wanted, ...input })
      .expect(400);

    expect(body.errors).toEqual([{ path, message }]);
  });
});

it('is in the register too when the person sends it to the right place: received the same day, and forwarded by nobody', async () => {
  const id = await createCaseworker(world, 'kari').applicationOf('siv');

  expect(await applicationOf(id, 'siv')).toMatchObject({
    receivedOn: '2026-11-23',
    receivedBy: { id: 'hvk' },
    belongsTo: { id: 'hvk' },
    forwardedAt: null,
  });
});
