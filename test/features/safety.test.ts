import pg from 'pg';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const trondheim = idOf<'Tenant'>('trondheim');
const building = {
  ...{ name: 'Tunet', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' },
  ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
};
const home = {
  ...{ name: 'Hus 1', boligtype: 'Småhus', egenskaper: [] },
  ...{ disposisjonsform: 'Eid', erBofellesskap: false, erTilgjengeligForRullestolbruker: false },
  ...{ leieTilEiePotensial: false, status: 'i-bruk' },
};
const makeSafe = 'Gjør det trygt innen 24 timer';
const hearBoth = 'Hør begge sider';
const choose = 'Velg tiltak';
const hearFirst = 'Hør den det gjelder før flytting';
const review = 'Se på saken, hver uke';
const decideFreeze = 'Bestem om tildelingen skal stanses';

let world: ApiWorld;
let places = 0;
let place: string;
beforeAll(async () => {
  world = await createApiWorld({ now: '2026-11-24T08:00:00.000Z' });
}, 120_000);
// Each story in a building of its own.
beforeEach(async () => {
  place = `tun-${(places += 1)}`;
  await world
    .as('bjorn')
    .post('buildings', { ...building, id: place })
    .expect(201);
  await world
    .as('bjorn')
    .post('homes', { ...home, id: `${place}-hus`, building: place })
    .expect(201);
});
afterAll(() => world.stop());

const at = (person: string) => createCaseworker(world, person);
const reports = () => world.ports.homes.reader.safetyReports(trondheim, place);
const report = { kind: 'fremmede', text: 'Det er fremmede i gangen om natta.' };
const safe = { tryggTiltak: 'las', tryggBeskrivelse: 'Ny lås.', svarTilMelder: 'Vi har satt på en ny lås.' };
const heard = {
  ...{ utryggHort: 'ja', utryggSier: 'Jeg sover ikke.', annenPartHort: 'ja', annenPartSier: 'De er venner.' },
  stottespiller: 'ja',
};

/** Somebody tells that it is not safe; answers the receipt. */
async function tells(person: string, said: object = {}): Promise<string> {
  const { body } = await world
    .as(person)
    .post('safety-reports', { ...report, building: place, ...said })
    .expect(201);
  await world.settle();
  return body.receipt;
}

/** Every row of every table that says who Siv is. */
async function rowsThatKnowSiv(): Promise<readonly string[]> {
  const client = new pg.Client(world.databaseUrl);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        String.raw`select t::text as row from ${name} t where t::text ~* '\m(siv|siv dahl)\M' order by 1`,
      );
      found.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return found;
  } finally {
    await client.end();
  }
}

// First, for it moves the clock by a day.
it('a report about staff goes past their leader; what is not safe after 24 hours is told to the leader of the office', async () => {
  const id = await tells('siv', { concerns: 'ansatt', to: 'botiltaksleder' });

  await world.as('rita').get(`process-instances/${id}`).expect(404);
  expect(await at('liv').openTasks(id)).toEqual([makeSafe]);
  const { body } = await world.as('liv').get('user-tasks?filter=all').expect(200);
  const task = body.items.find(({ name }: { readonly name: string }) => name === makeSafe);
  expect(task.deadline).toMatchObject({ rule: 'L-UTRYGGHET-24T' });
  expect(JSON.stringify(task.deadline)).toContain('2026-11-25T08:00:00.000Z');

  await world.as('kari').post('demo/clock/advance', { by: 'day' }).expect(200);
  await world.settle();
  expect(world.sentMail.map(({ to, subject }) => `${to} ${subject}`)).toContainEqual(
    expect.stringMatching(new RegExp(`^liv@.*Fristen er brutt: ${makeSafe}`)),
  );
});

