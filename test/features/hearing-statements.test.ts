import request from 'supertest';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const building = {
  ...{ id: 'tun', name: 'Tunet', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' },
  ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
};
const home = {
  ...{ name: 'Hus', building: 'tun', boligtype: 'Småhus', egenskaper: [] },
  ...{ disposisjonsform: 'Eid', erBofellesskap: false, erTilgjengeligForRullestolbruker: false },
  ...{ leieTilEiePotensial: false, status: 'i-bruk' },
};
const resident = { id: 'zora', name: 'Zora Zornby', language: 'nb', channel: 'digital', protection: 'none' };

let world: ApiWorld;
let project: string;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('nina').post('persons', resident).expect(201);
  await world.as('bjorn').post('buildings', building).expect(201);
  for (const [id, person] of [
    ['tun-1', 'siv'],
    ['tun-2', 'zora'],
  ]) {
    await world
      .as('bjorn')
      .post('homes', { ...home, id })
      .expect(201);
    await world.as('tor').post(`homes/${id}/tenancies`, { person, fromOn: '2026-11-01' }).expect(201);
  }
  const start = { process: 'boligutvikling', variables: { prosjekt: 'Ladeveien' } };
  const { body } = await world.as('per').post('process-instances', start).expect(201);
  project = body.processInstanceId;
  await world.settle();
}, 120_000);
afterAll(() => world.stop());

const travel = (to: string) => world.ports.demo?.travel.advance(idOf('trondheim'), { to });
const does = (person: string, task: string, variables: object) =>
  createCaseworker(world, person).does(project, task, variables);

async function exempt(): Promise<void> {
  const per = createCaseworker(world, 'per');
  const point = await per.caseWith('Inviter til medvirkning');
  const asks = { handling: 'be-om-unntak', motedato: '2026-12-14', unntakBegrunnelse: 'Hørt i vår.' };
  await per.does(point, 'Inviter til medvirkning', asks);
  const decided = { unntakGodkjent: true, unntakVurdering: 'Godtatt.' };
  await createCaseworker(world, 'knut').does(point, 'Ta stilling til unntak', decided);
}

async function untilTheHearing(): Promise<void> {
  await does('per', 'Samle behov og tall', { mangler: 'Små hus' });
  await exempt();
  await does('knut', 'Godkjenn behovsbildet', { behovsbilde: 'Ni hus', antallBoliger: 9 });
  await does('per', 'Skriv saksframlegg', { saksframlegg: 'Ni hus', innstilling: 'Vedtas' });
  await exempt();
  await does('knut', 'Registrer politisk prinsippvedtak', { politiskSak: 'PS 1/26', prinsippvedtak: 'ja' });
  await does('knut', 'Finn og vurder tomter', { tomter: ['Lade'], tomtevurdering: 'God' });
  await exempt();
  await does('per', 'Innstill på tomt', { valgtTomt: 'Lade', tomtBegrunnelse: 'God' });
}

const says = (person: string, said: object) => world.as(person).post(`projects/${project}/statements`, said);
const published = async (person: string) =>
  (await world.as(person).get(`projects/${project}/statements`).expect(200)).body;
const originals = async () =>
  (await world.as('knut').get(`projects/${project}/statements/originals`).expect(200)).body.items;
const redacts = (person: string, statement: string, text: string) =>
  world.as(person).post(`projects/${project}/statements/${statement}/redact`, { text });

