import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

let world: ApiWorld;
let caseId: string;
beforeAll(async () => {
  world = await createApiWorld();
  caseId = await createCaseworker(world, 'kari').applicationOf('siv');
});
afterAll(() => world.stop());

const fromParty = {
  ...{ receivedOn: '2026-11-20', senderKind: 'party', documentType: 'okonomi', title: 'Lønnsslipper for tre måneder' },
  ...{ cameBy: 'post', keptAt: 'Arkivskap 2, mappe 14' },
};
const fromDoctor = {
  ...{ receivedOn: '2026-11-23', senderKind: 'institution', senderName: 'St. Olavs hospital' },
  ...{ documentType: 'erklaering', title: 'Erklæring om behov for bolig uten trapp', cameBy: 'e-post' },
  ...{ exemption: 'taushetsplikt', keptAt: 'Postmottaket' },
};
const fromNeighbour = { ...fromParty, senderKind: 'person', senderName: 'Zoltan Zornby', title: 'Brev om støy' };
const registers = (person: string, document: object, id = caseId) =>
  world.as(person).post(`process-instances/${id}/documents`, document);
const corrects = (document: string, change: object, person = 'kari') =>
  world.as(person).post(`process-instances/${caseId}/documents/${document}/corrections`, change);
const documents = async (person = 'kari') =>
  (await world.as(person).get(`process-instances/${caseId}/documents`).expect(200)).body.items;
const timeline = async (person = 'kari'): Promise<readonly string[]> =>
  (await world.as(person).get(`process-instances/${caseId}/journal`).expect(200)).body.items.map(
    ({ text }: { text: string }) => text,
  );
const register = async (person = 'kari') =>
  (await world.as(person).get('journal-entries?from=2026-11-01&to=2026-11-30').expect(200)).body.items;
const numbered = (items: readonly { journalsekvensnummer: number }[], number: number) =>
  items.find(({ journalsekvensnummer }) => journalsekvensnummer === number);

it('enters pay slips that came on 2026-11-20 and an e-mail from the hospital with the next two numbers, on the timeline and in the register', async () => {
  const [before] = await register();

  const slips = await registers('kari', fromParty).expect(201);
  const letter = await registers('kari', fromDoctor).expect(201);

  const last = before.journalsekvensnummer;
  expect(slips.body).toEqual({ journalaar: 2026, journalsekvensnummer: last + 1 });
  expect(letter.body).toEqual({ journalaar: 2026, journalsekvensnummer: last + 2 });
  const entered = await register();
  expect(numbered(entered, last + 1)).toMatchObject({
    ...{ journalposttype: 'I', dokumentetsDato: '2026-11-20', journaldato: '2026-11-23', mappeID: caseId },
    ...{ korrespondansepart: 'Siv Dahl', skjermingshjemmel: null, forsendelsesmaate: 'post', retterJournalpost: null },
  });
  expect(numbered(entered, last + 2)).toMatchObject({
    ...{ korrespondansepart: 'St. Olavs hospital', dokumenttype: 'erklaering', forsendelsesmaate: 'e-post' },
    skjermingshjemmel: 'offentleglova § 13, jf. forvaltningsloven § 13',
  });
  expect(await timeline()).toContain(
    `Dokument kom inn: «Lønnsslipper for tre måneder» fra parten i saken, i posten (journalpost ${last + 1}/2026)`,
  );
});

