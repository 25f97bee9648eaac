import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { systemActor } from '../../src/runtime/system-actor.js';
import { createCaseworker, type Caseworker } from '../support/caseworker.js';

const map = 'Kartlegg behov med søker';
const decide = 'Fatt vedtak om kommunal bolig';
const approve = 'Godkjenn avslaget, eller send det tilbake';
const received = 'Registrer når vedtaket kom fram';
const social = 'Fatt vedtak om hjelp etter boligsosialloven';
const no = { hjemmel: 'kommunal-bolig', resultat: 'avslag', vedtakBegrunnelse: 'Du har et sted å bo.' };
const mapping = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Fred', trengerSamarbeidsmote: false };

let world: ApiWorld;
let kari: Caseworker;
let liv: Caseworker;
beforeAll(async () => {
  world = await createApiWorld();
  [kari, liv] = [createCaseworker(world, 'kari'), createCaseworker(world, 'liv')];
});
afterAll(() => world.stop());

async function refused(person: string, claims = 'kommunal-bolig'): Promise<string> {
  const id = await kari.applicationOf(person);
  await kari.does(id, map, { ...mapping, rettsgrunnlag: claims });
  await kari.does(id, decide, no);
  return id;
}

const listOf = async (id: string, as = 'kari') =>
  (await world.as(as).get(`process-instances/${id}/decisions`).expect(200)).body;
const lettersOf = async (id: string, as: string): Promise<readonly string[]> =>
  (await world.as(as).get(`process-instances/${id}`).expect(200)).body.letters.map(
    ({ title }: { title: string }) => title,
  );
const stateOf = async (id: string) => (await world.as('kari').get(`process-instances/${id}`).expect(200)).body.state;
const claim = async (person: string, id: string, name: string) => {
  const { body } = await world.as('kari').get('user-tasks?filter=all').expect(200);
  const task = body.items.find(
    (one: { name: string; case: { id: string } }) => one.name === name && one.case.id === id,
  );
  return world.as(person).post(`user-tasks/${task.id}/claim`, {});
};

describe('a refusal of a municipal home', () => {
  it('is a proposal until another person has approved it: no letter goes, and Siv is not told', async () => {
    const id = await refused('siv');

    expect(await lettersOf(id, 'siv')).not.toContain('Du har fått nei til kommunal bolig');
    expect((await listOf(id, 'siv')).items).toEqual([]);
    const [proposal] = (await listOf(id)).items;
    expect(proposal).toMatchObject({ outcome: 'avslag', awaitsSecond: true });
    await world.as('siv').get(`decisions/${proposal.id}`).expect(404);
    expect((await claim('kari', id, approve)).body.code).toBe('four-eyes');

    await liv.does(id, approve, { godkjent: true });
    expect(await lettersOf(id, 'siv')).toContain('Du har fått nei til kommunal bolig');
    expect((await listOf(id, 'siv')).items).toMatchObject([{ id: proposal.id, awaitsSecond: false }]);
  });

  it('goes back with the reason why, is no decision then, and whoever sent it back may write the next', async () => {
    const id = await refused('odd');

    expect((await liv.tries(id, approve, { godkjent: false })).status).toBe(400);
    await liv.does(id, approve, { godkjent: false, tilbakeGrunn: 'Skriv hva søkeren selv sier.' });
    expect((await listOf(id)).items).toEqual([]);
    const { body } = await world.as('kari').get('user-tasks?filter=all').expect(200);
    const again = body.items.find(
      (one: { name: string; case: { id: string } }) => one.name === decide && one.case.id === id,
    );
    const seen = await world.as('kari').get(`user-tasks/${again.id}`).expect(200);
    expect(seen.body.values).toMatchObject({ tilbakeGrunn: 'Skriv hva søkeren selv sier.' });

    await liv.does(id, decide, no);
    await kari.does(id, approve, { godkjent: true });
    expect((await listOf(id, 'odd')).items).toHaveLength(1);
  });

  it('is signed only by those who have been given the authority, both times', async () => {
    const id = await kari.applicationOf('mona');
    await kari.does(id, map, mapping);

    const { status, body } = await claim('tuva+hvk', id, decide);
    expect([status, body.code]).toEqual([403, 'authority-missing']);

    await kari.does(id, decide, no);
    expect((await claim('tuva+hvk', id, approve)).body.code).toBe('authority-missing');
  });
});

