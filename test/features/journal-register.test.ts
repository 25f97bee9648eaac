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
    'journalaar;journalsekvensnummer;journalposttype;journaldato;dokumentetsDato;offentligTittel;skjermingshjemmel;mappeID;dokumenttype;forsendelsesmaate',
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
