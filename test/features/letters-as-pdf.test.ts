import pg from 'pg';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';
import { readPdf } from '../support/pdf-reader.js';
import type { PdfTag } from '../support/pdf-reader.js';

let world: ApiWorld;
let caseId: string;
let letter: { readonly id: string; readonly text: string; readonly checksum: string };
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl', language: 'nn' }).expect(201);
  const lawyer = { kind: 'fullmektig', name: 'Gatejuristen', fromOn: '2026-11-01', actor: 'jurist' };
  await world.as('kari').post('persons/siv/representatives', lawyer).set('if-match', '"1"').expect(200);
  caseId = await createCaseworker(world, 'kari').applicationOf('siv');
  const { body } = await world.as('kari').get(`process-instances/${caseId}`).expect(200);
  letter = body.letters.find(({ text }: typeof letter) => text.startsWith('Hei Siv Dahl'));
});
afterAll(() => world.stop());

const pdfFor = async (person: string, status = 200): Promise<Buffer> =>
  (await world.as(person).get(`letters/${letter.id}/pdf`).responseType('blob').expect(status)).body;
const lines = (tags: readonly PdfTag[]): readonly string[] =>
  tags.flatMap(({ tag, text, inner }) => [`${tag} ${text}`.trim(), ...lines(inner)]);

it('scenario 52: who writes nynorsk downloads her letter as a tagged PDF in nynorsk', async () => {
  const { language, pdfUaPart, title, tags } = readPdf(await pdfFor('siv'));

  expect({ language, pdfUaPart, title }).toEqual({
    language: 'nn-NO',
    pdfUaPart: '1',
    title: 'Vi har fått søknaden din',
  });
  expect(lines(tags)).toEqual(
    expect.arrayContaining([
      'P Trondheim kommune',
      'P Helse- og velferdskontoret',
      'P Til: Siv Dahl',
      'P Dato: måndag 23. november 2026',
      'H1 Vi har fått søknaden din',
      'H2 Kva skjer no?',
    ]),
  );
});

it('gives the person, who acts for her and the staff of the case the same bytes, and nobody else anything', async () => {
  const [hers, again, ofLawyer, ofStaff] = [
    await pdfFor('siv'),
    await pdfFor('siv'),
    await pdfFor('jurist'),
    await pdfFor('kari'),
  ];

  expect([again, ofLawyer, ofStaff].map((bytes) => bytes.equals(hers))).toEqual([true, true, true]);
  for (const person of ['per', 'ada', 'kari@orkland']) await pdfFor(person, 404);
  await pdfFor('nobody', 401);
});

it('tells the person who has read her letter, and her own reading is none', async () => {
  const { items } = (await world.as('siv').get('me/reads').expect(200)).body;

  const texts: readonly string[] = items.map(({ text }: { text: string }) => text);
  expect(texts.filter((text) => text.includes('et brev i saken din'))).toHaveLength(2);
  expect(texts.find((text) => text.startsWith('Kari Nordli'))).toContain('et brev i saken din');
});

it('shows the checksum of a letter in the case, and refuses to print a letter that is no longer as it was sent', async () => {
  expect(letter.checksum).toMatch(/^[0-9a-f]{64}$/);
  const owner = new pg.Client(world.databaseUrl);
  await owner.connect();
  await owner.query("update letter set text = replace(text, 'éin månad', 'eitt år') where id = $1", [letter.id]);
  await owner.end();

  await pdfFor('siv', 500);
});

it('sends no letter by e-mail, neither as text nor as an attachment: the mail says only that there is one', async () => {
  const mails = world.sentMail.filter(({ to }) => to.startsWith('siv'));

  expect(mails.length).toBeGreaterThan(0);
  expect(JSON.stringify(mails)).not.toMatch(/application\/pdf|søknad|bustad|bolig til/i);
});
