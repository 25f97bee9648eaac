import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  const siv = { id: 'siv', name: 'Siv Dahl', bornOn: '1990-02-28', phone: '+47 900 00 000' };
  const hidden = { id: 'hemmelig', name: 'Hemmelig Person', bornOn: '1980-01-01', protection: 'fortrolig' };
  for (const person of [siv, hidden]) await world.as('kari').post('persons', person).expect(201);
}, 120_000);
afterAll(() => world.stop());

const head = 'id;name;bornOn;language;channel;email;phone;address';
const file = (...rows: readonly string[]): string => [head, ...rows].join('\n');
const bring = (content: string, said: object = {}, person = 'liv') =>
  world.as(person).post('person-import', { format: 'csv', content, ...said });
const wrongIn = async (...rows: readonly string[]): Promise<readonly string[]> => {
  const { body } = await bring(file(...rows)).expect(422);
  return body.errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`);
};
const exported = async () => (await world.as('liv').get('person-export/file?format=json').expect(200)).body;
const personOf = async (id: string) => (await world.as('kari').get(`persons/${id}`).expect(200)).body;

// One test goes on where the one before it stopped.
describe('a file of persons', () => {
  it('has those whose address is not protected, and each of them reads that Liv saw it', async () => {
    expect(await exported()).toEqual([
      {
        ...{ id: 'siv', name: 'Siv Dahl', bornOn: '1990-02-28', phone: '+47 900 00 000' },
        ...{ language: 'nb', channel: 'digital' },
      },
    ]);
    const { body } = await world.as('siv').get('me/reads').expect(200);
    expect(JSON.stringify(body.items)).toContain('Liv Aune');
  });

  it('that came out goes in again without a change', async () => {
    const { body } = await bring(JSON.stringify(await exported()), { format: 'json' }).expect(200);

    expect(body).toEqual({ entered: 0, changed: 0, unchanged: 1 });
  });

  it('is tried first; then it registers whom nobody knows and corrects Siv, and what it has no column for stays', async () => {
    const content = 'id;name;bornOn;language\nsiv;Siv Dahl Berg;1990-02-28;nn\n;Odd Lund;1970-05-17;nb';

    expect((await bring(content, { dryRun: true }).expect(200)).body).toMatchObject({ entered: 1, changed: 1 });
    expect(await personOf('siv')).toMatchObject({ name: 'Siv Dahl', revision: 1 });
    expect((await bring(content).expect(200)).body).toEqual({ entered: 1, changed: 1, unchanged: 0 });

    const expected = { name: 'Siv Dahl Berg', language: 'nn', phone: '+47 900 00 000', revision: 2 };
    expect(await personOf('siv')).toMatchObject(expected);
    expect((await exported()).map(({ name }: { name: string }) => name)).toEqual(['Odd Lund', 'Siv Dahl Berg']);
  });

  it('empties what has an empty cell', async () => {
    await bring('id;name;phone\nsiv;Siv Dahl Berg;').expect(200);

    expect(await personOf('siv')).not.toHaveProperty('phone');
  });

  it('does nothing twice where the same request is sent once more, by two at one moment too', async () => {
    const ask = () => bring(file(';Nora Vik;1999-09-09;nb;digital;;;')).set('idempotency-key', 'fil-1').expect(200);

    const answers = await Promise.all([ask(), ask()]);

    expect(answers.map(({ body }) => body.entered)).toEqual([1, 1]);
    expect((await exported()).filter(({ name }: { name: string }) => name === 'Nora Vik')).toHaveLength(1);
  });

  it('is refused where somebody of the name and the day of birth is known: it says the id to write', async () => {
    const [odd] = (await exported()).filter(({ name }: { name: string }) => name === 'Odd Lund');

    expect(await wrongIn(';Odd Lund;1970-05-17;nb;digital;;;')).toEqual([
      `rad 2, id: Odd Lund, født 1970-05-17, er registrert. Skriv id-en: «${odd.id}».`,
    ]);
  });

  it.each([
    ['the same person twice', ['siv;Siv;;nb;digital;;;', 'siv;Siv;;nb;digital;;;'], 'rad 3, id'],
    ['a birth number as id', ['01019012345;Ny Person;;nb;digital;;;'], 'rad 2, id'],
    ['no name', [';;1999-01-01;nb;digital;;;'], 'rad 2, name'],
    ['a language that we do not write', [';Ny Person;;fr;digital;;;'], 'rad 2, language'],
    ['an address of e-mail that is none', [';Ny Person;;nb;digital;ikke-epost;;'], 'rad 2, email'],
  ])('is refused with the row and the column where it names %s; nothing of it is taken', async (_, rows, path) => {
    const before = await exported();

    expect((await wrongIn(';Helt Ny;1950-01-01;nb;digital;;;', ...rows)).join()).toContain(
      path.replace(/\d+/, (row) => String(Number(row) + 1)),
    );
    expect(await exported()).toEqual(before);
  });

  it('has no column for what protects an address, and corrects nobody who has it', async () => {
    const { body } = await bring('id;name;protection\nsiv;Siv;none').expect(422);
    expect(body.errors).toMatchObject([{ path: 'rad 1, protection' }]);

    expect(await wrongIn('hemmelig;Annet Navn;1980-01-01;nb;digital;;;Gata 1')).toEqual([
      'rad 2, id: «hemmelig» kan ikke rettes i en fil.',
    ]);
  });

  it('is for whoever leads the office: there is none for caseworkers, and others are refused', async () => {
    for (const [person, status] of Object.entries({ kari: 404, nina: 404, siv: 403, tor: 403, berit: 403, ada: 403 })) {
      await world.as(person).get('person-export/file').expect(status);
      await bring(file(';Ny Person;;nb;digital;;;'), {}, person).expect(status);
    }
  });
});