it('scenario 34: 6 reports of a building in a month: a freeze is proposed, the leader decides it, and no home there is given away', async () => {
  for (const _ of [1, 2, 3, 4, 5]) await tells('siv', { anonymous: true });
  await expect(at('bente').caseWith(decideFreeze)).rejects.toThrow(decideFreeze);

  await tells('siv');
  const id = await at('bente').caseWith(decideFreeze);
  const { body: proposed } = await world.as('bente').get(`buildings/${place}`).expect(200);
  expect(proposed).toMatchObject({ freeze: null, freezeProposedAt: '2026-11-25T08:00:00.000Z' });
  // A seventh report does not propose it once more.
  await tells('siv');
  expect(await at('bente').caseWith(decideFreeze)).toBe(id);
  expect((await at('bente').tries(id, decideFreeze, { stans: 'ja' })).status).toBe(400);
  await at('bente').does(id, decideFreeze, { stans: 'ja', stansBegrunnelse: 'For mange er utrygge samtidig.' });

  const { body: frozen } = await world.as('bente').get(`buildings/${place}`).expect(200);
  expect(frozen).toMatchObject({
    freeze: { by: 'bente', reason: 'For mange er utrygge samtidig.', since: '2026-11-25T08:00:00.000Z' },
    freezeProposedAt: null,
  });
  const { body: refused } = await world.as('bjorn').post(`homes/${place}-hus/reservations`, {}).expect(409);
  expect(refused).toMatchObject({ code: 'dwelling-frozen', detail: 'For mange er utrygge samtidig.' });

  const open = 'Kan tildelingen åpnes igjen?';
  await at('tor').does(id, open, { apne: 'ja', apneBegrunnelse: 'Det har vært rolig.' });
  await world.as('bjorn').post(`homes/${place}-hus/reservations`, {}).expect(201);
});

it('a leader who says no to a freeze gives a reason, and homes are given as before', async () => {
  for (const _ of [1, 2, 3, 4, 5, 6]) await tells('siv', { anonymous: true });
  const id = await at('bente').caseWith(decideFreeze);

  await at('bente').does(id, decideFreeze, { stans: 'nei', stansBegrunnelse: 'Alle gjelder den samme natta.' });

  const { body } = await world.as('bente').get(`buildings/${place}`).expect(200);
  expect(body).toMatchObject({ freeze: null, freezeProposedAt: null });
  await world.as('bjorn').post(`homes/${place}-hus/reservations`, {}).expect(201);
});

it('who tells anonymously is stored nowhere, and reads the answers with the receipt only', async () => {
  const before = await rowsThatKnowSiv();

  const receipt = await tells('siv', { anonymous: true });
  expect(await rowsThatKnowSiv()).toEqual(before);
  expect(await reports()).toMatchObject([{ id: receipt, kind: 'fremmede', anonymous: true, state: 'meldt' }]);
  await world.as('siv').get(`process-instances/${receipt}`).expect(404);

  await at('rita').does(receipt, makeSafe, safe);
  const { body } = await world.as('siv').get(`safety-reports/${receipt}`).expect(200);
  expect(body).toMatchObject({ state: 'under-arbeid', answers: [{ title: 'Takk for at du sa fra' }] });
  expect(body.answers[0].text).toContain('Vi har satt på en ny lås.');
  expect(await rowsThatKnowSiv()).toEqual(before);

  // Whoever gives their name is known to the case, so the look above can find somebody.
  const named = await tells('siv');
  expect((await rowsThatKnowSiv()).length).toBeGreaterThan(before.length);
  await world.as('odd').get(`safety-reports/${named}`).expect(404);
});

