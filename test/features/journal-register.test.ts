import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { sendDecision } from '../support/sent-decision.js';

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld();
});
afterEach(() => world.stop());

const november = 'from=2026-11-01&to=2026-11-30';
const register = async (person = 'knut', days = november) =>
  (await world.as(person).get(`journal-entries?${days}`).expect(200)).body;

it('has the application in and each letter out, with numbers in a row, on the day of each; the newest first', async () => {
  const { caseId } = await sendDecision(world, createCaseworker(world, 'kari'));

  const { items, total } = await register();

  expect(total).toBe(items.length);
  const about = items.filter(({ mappeID }: { mappeID: string }) => mappeID === caseId).toReversed();
  expect(about).toMatchObject([
    { journalposttype: 'I', dokumenttype: 'soknad', offentligTittel: expect.stringMatching(/^Søknad: /) },
    { journalposttype: 'U', dokumenttype: 'kvittering', forsendelsesmaate: 'digital' },
    { journalposttype: 'U', dokumenttype: 'vedtak-innvilget', offentligTittel: 'Du har fått ja til kommunal bolig' },
  ]);
  const numbers = items.map(({ journalsekvensnummer }: { journalsekvensnummer: number }) => journalsekvensnummer);
  expect(numbers).toEqual(numbers.map((_: number, place: number) => numbers.length - place));
  expect(new Set(items.map(({ journaldato }: { journaldato: string }) => journaldato))).toEqual(
    new Set(['2026-11-23']),
  );
});

it('says in the file what Noark 5 calls it, and names nobody: neither on the page nor in the file', async () => {
  await sendDecision(world, createCaseworker(world, 'kari'));

  const { text } = await world.as('knut').get(`journal-entries/file?${november}`).expect(200);

  const [columns = '', ...rows] = text.trim().split(/\r?\n/);
  expect(columns.replace('\uFEFF', '')).toBe(
    'journalaar;journalsekvensnummer;journalposttype;journaldato;dokumentetsDato;offentligTittel;korrespondansepart;skjermingshjemmel;mappeID;dokumenttype;forsendelsesmaate;retterJournalpost',
  );
  expect(rows).toHaveLength((await register()).total);
  expect(`${text}${JSON.stringify(await register())}`).not.toMatch(/Siv|Dahl/);
});

it('is open to who decides, archives and looks after reads: 200; to nobody else: 403', async () => {
  for (const person of ['kari', 'bjorn', 'nina', 'knut', 'pia']) await register(person);
  for (const person of ['siv', 'berit', 'aud', 'ada', 'per', 'rita'])
    for (const path of ['journal-entries', 'journal-entries/file'])
      await world.as(person).get(`${path}?${november}`).expect(403);
});

it('has an appeal in, from Siv; whom it is from and the letters are to stands there for Kari, who has the case, and not for Knut', async () => {
  const kari = createCaseworker(world, 'kari');
  const { decision, letter } = await sendDecision(world, kari);
  await world.as('siv').post(`letters/${letter}/openings`, {}).expect(200);
  await world.as('siv').post(`decisions/${decision}/appeals`, { text: 'Jeg er uenig.' }).expect(201);
  await world.settle();

  const appeal = async (person: string) =>
    (await register(person)).items.filter(({ dokumenttype }: { dokumenttype: string }) => dokumenttype === 'klage');

  const entered = { journalposttype: 'I', offentligTittel: 'Klage på vedtak', dokumentetsDato: '2026-11-23' };
  expect(await appeal('kari')).toMatchObject([{ ...entered, korrespondansepart: 'Siv Dahl', skjermingshjemmel: null }]);
  expect(await appeal('knut')).toMatchObject([
    { ...entered, korrespondansepart: '*****', skjermingshjemmel: expect.stringContaining('§ 13') },
  ]);
  const others = (await register('kari')).items.map(
    ({ korrespondansepart }: { korrespondansepart: string }) => korrespondansepart,
  );
  expect(new Set(others)).toEqual(new Set(['Siv Dahl']));
});

it('names nobody with a protected address, whoever asks; nor does the file, to Kari either', async () => {
  const hidden = { name: 'Siv Dahl', language: 'nb', channel: 'digital', protection: 'strengt-fortrolig' };
  await sendDecision(world, createCaseworker(world, 'kari'));
  const { text } = await world.as('kari').get(`journal-entries/file?${november}`).expect(200);
  expect(text).not.toMatch(/Siv|Dahl/);

  await world
    .as('kari+adressesperre')
    .post('persons', { id: 'siv', ...hidden })
    .expect(201);

  for (const person of ['kari', 'kari+adressesperre'])
    expect(JSON.stringify(await register(person))).not.toMatch(/Siv|Dahl/);
});

it('keeps what was entered where the case is deleted later', async () => {
  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf('siv');
  const { total } = await register();
  const ended = { reason: 'Registrert to ganger', withoutDecision: 'feilregistrert' };
  await world.as('ada').post(`process-instances/${id}/cancel`, ended).expect(200);
  await world.settle();

  await world.as('ada').post(`process-instances/${id}/delete`, { reason: 'Registrert to ganger' }).expect(200);

  expect((await register()).total).toBe(total);
});

it('gives what was sent before there was a register the numbers that it would have had', async () => {
  await sendDecision(world, createCaseworker(world, 'kari'));
  const { items } = await register();
  const file = await readFile('prisma/migrations/20261123150300_journal_register/migration.sql', 'utf8');
  const pool = new pg.Pool({ connectionString: world.databaseUrl });
  await pool.query('truncate journal_entry, journal_number');

  const [from, to] = [file.indexOf('ALTER TABLE "letter" NO FORCE'), file.indexOf('DO $$')];
  await pool.query(file.slice(from, to));
  await pool.end();

  const { items: again } = await register();
  const known = ({ journalsekvensnummer, journalposttype, mappeID }: (typeof items)[number]) => [
    ...[journalsekvensnummer, journalposttype, mappeID],
  ];
  expect(again.map(known).map(([number]: readonly unknown[]) => number)).toEqual(
    items.map(known).map(([number]: readonly unknown[]) => number),
  );
  const kinds = (all: typeof items) => all.map(({ dokumenttype }: { dokumenttype: string }) => dokumenttype).toSorted();
  expect(kinds(again)).toEqual(kinds(items));
});
