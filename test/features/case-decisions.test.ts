import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.stop());

const need = 'Jeg vil ha fred. Ikke trapper, og ikke naboer som roper.';
const mapping = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: need, trengerSamarbeidsmote: false };
const refusal = {
  hjemmel: 'kommunal-bolig',
  resultat: 'innvilget',
  vedtakBegrunnelse: 'Du mangler bolig.\n\nVi så på «alt».',
};

describe('a decision', () => {
  it('is in the register when the task that makes it is done, with every word that was written', async () => {
    const kari = createCaseworker(world, 'kari');
    const id = await kari.applicationOf('siv');
    await kari.does(id, 'Kartlegg behov med søker', mapping);
    await kari.does(id, 'Fatt vedtak om kommunal bolig', refusal);

    const { body } = await world.as('siv').get(`process-instances/${id}/decisions`).expect(200);

    expect(body.items).toEqual([
      {
        id: expect.any(String),
        processInstanceId: id,
        kind: 'vedtak',
        legalBasis: expect.objectContaining({ id: 'kommunal-bolig', name: 'Kommunal bolig' }),
        outcome: 'innvilget',
        reasons: refusal.vedtakBegrunnelse,
        content: refusal,
        decidedAt: '2026-11-23T08:00:00.000Z',
        ...{ reachedOn: null, reachedHow: null, reachedBy: null, reachedWhy: null },
        validTo: null,
        quashedAt: null,
        awaitsSecond: false,
        appeal: { body: 'klagenemnda i kommunen', rule: 'D04', dueOn: null, inTime: true },
        reasonsAskedOn: null,
        letter: { id: expect.any(String), title: expect.stringContaining('kommunal bolig') },
        appeals: [],
        actions: { appeal: true, askForReasons: false, correctArrival: false },
      },
    ]);
    await world.as('siv').get(`decisions/${body.items[0].id}`).expect(200, body.items[0]);
  });

  it('is not made without reasons, nor without the law it follows from', async () => {
    const kari = createCaseworker(world, 'kari');
    const id = await kari.applicationOf('siv');
    await kari.does(id, 'Kartlegg behov med søker', mapping);

    const { body } = await kari.tries(id, 'Fatt vedtak om kommunal bolig', { resultat: 'avslag' });

    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['hjemmel', 'vedtakBegrunnelse']);
    const kept = await world.as('kari').get(`process-instances/${id}/decisions`).expect(200);
    expect(kept.body.items).toEqual([]);
  });

  it('is read by the person and the staff who decide, not by the landlord or an operator', async () => {
    const kari = createCaseworker(world, 'kari');
    const id = await kari.applicationOf('siv');

    const statusFor = async (person: string) =>
      (await world.as(person).get(`process-instances/${id}/decisions`)).status;
    for (const person of ['siv', 'kari', 'bjorn']) expect([person, await statusFor(person)]).toEqual([person, 200]);
    for (const person of ['odd', 'tor', 'kari@orkland'])
      expect([person, await statusFor(person)]).toEqual([person, 404]);
    for (const person of ['per', 'berit', 'ada']) expect([person, await statusFor(person)]).toEqual([person, 403]);
  });

  it('stands beside the mapping and the order it follows from, in the person’s own words', async () => {
    const kari = createCaseworker(world, 'kari');
    const id = await kari.applicationOf('siv');
    await kari.does(id, 'Kartlegg behov med søker', mapping);

    const { body } = await world.as('siv').get(`process-instances/${id}/records`).expect(200);

    const written = { register: 'kartlegging', content: mapping, by: 'kari', byName: 'Kari Nordli' };
    const form = { properties: { onsker: { title: 'Hva er viktig for søkeren?' } } };
    expect(body.items).toMatchObject([{ ...written, form }]);
    const opens = async (person: string, path: string) => (await world.as(person).get(path).expect(200)).body;
    expect(await opens('siv', `journeys/${id}`)).toMatchObject({ opensRecords: true });
    expect(await opens('kari', `process-instances/${id}`)).toMatchObject({ opensRecords: true });
    await world.as('bjorn').get(`process-instances/${id}/records`).expect(404);
  });
});