it('enters it once where the same request comes twice, and refuses a day to come, a nameless sender and a title that names somebody', async () => {
  const key = ['idempotency-key', 'dokument-1'] as const;
  const first = await registers('kari', { ...fromParty, title: 'Kontoutskrift' }).set(...key);
  const again = await registers('kari', { ...fromParty, title: 'Kontoutskrift' }).set(...key);
  const refused = async (change: object, status: number) =>
    (await registers('kari', { ...fromNeighbour, ...change }).expect(status)).body;
  const count = (await register()).length;

  expect(again.body).toEqual(first.body);
  expect((await refused({ receivedOn: '2026-11-24' }, 400)).errors[0].path).toBe('receivedOn');
  expect((await refused({ senderName: undefined }, 400)).errors[0].path).toBe('senderName');
  expect((await refused({ title: 'Uttalelse om Siv Dahl' }, 422)).code).toBe('deidentification');
  expect((await refused({ title: 'Attest for 01017012345' }, 422)).errors[0].path).toBe('title');
  expect((await refused({ senderKind: 'institution', senderName: 'Siv Dahl' }, 422)).errors[0].path).toBe('senderName');
  expect((await register()).length).toBe(count);
});

it('corrects a mistake by one more entry that says which; what was corrected stays, and of two who correct it one is told 409', async () => {
  await registers('kari', fromNeighbour).expect(201);
  const wrong = (await documents()).at(-1);
  const right = { ...fromParty, title: 'Varsel om støy', change: 'corrected', reason: 'Feil tittel.' };

  const [one, other] = await Promise.all([corrects(wrong.id, right), corrects(wrong.id, right, 'bjorn')]);

  expect([one.status, other.status].toSorted()).toEqual([201, 409]);
  const number = `${wrong.journalsekvensnummer}/2026`;
  const [entry, corrected] = await register();
  expect(entry).toMatchObject({ offentligTittel: `Retting av ${number}: Varsel om støy`, retterJournalpost: number });
  expect(corrected).toMatchObject({ offentligTittel: 'Brev om støy', retterJournalpost: null });
  const newest = (await documents()).at(-1);
  expect(newest).toMatchObject({ corrects: wrong.id, reason: 'Feil tittel.', senderName: null });

  await corrects(newest.id, { change: 'void', reason: 'Hører til en annen sak.' }).expect(201);
  expect((await register())[0]).toMatchObject({ offentligTittel: expect.stringMatching(/skulle ikke vært ført/) });
  expect((await timeline()).at(-1)).toMatch(/er rettet: skulle ikke vært ført på saken/);
});

it('shows Siv what came from herself and not who else wrote; Zoltan Zornby stands in no file and is not named to Knut', async () => {
  const { text } = await world.as('kari').get('journal-entries/file?from=2026-11-01&to=2026-11-30').expect(200);

  const own = await documents('siv');
  expect(new Set(own.map(({ senderKind }: { senderKind: string }) => senderKind))).toEqual(new Set(['party']));
  const told = [...(await timeline('siv')), text, JSON.stringify([own, await register('knut')])].join('\n');
  expect(told).toContain('Lønnsslipper for tre måneder');
  expect(told).not.toContain('Zornby');
  expect((await timeline()).join('\n')).toContain('fra Zoltan Zornby');
});

it('is for caseworkers of the case: 403 to Siv, the representative, the administrator and the ombudsman, 404 to who does not see the case', async () => {
  await registers('siv', fromParty).expect(403);
  for (const person of ['berit', 'ada', 'pia']) await registers(person, fromParty).expect(403);
  for (const person of ['per', 'tor']) await registers(person, fromParty).expect(404);
  await registers('kari', fromParty, 'finnes-ikke').expect(404);
  await corrects('finnes-ikke', { change: 'void', reason: 'Feil sak.' }).expect(404);
});

it('lets the entries stand when the case is deleted, without the neighbour and the party', async () => {
  const before = (await register('knut')).length;
  const ended = { reason: 'Registrert to ganger', withoutDecision: 'feilregistrert' };
  await world.as('ada').post(`process-instances/${caseId}/cancel`, ended).expect(200);
  await world.settle();

  await world.as('ada').post(`process-instances/${caseId}/delete`, { reason: 'Registrert to ganger' }).expect(200);

  const left = await register();
  expect(left.length).toBeGreaterThanOrEqual(before);
  expect(JSON.stringify(left)).toContain('St. Olavs hospital');
  expect(JSON.stringify(left)).not.toMatch(/Zornby|Siv|Dahl/);
});
