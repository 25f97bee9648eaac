import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.stop());

const register = async (person: object): Promise<string> =>
  (await world.as('kari').post('persons', person).expect(201)).body.id;

describe('a person', () => {
  it('is registered by a caseworker, and sees what is kept', async () => {
    const id = await register({ id: 'siv', name: 'Siv Dahl', language: 'nn', phone: '99 99 99 99' });

    const own = await world.as('siv').get('persons/me').expect(200);

    expect(own.headers['etag']).toBe('"1"');
    expect(own.body).toEqual({
      ...{ id, revision: 1, name: 'Siv Dahl', language: 'nn', channel: 'digital', protection: 'none' },
      phone: '99 99 99 99',
      representatives: [],
    });
  });

  it('is one person: who is registered already is not registered again', async () => {
    const again = await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(409);

    expect(again.body).toMatchObject({ code: 'person-exists', status: 409 });
  });

  it('is registered once when the same request is sent twice', async () => {
    const ask = () => world.as('kari').post('persons', { name: 'Odd Lund' }).set('idempotency-key', 'odd');

    expect((await ask()).body).toEqual((await ask()).body);
    const found = await world.as('kari').get('persons?name=odd').expect(200);
    expect(found.body.items).toHaveLength(1);
  });

  it('is changed by who has seen the present revision: 428 without If-Match, 412 with an older one', async () => {
    const id = await register({ name: 'Mona Berg' });
    const change = () => world.as('kari').post(`persons/${id}/change`, { name: 'Mona Bergh', channel: 'paper' });

    expect((await change().expect(428)).body.code).toBe('if-match-required');
    await change().set('if-match', '"1"').expect(200, { id, revision: 2 });
    expect((await change().set('if-match', '"1"').expect(412)).body.code).toBe('stale-revision');
  });

  it.each(['siv', 'tor', 'per', 'berit', 'ada'])('is not looked for by %s', async (person) => {
    await world.as(person).get('persons?name=siv').expect(403);
    await world.as(person).post('persons', { name: 'En' }).expect(403);
  });

  it('is not seen by another applicant, and not by an operator', async () => {
    await world.as('odd').get('persons/siv').expect(404);
    await world.as('ada').get('persons/siv').expect(403);
    await world.as('kari@orkland').get('persons/siv').expect(404);
  });

  it('has no place for anything but what is asked for', async () => {
    const { body } = await world.as('kari').post('persons', { name: 'Else', diagnose: 'F20' }).expect(400);

    expect(body.code).toBe('invalid-input');
  });
});

describe('a search by name', () => {
  it('is told to each person whom it found, once an hour, and not to who searches', async () => {
    const reads = async () =>
      (await world.as('unn').get('me/reads').expect(200)).body.items.map(({ text }: { text: string }) => text);
    await register({ id: 'unn', name: 'Unn Berge' });
    for (const name of ['unn', 'berge']) await world.as('kari').get(`persons?name=${name}`).expect(200);

    expect(await reads()).toEqual([expect.stringContaining('navnet ditt i et søk')]);
  });
});

describe('a person with a protected address (kode 6)', () => {
  it('is not found by name, is not there for other caseworkers, and has no address here', async () => {
    const id = await register({ name: 'Tove Sand', protection: 'strengt-fortrolig' });

    const found = await world.as('kari').get('persons?name=Tove').expect(200);
    expect(found.body.items).toEqual([]);
    await world.as('kari').get(`persons/${id}`).expect(404);
    await world.as('kari').post(`persons/${id}/change`, { name: 'Tove' }).set('if-match', '"1"').expect(404);
    await world.as('kari+adressesperre').get(`persons/${id}`).expect(200);
    await world.as(id).get('persons/me').expect(200);

    const { body } = await world
      .as('kari')
      .post('persons', { name: 'Geir', protection: 'fortrolig', address: 'Munkegata 1' })
      .expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ path: 'protection' })]);
  });

  it('can be protected by every caseworker at once, and is made open by those of the group only', async () => {
    const id = await register({ name: 'Rune Haug' });
    const change = (person: string, revision: number, protection: string) =>
      world.as(person).post(`persons/${id}/change`, { name: 'Rune Haug', protection }).set('if-match', `"${revision}"`);

    await change('kari', 1, 'fortrolig').expect(200);
    await change('liv', 2, 'none').expect(404);
    await change('liv+adressesperre', 2, 'none').expect(200);
  });

  it('hides the household: who lives with them tells where they live', async () => {
    const [open, hidden] = [await register({ name: 'Anne' }), await register({ name: 'Bo', protection: 'fortrolig' })];
    const members = [
      { person: open, role: 'voksen' },
      { person: hidden, role: 'barn' },
    ];

    expect(
      (await world.as('kari').post('households', { members, reason: 'Flyttet sammen' }).expect(422)).body.code,
    ).toBe('unknown-person');
    const made = await world
      .as('kari+adressesperre')
      .post('households', { members, reason: 'Flyttet sammen' })
      .expect(201);
    await world.as('kari+adressesperre').get(`households/${made.body.id}`).expect(200);
    await world.as('kari').get(`households/${made.body.id}`).expect(404);
    const shown = async (reader: string) => (await world.as(reader).get(`persons/${open}/households`).expect(200)).body;
    expect((await shown('kari+adressesperre')).items).toMatchObject([{ id: made.body.id, members: [{}, {}] }]);
    expect((await shown('kari')).items).toEqual([]);
  });
});