describe('a refusal of services at home', () => {
  const siv = { soker: 'siv', sokerNavn: 'Siv Dahl', innflyttetOn: '2026-09-01' };
  const granted = {
    ...{ tjenester: 'Besøk to ganger i uka.', tjenesterFraOn: '2026-09-01', tjenesterTilOn: '2027-02-15' },
    tjenesteBegrunnelse: 'Du vil ha hjelp til å komme i gang.',
  };
  const anew = 'Fatt nytt tjenestevedtak';
  const refusal = {
    ...{ resultat: 'avslag', fortsetter: 'ja', tjenester: 'Du får ikke nattevakt.', tjenesterFraOn: '2026-11-30' },
    tjenesteBegrunnelse: 'Teamet kan komme om kvelden.',
  };

  // The newest decision is the one that is approved: those of one instant have no order.
  const aDayLater = async (): Promise<void> => {
    await world.ports.demo?.travel.advance(idOf('trondheim'), { period: 'P1D' });
    await world.settle();
  };

  it('is signed by two: whoever decided is refused approving with four-eyes, after the meeting as after a review; no letter goes before', async () => {
    const start = { process: 'tjenestevedtak', variables: siv };
    const { body } = await world.as('kari').post('process-instances', start).expect(201);
    await world.settle();
    const id: string = body.processInstanceId;
    await kari.does(id, 'Fatt foreløpig tjenestevedtak', granted);
    await world.settle();
    await aDayLater();
    await kari.does(id, 'Møt personen og boligen', {
      personenHort: 'ville-ikke',
      personenSier: 'Jeg er redd om natta.',
    });
    await kari.does(id, anew, refusal);

    expect((await claim('kari', id, approve)).body.code).toBe('four-eyes');
    expect((await listOf(id)).items.at(-1)).toMatchObject({ outcome: 'avslag', awaitsSecond: true });
    expect(await lettersOf(id, 'siv')).toEqual(['Vedtak om hjelp hjemme']);

    await liv.does(id, approve, { godkjent: false, tilbakeGrunn: 'Skriv hva Siv selv sier.' });
    await aDayLater();
    await liv.does(id, anew, { ...refusal, tjenesteBegrunnelse: 'Du er redd om natta. Teamet kommer om kvelden.' });
    expect((await claim('liv', id, approve)).body.code).toBe('four-eyes');
    await kari.does(id, approve, { godkjent: true });
    expect(await lettersOf(id, 'siv')).toEqual(['Vedtak om hjelp hjemme', 'Vedtak om hjelp hjemme']);

    const sent = { message: 'tjenester-ma-vurderes', key: 'siv', messageId: 'avslag-1', actor: systemActor };
    const about = { vurderingArsak: 'endring', vurderingGrunn: 'Jeg er fortsatt redd.' };
    await world.ports.messages.correlate(idOf('trondheim'), { ...sent, variables: about });
    await world.settle();
    await kari.does(id, 'Vurder tjenestene: personen ønsker en endring', {
      ...{ personenSier: 'Jeg er fortsatt redd.', vurderingUtfall: 'star', personenEnig: 'nei' },
      vurderingBegrunnelse: 'Teamet kan komme om kvelden.',
    });
    await aDayLater();
    await liv.does(id, 'Fatt vedtak etter vurderingen', refusal);
    expect((await claim('liv', id, approve)).body.code).toBe('four-eyes');
    await kari.does(id, approve, { godkjent: true });
    expect(await lettersOf(id, 'siv')).toHaveLength(3);
    expect((await listOf(id, 'siv')).items.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'innvilget',
      'avslag',
      'avslag',
    ]);
  });
});

describe('scenario 8: an application under boligsosialloven that is answered only as a municipal home', () => {
  it('cannot close: the missing decision is shown, and has its own letter and its own appeal body', async () => {
    const id = await refused('siv', 'begge');
    await liv.does(id, approve, { godkjent: true });
    await kari.does(id, received, { vedtakMottattOn: '2026-11-23', mottakBevis: 'digitalt' });
    await world.ports.demo?.travel.advance(idOf('trondheim'), { period: 'P8W' });
    await world.settle();

    expect(await stateOf(id)).toBe('active');
    const missing = [
      { id: 'boligsosialloven', name: 'Hjelp etter boligsosialloven', law: 'boligsosialloven §§ 6 og 7' },
    ];
    expect((await listOf(id)).missing).toEqual(missing);
    expect((await listOf(id, 'siv')).missing).toEqual(missing);

    const child = await kari.caseWith(social);
    await kari.does(child, social, {
      resultat: 'innvilget',
      hjelpenBestarAv: 'Hjelp til å leie.',
      vedtakBegrunnelse: 'Ja.',
    });
    expect((await listOf(id)).missing).toEqual([]);
    const [answer] = (await listOf(child, 'siv')).items;
    expect(answer.appeal.body).toBe('Statsforvalteren');
    expect(await lettersOf(child, 'siv')).toEqual(['Svar på søknaden din om hjelp til bolig']);

    await kari.does(child, received, { vedtakMottattOn: '2027-01-18', mottakBevis: 'digitalt' });
    await world.ports.demo?.travel.advance(idOf('trondheim'), { period: 'P8W' });
    await world.settle();
    expect(await stateOf(id)).toBe('completed');
  });

  it('is not answered by the other law alone: who has applied for a municipal home has an answer to that first', async () => {
    const id = await kari.applicationOf('tove');
    await kari.does(id, map, { ...mapping, rettsgrunnlag: 'begge' });

    const { status, body } = await kari.tries(id, decide, { ...no, hjemmel: 'boligsosialloven' });

    expect([status, body.code]).toEqual([422, 'legal-basis-missing']);
  });
});
