import { personRecordSchema } from '../../src/contract/person-record.contract.js';
import { readCsv } from '../../src/cases/homes/csv.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { createLeasedHome } from '../support/leased-home.js';

let world: ApiWorld;
let lease: string;
beforeAll(async () => {
  world = await createApiWorld();
  const kari = createCaseworker(world, 'kari');
  lease = await createLeasedHome(world, { person: 'siv', home: 'h1' });
  const other = { person: 'odd', fromOn: '2025-01-01', rent: 7000 };
  await world.as('kari').post('persons', { id: 'odd', name: 'Odd Lund', phone: '99 88 77 66' }).expect(201);
  const second = { id: 'h2', name: 'Leilighet 2', building: 'h1-bygg', boligtype: 'Leilighet', egenskaper: [] };
  const facts = { disposisjonsform: 'Kommunal', erBofellesskap: false, erTilgjengeligForRullestolbruker: false };
  const home = { ...second, ...facts, leieTilEiePotensial: false, status: 'i-bruk' };
  await world.as('bjorn').post('homes', home).expect(201);
  await world.as('tor').post('homes/h2/tenancies', other).expect(201);
  const claim = { kind: 'husleie', dueOn: '2026-11-20', amount: 8000, paid: 8000 };
  const claims = [{ ...claim, id: 'kid-1', home: 'h1', tenancy: lease }];
  await world.as('tor').post('rent-import', { claims }).expect(200);
  const members = [
    { person: 'siv', role: 'voksen' },
    { person: 'odd', role: 'voksen' },
  ];
  await world.as('kari').post('households', { members, reason: 'Bor sammen' }).expect(201);

  const id = await kari.applicationOf('siv');
  await kari.does(id, 'Kartlegg behov med søker', {
    ...{ rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: '=HYPERLINK("x")', trengerSamarbeidsmote: false },
  });
  const decision = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Du mangler bolig.' };
  await kari.does(id, 'Fatt vedtak om kommunal bolig', decision);
  await kari.applicationOf('odd');
  await world
    .as('siv')
    .post('housing-plans/siv', { revision: 0, dream: 'Et hus', steps: ['Jeg: sparer'] })
    .expect(200);
});
afterAll(() => world.stop());

const recordOf = async (who: string, person = who) =>
  (await world.as(who).get(`persons/${person}/record`).expect(200)).body;
const fileOf = (who: string, format: string) => world.as(who).get(`persons/${who}/record/file?format=${format}`);