describe('scenario 4: the appeal deadline', () => {
  it('runs from when the letter reached the person: Friday 2026-12-04 gives Monday 2026-12-28', async () => {
    const kari = createCaseworker(world, 'kari');
    const id = await kari.applicationOf('siv');
    await kari.does(id, 'Kartlegg behov med søker', mapping);
    await kari.does(id, 'Fatt vedtak om kommunal bolig', refusal);
    await kari.does(id, 'Registrer når vedtaket kom fram', { vedtakMottattOn: '2026-12-04', mottakBevis: 'post' });

    const { body } = await world.as('siv').get(`process-instances/${id}/decisions`).expect(200);

    expect(body.items[0]).toMatchObject({ reachedOn: '2026-12-04', appeal: { rule: 'D04', dueOn: '2026-12-28' } });
  });

  it('is kept by a digital appeal at 23:50 and by a letter posted on Monday 2026-12-28; one that comes on Tuesday at 00:01 is late', async () => {
    const kari = createCaseworker(world, 'kari');
    const decisionOf = async (person: string): Promise<string> => {
      const id = await kari.applicationOf(person);
      await kari.does(id, 'Kartlegg behov med søker', mapping);
      await kari.does(id, 'Fatt vedtak om kommunal bolig', refusal);
      await kari.does(id, 'Registrer når vedtaket kom fram', { vedtakMottattOn: '2026-12-04', mottakBevis: 'post' });
      return (await world.as(person).get(`process-instances/${id}/decisions`).expect(200)).body.items[0].id;
    };
    const [odd, mona, rune] = [await decisionOf('odd'), await decisionOf('mona'), await decisionOf('rune')];
    const until = (to: string) => world.ports.demo?.travel.advance(idOf('trondheim'), { to });
    const appeals = async (person: string, decision: string, how: object = {}): Promise<string> => {
      const said = { text: 'Jeg er uenig.', ...how };
      await world.as(person).post(`decisions/${decision}/appeals`, said).expect(201);
      await world.settle();
      const { body } = await world.as('kari').get(`decisions/${decision}`).expect(200);
      return (await kari.openTasks(body.appeals[0].processInstanceId)).join();
    };

    await until('2026-12-28T22:50:00.000Z');
    expect(await appeals('odd', odd)).toBe('Vurder vedtaket på nytt');
    await until('2026-12-28T23:01:00.000Z');
    expect(await appeals('mona', mona)).toBe('Vurder om klagen kan behandles likevel');
    const check = 'Sjekk om klagen er fullstendig';
    expect(await appeals('kari', rune, { how: 'post', postedOn: '2026-12-28' })).toBe(check);
    const posted = await kari.caseWith(check);
    await kari.does(posted, check, { erFullstendig: true });
    expect(await kari.openTasks(posted)).toEqual(['Vurder vedtaket på nytt']);
  }, 60_000);
});

describe('scenario 27: the appeal goes', () => {
  it.each([
    ['kommunal-bolig', 'klagenemnda i kommunen'],
    ['boligsosialloven', 'Statsforvalteren'],
  ])('by the law, not by the unit: %s to %s, in the letter too', async (hjemmel, expected) => {
    const kari = createCaseworker(world, 'kari');
    const id = await kari.applicationOf('siv');
    await kari.does(id, 'Kartlegg behov med søker', { ...mapping, rettsgrunnlag: hjemmel });
    await kari.does(id, 'Fatt vedtak om kommunal bolig', { ...refusal, hjemmel });

    const { body } = await world.as('siv').get(`process-instances/${id}/decisions`).expect(200);
    const { body: found } = await world.as('siv').get(`process-instances/${id}`).expect(200);

    expect(body.items[0].appeal.body).toBe(expected);
    const letter = found.letters.find(({ title }: { title: string }) => title === 'Du har fått ja til kommunal bolig');
    expect(letter.text).toContain(`sender vi klagen til ${expected}.`);
  });
});

describe('a case that owes a decision', () => {
  const end = (id: string, body: object) => world.as('ada').post(`process-instances/${id}/cancel`, body);
  const reason = 'Han ringte og sa fra';

  it('is not ended by an operator, alone or in a batch: who applied has a right to reasons and to appeal', async () => {
    const id = await createCaseworker(world, 'kari').applicationOf('odd');

    expect((await end(id, { reason }).expect(409)).body).toMatchObject({ code: 'decision-owed' });
    const operation = { kind: 'cancel', reason };
    const { body } = await world
      .as('ada')
      .post('batches', { operation, selection: { ids: [id] } })
      .expect(201);
    await world.settle();

    const { body: failed } = await world.as('ada').get(`batches/${body.id}/items?state=failed`).expect(200);
    expect(failed.items).toMatchObject([{ processInstanceId: id, problem: { code: 'decision-owed' } }]);
    expect((await world.as('odd').get(`process-instances/${id}`).expect(200)).body.state).toBe('active');
  });

  it('ends without one where he has withdrawn it, and the journal says so', async () => {
    const id = await createCaseworker(world, 'kari').applicationOf('odd');
    await end(id, { reason, withoutDecision: 'lei av å vente' }).expect(400);

    await end(id, { reason, withoutDecision: 'trukket' }).expect(200);

    const journal = await world.ports.cases.journal(idOf('trondheim'), idOf(id));
    expect(journal.at(-1)?.event).toMatchObject({ reason: `Søkeren har trukket saken. ${reason}`, by: 'ada' });
  });
});