describe('a representative (fullmektig)', () => {
  it('logs in as themselves and sees the person while the mandate lasts', async () => {
    const id = await register({ name: 'Geir Myhre' });
    const mandate = { kind: 'fullmektig', name: 'Jurist', organisation: 'Gatejuristen', actor: 'jurist' };
    await world.as('jurist').get(`persons/${id}`).expect(404);

    await world
      .as('kari')
      .post(`persons/${id}/representatives`, { ...mandate, fromOn: '2026-11-01' })
      .set('if-match', '"1"')
      .expect(200, { id, revision: 2 });

    const seen = await world.as('jurist').get(`persons/${id}`).expect(200);
    const representative = seen.body.representatives[0].id;
    await world
      .as('kari')
      .post(`persons/${id}/representatives/${representative}/end`, { toOn: '2026-11-22' })
      .set('if-match', '"2"')
      .expect(200);
    await world.as('jurist').get(`persons/${id}`).expect(404);
  });

  it('is not what a supporter is: who only helps sees nothing by that', async () => {
    const id = await register({ name: 'Sigrid Vik' });
    const helper = { kind: 'stottespiller', name: 'En venn', actor: 'venn', fromOn: '2026-11-01' };

    await world.as('kari').post(`persons/${id}/representatives`, helper).set('if-match', '"1"').expect(200);

    await world.as('venn').get(`persons/${id}`).expect(404);
  });
});

describe('what there is about a person', () => {
  it('is their cases, decisions and household, for those who may see them, and the reading of a decision is told', async () => {
    const kari = createCaseworker(world, 'kari');
    const id = await kari.applicationOf('siv');
    await kari.does(id, 'Kartlegg behov med søker', {
      ...{ rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Fred', trengerSamarbeidsmote: false },
    });
    const decision = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Du mangler bolig.' };
    await kari.does(id, 'Fatt vedtak om kommunal bolig', decision);
    const of = async (reader: string, what: string) =>
      (await world.as(reader).get(`persons/siv/${what}`).expect(200)).body.items;

    for (const reader of ['kari', 'bjorn', 'siv']) {
      expect(await of(reader, 'cases')).toMatchObject([{ id, process: 'boligtildeling' }]);
      expect(await of(reader, 'decisions')).toMatchObject([
        {
          processInstanceId: id,
          outcome: 'innvilget',
          reasons: 'Du mangler bolig.',
          legalBasis: { id: 'kommunal-bolig' },
        },
      ]);
    }
    expect(await of('kari', 'households')).toEqual([]);
    const shown = await world.as('kari').get(`process-instances/${id}`).expect(200);
    expect(shown.body.person).toEqual({ id: 'siv', name: 'Siv Dahl' });
    const { body: reads } = await world.as('siv').get('me/reads').expect(200);
    const told = reads.items.map(({ text }: { readonly text: string }) => text);
    expect(told).toContainEqual(expect.stringContaining('vedtakene i saken din'));
  });

  it.each(['cases', 'decisions', 'households'])('is not there for others: %s', async (what) => {
    for (const [reader, status] of [
      ['odd', what === 'households' ? 403 : 404],
      ['ada', what === 'cases' ? 404 : 403],
    ] as const)
      await world.as(reader).get(`persons/siv/${what}`).expect(status);
    await world
      .as('tor')
      .get(`persons/siv/${what}`)
      .expect(what === 'households' ? 403 : 404);
  });
});