describe('what is registered about a person', () => {
  it('is shown to her whole: who she is, 1 lease, 1 application with its decision, her own words and her plan', async () => {
    const record = await recordOf('siv');

    expect(personRecordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({
      ...{ format: 'boligflyt-person-record', version: 1, person: 'siv', municipality: 'Trondheim kommune' },
      identity: { name: 'Siv Dahl', language: 'nb', channel: 'digital', hasProtectedAddress: false },
      households: [
        {
          ...{ role: 'voksen', otherAdults: 1, otherChildren: 0, fromOn: '2026-11-23', untilOn: null, wasWrong: false },
          ...{ joined: { reason: 'Bor sammen' }, left: null },
        },
      ],
      applications: [{ belongsTo: 'Helse- og velferdskontoret' }],
      cases: [{ state: 'active', isJourney: true }],
      tenancies: [
        {
          id: lease,
          home: 'Leilighet 1',
          building: 'Blokka',
          fromOn: '2025-01-01',
          rent: 8000,
          claims: [{ amount: 8000, paid: 8000 }],
        },
      ],
      decisions: [{ kind: 'vedtak', outcome: 'innvilget' }],
      housingPlan: { dream: 'Et hus', steps: ['Jeg: sparer'] },
    });
    expect(record.ownWords).toMatchObject([
      {
        register: 'kartlegging',
        words: [
          { question: 'Hva trenger søkeren?', text: 'To rom' },
          { question: 'Hva er viktig for søkeren?', text: '=HYPERLINK("x")' },
        ],
      },
    ]);
    expect(record.letters.length).toBeGreaterThan(0);
    expect(record.reads.map(({ unit }: { readonly unit: string }) => unit)).toContain('Helse- og velferdskontoret');
  });

  it('is no reading by others: her own look is not in the log', async () => {
    const before = (await world.as('siv').get('me/reads').expect(200)).body;
    await recordOf('siv');

    expect((await world.as('siv').get('me/reads').expect(200)).body).toEqual(before);
  });

  it('has nothing that tells of the one who shares her household and her building', async () => {
    for (const text of [
      JSON.stringify(await recordOf('siv')),
      (await fileOf('siv', 'json').expect(200)).text ?? '',
      (await fileOf('siv', 'csv').expect(200)).text,
    ])
      expect(text).not.toMatch(/\bodd\b|Odd Lund|99 88 77 66|Leilighet 2|Kari Nordli/i);
  });

  it('says of somebody of whom nobody has registered anything that there is nothing, and is no error', async () => {
    const record = await recordOf('nykommer');

    expect(record).toMatchObject({ person: 'nykommer', identity: null, housingPlan: null, reads: [] });
    const lists = ['helpers', 'households', 'applications', 'cases', 'ownWords', 'offers', 'tenancies', 'letters'];
    for (const name of [...lists, 'decisions', 'messages']) expect([name, record[name]]).toEqual([name, []]);
  });

  it('has the household that he moved out of, with when and why, and with how many he lived on the last day', async () => {
    const { body } = await world.as('kari').get('persons/siv/households').expect(200);
    const [{ id }] = body.items;
    const alone = { members: [{ person: 'siv', role: 'voksen' }], reason: 'Har fått egen bolig', on: '2026-11-23' };
    await world.as('kari').post(`households/${id}/change`, alone).set('if-match', '"1"').expect(200);

    expect((await recordOf('odd')).households).toMatchObject([
      { role: 'voksen', otherAdults: 1, untilOn: '2026-11-23', left: { reason: 'Har fått egen bolig' } },
    ]);
    const { households } = await recordOf('siv');
    expect(households).toMatchObject([{ role: 'voksen', otherAdults: 0, untilOn: null, left: null }]);
    expect(JSON.stringify(households)).not.toContain('egen bolig');
  });

  it('says of a protected address that there is one, and neither which kind nor where', async () => {
    const hidden = { id: 'tove', name: 'Tove Sand', protection: 'strengt-fortrolig' };
    await world.as('kari+adressesperre').post('persons', hidden).expect(201);

    const record = await recordOf('tove');

    expect(record.identity).toMatchObject({ name: 'Tove Sand', address: null, hasProtectedAddress: true });
    expect(JSON.stringify(record)).not.toContain('strengt');
    for (const who of ['kari', 'kari+adressesperre', 'siv']) await world.as(who).get('persons/tove/record').expect(404);
  });

  it.each(['odd', 'kari', 'bjorn', 'tor', 'pia', 'ada', 'siv@orkland'])(
    'is for %s as if there were no such person',
    async (who) => {
      for (const path of ['record', 'record/file?format=csv']) {
        const person = who === 'siv@orkland' ? 'odd' : 'siv';
        const there = await world.as(who).get(`persons/${person}/${path}`).expect(404);
        const nowhere = await world.as(who).get(`persons/finnes-ikke/${path}`).expect(404);
        expect({ ...there.body, instance: '' }).toEqual({ ...nowhere.body, instance: '' });
      }
    },
  );
});

describe('whoever acts for her', () => {
  it('sees it while the mandate lasts, without her plan and her log, and she is told', async () => {
    const mandate = { kind: 'fullmektig', name: 'Jurist', actor: 'jurist', phone: '73 00 00 00', fromOn: '2026-11-01' };
    const helper = { kind: 'stottespiller', name: 'En venn', actor: 'venn', fromOn: '2026-11-02' };
    const { headers } = await world.as('siv').get('persons/me').expect(200);
    const appoint = (one: object, seen: string) =>
      world.as('kari').post('persons/siv/representatives', one).set('if-match', seen).expect(200);
    const { body } = await appoint(mandate, headers['etag'] ?? '');
    await appoint(helper, `"${body.revision}"`);

    const record = await recordOf('jurist', 'siv');

    expect(record).toMatchObject({ person: 'siv', housingPlan: null, reads: null, decisions: [{}] });
    expect(record.helpers).toEqual([
      { kind: 'fullmektig', name: 'Jurist', organisation: null, fromOn: '2026-11-01', toOn: null },
      { kind: 'stottespiller', name: 'En venn', organisation: null, fromOn: '2026-11-02', toOn: null },
    ]);
    await world.as('venn').get('persons/siv/record').expect(404);
    const { body: reads } = await world.as('siv').get('me/reads').expect(200);
    expect(reads.items).toContainEqual(
      expect.objectContaining({ who: 'jurist', why: 'Du har latt dem handle for deg.' }),
    );
  });
});

describe('the file that she takes along', () => {
  it('is JSON with a version, kept under the date, and is what the page shows', async () => {
    const { headers, body } = await fileOf('siv', 'json').expect(200);

    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="opplysninger-2026-11-23.json"',
      'cache-control': 'no-store',
    });
    expect(body).toEqual(await recordOf('siv'));
  });

  it('is CSV with a row for each field, in which no spreadsheet finds a formula', async () => {
    const { headers, text } = await fileOf('siv', 'csv').expect(200);
    const rows = readCsv(text) ?? [];

    expect(headers['content-disposition']).toBe('attachment; filename="opplysninger-2026-11-23.csv"');
    expect(rows.slice(0, 2)).toEqual([
      ['part', 'number', 'field', 'value'],
      ['format', '', '', 'boligflyt-person-record'],
    ]);
    expect(rows).toContainEqual(['tenancies', '1', 'rent', '8000']);
    expect(rows).toContainEqual(['tenancies', '1', 'claims.1.paid', '8000']);
    expect(rows).toContainEqual(['ownWords', '1', 'words.2.text', '=HYPERLINK("x")']);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('is no other kind: 400', async () => {
    await fileOf('siv', 'xml').expect(400);
  });
});