it('scenario 41: a hearing from 2026-11-23 lasts over Christmas to Monday 2027-01-04; what is said aloud is kept and published word by word', async () => {
  await untilTheHearing();
  const aloud = { text: 'Æ vil ha en benk ved bussen i Ladeveien, sa hun.', channel: 'oral', senderKind: 'resident' };
  expect((await says('knut', aloud).expect(409)).body.code).toBe('hearing-not-open');
  await world.as('nobody').get(`public/hearings/${project}`).expect(404);
  const hearing = { publisertOn: '2026-11-23', horingstype: 'reguleringsplan', forslag: 'Ni små hus på Lade.' };
  await does('knut', 'Publiser høringen', hearing);

  await says('siv', aloud).expect(403);
  await says('siv', { ...aloud, channel: 'written', senderName: 'En annen' }).expect(403);
  expect((await says('knut', aloud).expect(201)).body.state).toBe('published');

  const seen = await published('siv');
  expect(seen.openUntil).toBe('2027-01-04');
  expect(seen.items).toMatchObject([{ channel: 'oral', senderKind: 'resident', text: aloud.text, isRedacted: false }]);
  expect(await originals()).toMatchObject([{ registeredBy: 'knut', original: aloud.text, senderName: null }]);
});

it('scenario 42: a neighbour’s statement that names a resident is held; it is published when nobody can tell who, and the original stays with those who hold the hearing', async () => {
  const text = 'Jeg vil ikke ha flere naboer som zornby.';
  const key = ['idempotency-key', 'nabo-1'] as const;
  const { body: sent } = await says('odd', { text, senderKind: 'neighbour' })
    .set(...key)
    .expect(201);
  expect(sent.state).toBe('held');
  expect(
    (
      await says('odd', { text, senderKind: 'neighbour' })
        .set(...key)
        .expect(201)
    ).body,
  ).toEqual(sent);
  expect((await published('siv')).items).toHaveLength(1);
  expect(JSON.stringify(await published('knut'))).not.toContain('zornby');

  const isSent = ({ id }: { id: string }) => id === sent.id;
  const held = (await originals()).find(isSent);
  expect(held).toMatchObject({ state: 'held', senderName: 'odd', registeredBy: 'odd', original: text });
  expect(held.places.map(({ from, to }: { from: number; to: number }) => text.slice(from, to))).toEqual(['zornby']);
  await world.as('siv').get(`projects/${project}/statements/originals`).expect(403);
  await world.as('nn+kd').get(`projects/${project}/statements/originals`).expect(404);

  await redacts('siv', sent.id, 'Noe annet.').expect(403);
  await redacts('nn+kd', sent.id, 'Noe annet.').expect(404);
  const refused = await redacts('knut', sent.id, 'Jeg vil ikke ha flere som Zora.').expect(422);
  expect(refused.body).toMatchObject({ code: 'deidentification', errors: [{ path: 'text', code: 'navn' }] });
  expect((await published('siv')).items).toHaveLength(1);

  await redacts('knut', sent.id, 'Jeg vil ikke ha flere naboer som [sladdet].').expect(200);
  expect((await redacts('per', sent.id, 'En gang til.').expect(409)).body.code).toBe('statement-redacted');
  const shown = { senderKind: 'neighbour', text: 'Jeg vil ikke ha flere naboer som [sladdet].', isRedacted: true };
  expect((await published('siv')).items.find(isSent)).toMatchObject(shown);
  expect((await originals()).find(isSent)).toMatchObject({
    state: 'redacted',
    redactedBy: 'knut',
    original: text,
    places: [],
  });
});

it('whoever is not logged in reads what is proposed and until when, and speaks; after 20 from one address in 10 minutes no more', async () => {
  const stranger = (said: object, id = project) => world.as('nobody').post(`public/hearings/${id}/statements`, said);
  const { body: hearing } = await world.as('nobody').get(`public/hearings/${project}`).expect(200);
  const proposed = { title: 'Ladeveien', proposal: 'Ni små hus på Lade.', site: 'Lade', homes: 9 };
  expect(hearing).toMatchObject({ ...proposed, openUntil: '2027-01-04', answer: null });
  expect(JSON.stringify(hearing)).not.toContain('zornby');

  const { body: open } = await stranger({ text: 'Fint med flere hus.', senderKind: 'neighbour' }).expect(201);
  const { body: held } = await stranger({ text: 'Er det Zora som skal bo der?', senderKind: 'other' }).expect(201);
  expect([open.state, held.state]).toEqual(['published', 'held']);
  await stranger({ text: 'Nei.', senderKind: 'other', receivedOn: '2026-11-23' }).expect(400);
  const known = (await originals()).find(({ id }: { id: string }) => id === open.id);
  expect(known).toMatchObject({ registeredBy: 'publikum', senderName: null, channel: 'written' });
  await redacts('knut', held.id, 'Er det [sladdet] som skal bo der?').expect(200);

  for (let sent = 2; sent < 20; sent += 1)
    await stranger({ text: 'Ja.', senderKind: 'other' }, 'finnes-ikke').expect(404);
  expect((await stranger({ text: 'Ja.', senderKind: 'other' }).expect(429)).body.code).toBe('too-many-requests');
});