it('goes up the ladder step by step: nobody is moved who does not want it, nobody is asked to move unheard, eviction comes last', async () => {
  const id = await tells('siv');
  const moved = await at('rita').tries(id, makeSafe, { ...safe, tryggTiltak: 'flytting', flytterSelvVil: 'nei' });
  expect(moved.body).toMatchObject({ status: 422, code: 'move-not-wanted' });
  await at('rita').does(id, makeSafe, safe);
  await at('rita').does(id, hearBoth, heard);

  const evicted = await at('rita').tries(id, choose, { trinn: 'utkastelse', tiltakBegrunnelse: 'Vi er lei.' });
  expect(evicted.body).toMatchObject({ status: 422, code: 'ladder-skipped' });
  await at('rita').does(id, choose, { trinn: 'avtale', tiltakBegrunnelse: 'De er enige.' });
  expect(await reports()).toMatchObject([{ state: 'fulgt-opp', step: 'avtale', madeSafeBy: 'las' }]);

  await at('rita').does(id, review, { uka: 'nytt-tiltak', ukaMerknad: 'Avtalen holdt ikke.' });
  await at('rita').does(id, choose, { trinn: 'utkastelse', tiltakBegrunnelse: 'Ingenting virker.' });
  const said = { stottespillerVedFlytting: 'var-med', sierOmFlytting: 'Jeg vil bli.', tiltaketStar: 'ja' };
  const unheard = await at('rita').tries(id, hearFirst, { ...said, hortForFlytting: 'nei' });
  expect(unheard.body).toMatchObject({ status: 422, code: 'hearing-missing' });
  await at('rita').does(id, hearFirst, { ...said, hortForFlytting: 'ja' });

  expect(await at('tor').openTasks(id)).toEqual(['Ta stilling til sak om mislighold']);
});

it('is looked at every week until it is safe, and whoever gave a name gets the answer as a letter', async () => {
  const id = await tells('siv');
  await at('rita').does(id, makeSafe, safe);
  await at('rita').does(id, hearBoth, heard);
  await at('rita').does(id, choose, { trinn: 'samtale', tiltakBegrunnelse: 'Det er mildest.' });

  await at('rita').does(id, review, { uka: 'som-for', ukaMerknad: 'Roligere.' });
  expect(await at('rita').openTasks(id)).toEqual([review]);
  await at('rita').does(id, review, { uka: 'utrygt', ukaMerknad: 'De kom tilbake.' });
  expect(await at('rita').openTasks(id)).toEqual([makeSafe]);
  await at('rita').does(id, makeSafe, safe);
  await at('rita').does(id, hearBoth, heard);
  await at('rita').does(id, choose, { trinn: 'tjenester', tiltakBegrunnelse: 'Personale om natta.' });
  await at('rita').does(id, review, { uka: 'trygt', ukaMerknad: 'Rolig.', svarTilMelder: 'Det er personale der nå.' });

  expect(await reports()).toMatchObject([{ state: 'lukket', step: 'tjenester', endedAt: '2026-11-25T08:00:00.000Z' }]);
  const { body } = await world.as('siv').get(`process-instances/${id}`).expect(200);
  expect(body.letters.map(({ title }: { readonly title: string }) => title).toSorted()).toEqual([
    'Slik gikk det med det du sa fra om',
    'Takk for at du sa fra',
    'Takk for at du sa fra',
  ]);
  expect(JSON.stringify(body)).not.toMatch(/De er venner|fremmede i gangen/);
  const history = await world.ports.homes.reader.history(trondheim, 'safety-report', id);
  expect(history.map(({ content }) => content['state'])).toEqual(
    ['meldt', 'trygt', 'fulgt-opp', 'meldt', 'trygt', 'fulgt-opp', 'lukket'].toReversed(),
  );
  expect(JSON.stringify(history)).not.toMatch(/siv|rita|fremmede i gangen/);
});

it('shows figures of five or more to those who may count, and none to the caretaker', async () => {
  for (const _ of [1, 2, 3, 4]) await tells('siv', { anonymous: true });
  const { body: few } = await world.as('berit').get(`buildings/${place}/safety`).expect(200);
  expect(few).toMatchObject({ lastMonth: null, open: null });

  await tells('siv', { anonymous: true });
  const { body: five } = await world.as('knut').get(`buildings/${place}/safety`).expect(200);
  expect(five).toMatchObject({ lastMonth: 5, open: 5, lastYear: 5, safeInTime: 0 });
  await world.as('vakt+vaktmester').get(`buildings/${place}/safety`).expect(404);
  const seenBy = async (person: string) =>
    (await world.as(person).get(`buildings/${place}`).expect(200)).body.recentReports;
  expect([await seenBy('bjorn'), await seenBy('knut'), await seenBy('tor')]).toEqual([5, 5, null]);
});
