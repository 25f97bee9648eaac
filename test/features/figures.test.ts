import pg from 'pg';
import { figuresSchema, kostraSchema } from '../../src/contract/figures.contract.js';
import type { Kostra } from '../../src/contract/figures.contract.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { documentXml, flows, userTask } from '../support/bpmn-xml.js';
import { createProcessInstanceId } from '../../src/runtime/process-instance-id.js';
import { idOf } from '../../src/shared/id.js';

let world: ApiWorld;
let owner: pg.Client;
beforeAll(async () => {
  world = await createApiWorld({ now: '2026-12-28T08:00:00.000Z' });
  owner = new pg.Client(world.databaseUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.stop();
});

const mapped = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Ro', trengerSamarbeidsmote: false };
const building = {
  ...{ id: 'tun-1', name: 'Småhus tun 1', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' },
  ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
};
const home = (id: string, wheelchair: boolean) => ({
  ...{ id, name: id, building: 'tun-1', boligtype: 'Småhus', egenskaper: [], disposisjonsform: 'Eid av kommunen' },
  ...{ erBofellesskap: false, erTilgjengeligForRullestolbruker: wheelchair, leieTilEiePotensial: false },
  status: 'i-bruk',
});

async function decided(
  person: string,
  result: 'innvilget' | 'avslag',
  { borNa, isSigned = true }: { readonly borNa?: string; readonly isSigned?: boolean } = {},
): Promise<string> {
  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf(person);
  await kari.does(id, 'Kartlegg behov med søker', { ...mapped, ...(borNa && { borNa }) });
  const decision = { hjemmel: 'kommunal-bolig', resultat: result, vedtakBegrunnelse: 'Vi har sett på behovet.' };
  await kari.does(id, 'Fatt vedtak om kommunal bolig', decision);
  // Two people sign a refusal; before the second has, it is only a proposal.
  if (result === 'avslag' && isSigned)
    await createCaseworker(world, 'liv').does(id, 'Godkjenn avslaget, eller send det tilbake', { godkjent: true });
  if (result === 'innvilget')
    await kari.does(id, 'Send bestilling til boligsosialt team', {
      ...{ boliggruppe: 'rus', nattevakt: false, egenInngang: true },
    });
  return id;
}

/** Homes are let for two years, and for exactly three; answers the lease for two. */
async function leases(): Promise<string> {
  const lets = async (home: string, terms: object): Promise<string> =>
    (await world.as('tor').post(`homes/${home}/tenancies`, terms).expect(201)).body.id;
  const short = await lets('hus-1', { person: 'rita', fromOn: '2026-12-01', toOn: '2028-11-30' });
  await lets('hus-3', { person: 'berit', fromOn: '2026-12-01', toOn: '2029-11-30' });
  return short;
}

/** Siv wishes for another home, and a refusal is proposed. */
async function wishOfSiv(): Promise<string> {
  const wanted = { process: 'boligbytte', variables: { onske: 'Jeg vil bo for meg selv.' } };
  const { body } = await world.as('siv').post('process-instances', wanted).expect(201);
  await world.settle();
  const kari = createCaseworker(world, 'kari');
  const id: string = body.processInstanceId;
  await kari.does(id, 'Ta kontakt om bytteønsket', { snakketOn: '2026-12-28', behovEndret: false });
  const no = { hjemmel: 'kommunal-bolig', resultat: 'avslag', vedtakBegrunnelse: 'Boligen passer til behovet ditt.' };
  await kari.does(id, 'Avgjør bytteønsket', no);
  return id;
}

// The task in which a lease is written, alone: what is counted is its answer, whatever stands before it.
const refuseSwap = 'Godkjenn avslaget på bytteønsket, eller send det tilbake';
const lease = documentXml(`<process id="bare-leie" name="Bare leie" isExecutable="true" boligflyt:attention="P7D">
  <startEvent id="start"/>${userTask('skriv-leiekontrakt', '', 'boligflyt:form="leiekontrakt"')}<endEvent id="slutt"/>
  ${flows('start > skriv-leiekontrakt > slutt')}
</process>`);

/** A lease is written with this security. */
async function written(sikkerhet: string | undefined): Promise<void> {
  const processInstanceId = createProcessInstanceId(new Date(securities).toISOString());
  securities += 1;
  const actor = { id: idOf<'Actor'>('kari'), groups: [] };
  const command = { type: 'StartProcessInstance', processInstanceId, variables: {}, actor } as const;
  const where = { tenant: idOf<'Tenant'>('trondheim'), processInstanceId, definition: { key: 'bare-leie' } };
  await world.ports.commands.handle({ ...where, command });
  await world.settle();
  const said = { kontraktOn: '2026-12-28', leieFraOn: '2027-01-01', ...(sikkerhet !== undefined && { sikkerhet }) };
  await createCaseworker(world, 'kari').does(processInstanceId, 'skriv-leiekontrakt', said);
}
let securities = Date.parse('2026-12-28T08:00:00.000Z');

// The clock of the municipality goes on without half a year of weekly rounds.
const clockTo = (at: string) => owner.query("update clock set frozen_at = $1 where tenant = 'trondheim'", [at]);
const kostra = async (person: string, year: number): Promise<Kostra> =>
  kostraSchema.parse((await world.as(person).get(`figures/kostra?year=${year}`).expect(200)).body);
const figureOf = ({ tables }: Pick<Kostra, 'tables'>, id: string) => tables.find((table) => table.id === id)?.rows;

describe('scenario 51: the KOSTRA list of 31.12.2026', () => {
  let waitingCase: string;
  let shortLease: string;
  let wish: string;
  let first: Kostra;
  beforeAll(async () => {
    await world.as('bjorn').post('buildings', building).expect(201);
    for (const [id, wheelchair] of [
      ['hus-1', true],
      ['hus-2', false],
      ['hus-3', false],
    ] as const)
      await world.as('bjorn').post('homes', home(id, wheelchair)).expect(201);
    waitingCase = await decided('siv', 'innvilget', { borNa: 'institusjon' });
    await decided('odd', 'innvilget');
    await decided('mona', 'avslag');
    await createCaseworker(world, 'kari').applicationOf('rune');
    await decided('tove', 'avslag', { isSigned: false });
    shortLease = await leases();
    wish = await wishOfSiv();
    await world
      .as('ada')
      .post('definitions', { files: [{ name: 'bare-leie.bpmn', content: lease }] })
      .expect(201);
    for (const security of [...Array.from({ length: 6 }, () => 'garanti'), 'ingen', undefined]) await written(security);
    await clockTo('2027-01-01T08:00:00.000Z');
    first = await kostra('liv', 2026);
  });

  it('counts homes, applications, answers and who waits, and is final when the year is over', () => {
    expect(first).toMatchObject({ year: 2026, until: '2026-12-31T23:00:00.000Z', isFinal: true, deletedSince: 0 });
    expect(figureOf(first, 'boliger')).toEqual([
      { name: 'Eid av kommunen', cells: [3, 1] },
      { name: 'Alle', cells: [3, 1] },
    ]);
    expect(figureOf(first, 'soknader')).toEqual([
      { name: 'Søknader', cells: [5] },
      { name: 'Innvilget', cells: [2] },
      { name: 'Avslått', cells: [1] },
    ]);
    expect(figureOf(first, 'venteliste')).toEqual([{ name: 'Husstander', cells: [2] }]);
  });

  it('counts leases and short ones, swaps apart from new households, and what helps to pay: a refusal that one has signed is none', () => {
    expect(figureOf(first, 'leieavtaler')).toEqual([
      { name: 'Varte 31.12.', cells: [2] },
      { name: 'Av dem tidsbestemte', cells: [2] },
      { name: 'Av dem for kortere tid enn tre år', cells: [1] },
      { name: 'Inngått i året', cells: [2] },
      { name: 'Tidsbestemte som ble forlenget, i året', cells: [0] },
    ]);
    expect(figureOf(first, 'bytte')?.map(({ cells }) => cells)).toEqual([[1], [0], [0], [0]]);
    expect(figureOf(first, 'sikkerhet')?.map(({ cells }) => cells)).toEqual([[6], [0], [0], [1], [1]]);
    expect(figureOf(first, 'bostotte')?.map(({ cells }) => cells)).toEqual([[0], [0], [0], [0]]);
  });

  it('has the same numbers in June, after a case was cancelled, a decision quashed and homes changed', async () => {
    await clockTo('2027-06-15T08:00:00.000Z');
    await world.as('ada').post(`process-instances/${waitingCase}/cancel`, { reason: 'Fikk bolig selv' }).expect(200);
    await owner.query("update case_decision set quashed_at = '2027-03-01' where person = 'odd'");
    await world.as('bjorn').post('homes/hus-2/correct', { status: 'utgatt' }).set('if-match', '"1"').expect(200);
    await world.as('bjorn').post('homes', home('hus-4', true)).expect(201);
    const ended = { endedOn: '2027-05-31', reason: 'Flyttet' };
    await world.as('tor').post(`homes/hus-1/tenancies/${shortLease}/end`, ended).expect(200);
    await createCaseworker(world, 'liv').does(wish, refuseSwap, { godkjent: true });
    await written('garanti');
    await world.as('rune').post('process-instances', { process: 'boligtildeling' }).expect(201);

    expect(await kostra('liv', 2026)).toEqual(first);
    const sofar = await kostra('liv', 2027);
    expect(sofar).toMatchObject({ isFinal: false, until: '2027-06-15T08:00:00.000Z' });
    expect(figureOf(sofar, 'boliger')).toContainEqual({ name: 'Alle', cells: [3, 2] });
    expect(figureOf(sofar, 'soknader')).toContainEqual({ name: 'Søknader', cells: [1] });
    expect(figureOf(sofar, 'leieavtaler')?.map(({ cells }) => cells)).toEqual([[1], [1], [0], [0], [0]]);
    expect(figureOf(sofar, 'bytte')?.map(({ cells }) => cells)).toEqual([[0], [0], [1], [0]]);
    expect(figureOf(sofar, 'sikkerhet')).toContainEqual({
      name: 'Garanti for depositum fra kommunen',
      cells: [1],
    });
    expect(figureOf(sofar, 'venteliste')).toEqual([{ name: 'Husstander', cells: [0] }]);
  });

  it('hides counts of fewer than five people from who may not see the cases behind them', async () => {
    const { tables } = await kostra('knut', 2026);

    expect(figureOf({ tables }, 'soknader')?.map(({ cells }) => cells)).toEqual([[5], [null], [null]]);
    expect(figureOf({ tables }, 'boliger')).toContainEqual({ name: 'Alle', cells: [3, 1] });
    const hidden = [[null], [null], [null], [null], [0]];
    expect(figureOf({ tables }, 'leieavtaler')?.map(({ cells }) => cells)).toEqual(hidden);
    expect(figureOf({ tables }, 'bytte')?.map(({ cells }) => cells)).toEqual([[null], [0], [0], [0]]);
    // Six with a guarantee would tell, with the eight leases that were written, that two had none.
    expect(figureOf({ tables }, 'sikkerhet')?.map(({ cells }) => cells)).toEqual([[null], [0], [0], [null], [null]]);
  });

  it('is a file for a spreadsheet, as CSV and as a workbook', async () => {
    const csv = await world.as('liv').get('figures/kostra/file?year=2026').expect(200);
    const workbook = await world
      .as('liv')
      .get('figures/kostra/file?year=2026&format=xlsx')
      .responseType('blob')
      .expect(200);

    expect(csv.headers['content-disposition']).toBe('attachment; filename="kostra-2026.csv"');
    expect(csv.text).toContain('Søknader;5\r\nInnvilget;2\r\nAvslått;1\r\n');
    // A workbook is a ZIP.
    expect(workbook.body.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(workbook.body.toString('latin1')).toContain('xl/worksheets/sheet4.xml');
  });
});

describe('figures for leaders', () => {
  it('tell of waits by need and by origin, and hide two people', async () => {
    const body = figuresSchema.parse((await world.as('knut').get('figures?year=2026').expect(200)).body);

    const hidden = [null, null, null, null];
    expect(body.fewestShown).toBe(5);
    expect(body.tables.find(({ id }) => id === 'venter-need')?.rows).toEqual([
      { name: 'Rus', cells: hidden },
      { name: 'Alle', cells: hidden },
    ]);
    expect(body.tables.find(({ id }) => id === 'venter-origin')?.rows).toEqual([
      { name: 'Ikke oppgitt', cells: hidden },
      { name: 'Institusjon eller sykehus', cells: hidden },
      { name: 'Alle', cells: hidden },
    ]);
  });

  it('are for leaders: neither a caseworker, a user representative, an applicant nor another municipality sees them', async () => {
    for (const person of ['kari', 'berit', 'siv', 'ada'])
      for (const path of ['figures', 'figures/file', 'figures/kostra', 'figures/kostra/file'])
        await world.as(person).get(path).expect(403);
    const { body } = await world.as('liv@orkland').get('figures/kostra?year=2026').expect(200);
    expect(figureOf(body, 'soknader')).toContainEqual({ name: 'Søknader', cells: [0] });
    await world.as('liv').get('figures?year=ingen').expect(400);
  });
});