it('20 count in all web processes together; only a process that is told of its proxy believes who it says is asking', async () => {
  const [unaware, behindProxy] = [
    await world.another({ trustedProxies: 0 }),
    await world.another({ trustedProxies: 1 }),
  ];
  const from = async (address: string, said: string) => {
    const asked = request(address).post('/api/v1/public/hearings/finnes-ikke/statements');
    const key = `${new URL(address).port}-${said.replaceAll(/\W+/g, '-')}`;
    const sent = await asked
      .set({ 'x-forwarded-for': said, 'idempotency-key': key })
      .send({ text: 'Ja.', senderKind: 'other' });
    return sent.status;
  };

  // The 20 of this machine are used in the process before.
  expect(await from(unaware, '203.0.113.7')).toBe(429);
  expect(await from(behindProxy, '203.0.113.7')).toBe(404);
  // What a stranger writes in front of what the proxy adds is not believed either.
  expect(await from(behindProxy, '203.0.113.8, 127.0.0.1')).toBe(429);
});

it('scenario 42: the last minute counts, the one after does not; the statements cannot be answered while 1 is held', async () => {
  await exempt();
  await travel('2027-01-04T22:59:00.000Z');
  const said = { text: 'Spør Siv Dahl om bråket.', senderKind: 'neighbour' };
  const { body: late } = await says('odd', said).expect(201);
  expect(late.state).toBe('held');
  await travel('2027-01-04T23:00:00.000Z');
  expect((await says('odd', { ...said, text: 'For sent.' }).expect(409)).body.code).toBe('hearing-not-open');
  expect((await published('siv')).openUntil).toBeNull();

  const answers = { antallMerknader: 3, merknadsvar: 'Vi setter opp en benk.', nyTomt: false };
  const knut = createCaseworker(world, 'knut');
  const early = await knut.tries(project, 'Behandle merknadene', answers);
  expect(early.status).toBe(422);
  expect(early.body).toMatchObject({ code: 'statements-held', detail: '1 uttalelse må sladdes først.' });
  await redacts('per', late.id, 'Spør en nabo om bråket.').expect(200);
  await knut.does(project, 'Behandle merknadene', answers);
});

it('a letter that came on the last day counts though it is written down on the day after; one of the day after does not', async () => {
  const sender = { senderKind: 'organisation', senderName: 'Lade velforening' };
  const letter = { ...sender, text: 'Vi vil ha lys langs veien.', channel: 'written' };
  for (const receivedOn of ['2026-11-22', '2027-01-05', '2027-01-06']) {
    const refused = await says('knut', { ...letter, receivedOn });
    expect([receivedOn, refused.status]).toEqual([receivedOn, 409]);
  }
  await says('odd', { ...letter, receivedOn: '2027-01-04' }).expect(403);
  const { body: kept } = await says('knut', { ...letter, receivedOn: '2027-01-04' }).expect(201);

  const written = (await originals()).find(({ id }: { id: string }) => id === kept.id);
  expect(written).toMatchObject({
    receivedAt: '2027-01-04T11:00:00.000Z',
    registeredAt: '2027-01-04T23:00:00.000Z',
    state: 'published',
  });
});

it('each statement is in the journal register once: a letter of an organisation by its name, on the day it was written down; neighbours by none', async () => {
  const { body } = await world.as('knut').get('journal-entries?from=2026-11-23&to=2027-01-05').expect(200);

  const statements = body.items.filter(
    ({ dokumenttype }: { dokumenttype: string }) => dokumenttype === 'horingsuttalelse',
  );
  expect(statements).toHaveLength((await originals()).length);
  expect(statements[0]).toMatchObject({
    ...{ journalposttype: 'I', offentligTittel: 'Høringsuttalelse', mappeID: project },
    ...{ journaldato: '2027-01-05', dokumentetsDato: '2027-01-04', korrespondansepart: 'Lade velforening' },
  });
  expect(statements.at(-1)).toMatchObject({ korrespondansepart: '*****' });
  expect(JSON.stringify(statements)).not.toMatch(/Odd|Siv|Zora/);
});

it('the letter that was written down when the 3 others were answered is a task of its own; the council decides when it is answered too, not before', async () => {
  const council = { politiskSak: 'PS 9/27', bystyrevedtak: 'vedtatt', bevilgning: 30 };
  const late = 'Behandle uttalelsen som ble ført etterpå';
  const knut = createCaseworker(world, 'knut');
  const held = { text: 'Spør Zora.', channel: 'written', senderKind: 'neighbour', receivedOn: '2027-01-04' };
  // While the case stands still it cannot get its task; then the statement is not kept without it either.
  const before = (await originals()).length;
  await world.as('ada').post(`process-instances/${project}/suspend`, { reason: 'Feil i saken' }).expect(200);
  await says('knut', held).set('idempotency-key', 'sen-2').expect(409);
  expect(await originals()).toHaveLength(before);
  await world.as('ada').post(`process-instances/${project}/resume`, { reason: 'Feilen er rettet' }).expect(200);
  const { body: second } = await says('knut', held).set('idempotency-key', 'sen-2').expect(201);
  await says('knut', held).set('idempotency-key', 'sen-2').expect(201);

  const early = await knut.tries(project, 'Registrer bystyrets vedtak', council);
  expect(early.body).toMatchObject({ code: 'statements-unanswered', detail: '2 uttalelser må besvares først.' });
  const answer = { svarPaUttalelse: 'Det kommer lys langs veien.' };
  expect((await knut.tries(project, late, answer)).body.code).toBe('statements-held');
  await redacts('knut', second.id, 'Spør en beboer.').expect(200);
  await knut.does(project, late, answer);
  await knut.does(project, late, { svarPaUttalelse: 'Vi har spurt.' });

  const { body: hearing } = await world.as('nobody').get(`public/hearings/${project}`).expect(200);
  expect(hearing.answer).toBe('Vi setter opp en benk.\n\nDet kommer lys langs veien.\n\nVi har spurt.');
  await knut.does(project, 'Registrer bystyrets vedtak', council);
});

it('a statement is not kept beside a case that went on since it was looked at: of 2 revisions the newest counts', async () => {
  const { hearings, cases } = world.ports;
  const [tenant, id] = [idOf<'Tenant'>('trondheim'), idOf<'ProcessInstance'>(project)];
  const revision = (await cases.find(tenant, id))?.revision ?? 0;
  const said = { id: 'side-om-side', project: id, channel: 'written', senderKind: 'other', original: 'Ja.' } as const;
  const statement = { ...said, registeredBy: idOf<'Actor'>('odd'), state: 'published' } as const;

  expect(await hearings.receive(tenant, statement, revision - 1)).toBeUndefined();
  expect(await hearings.kept(tenant, id, 'side-om-side')).toBeUndefined();
  const kept = await hearings.receive(tenant, statement, revision);
  expect(kept).toEqual({ id: 'side-om-side', state: 'published' });
  expect(await hearings.receive(tenant, { ...statement, original: 'Nei.' }, revision - 1)).toEqual(kept);
});
