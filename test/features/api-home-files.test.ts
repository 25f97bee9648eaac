import { homeExportSchema } from '../../src/contract/home.contract.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

const head =
  'id;building;name;koboId;boligtype;egenskaper;bruksareal;disposisjonsform;erBofellesskap;erTilgjengeligForRullestolbruker;leieTilEiePotensial;status';
const file = (...rows: readonly string[]): string => [head, ...rows].join('\n');
const row = (id: string, area = '40', building = 'tun-1'): string =>
  `${id};${building};"Hus; ${id}";K-${id};Småhus;egen inngang|hage;${area};EID;nei;nei;nei;i-bruk`;

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  const building = { id: 'tun-1', name: 'Tun 1', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus' };
  await world
    .as('bjorn')
    .post('buildings', { ...building, status: 'i-bruk', constraints: {}, repairRules: [] })
    .expect(201);
}, 120_000);
afterAll(() => world.stop());

const bring = (content: string, format = 'csv') => world.as('bjorn').post('home-import', { format, content });
const exported = async (format: string): Promise<string> => {
  const { body } = await world.as('kari').get(`home-export?format=${format}`).expect(200);
  expect(homeExportSchema.parse(body)).toEqual(body);
  return body.content;
};

describe('a file of homes', () => {
  it('is taken whole, and what came out goes in again without a change, as CSV and as JSON', async () => {
    const { body } = await bring(file(row('h1'), row('h2'))).expect(200);
    expect(body).toEqual({ entered: 2, changed: 0, unchanged: 0 });

    for (const format of ['csv', 'json'])
      expect((await bring(await exported(format), format).expect(200)).body).toEqual({
        entered: 0,
        changed: 0,
        unchanged: 2,
      });
    const { body: home } = await world.as('kari').get('homes/h1').expect(200);
    expect(home).toMatchObject({ name: 'Hus; h1', koboId: 'K-h1', egenskaper: ['egen inngang', 'hage'], revision: 1 });
    expect((await bring(file(row('h1', '45'), row('h2'))).expect(200)).body).toEqual({
      entered: 0,
      changed: 1,
      unchanged: 1,
    });
  });

  it('leaves what it has no column for: a file without the area changes no area, and one with an empty cell empties it', async () => {
    const without = (area?: string) =>
      ['h1', 'h2']
        .map((id) => row(id, area ?? '').split(';'))
        .map((cells) => (area === undefined ? cells.toSpliced(7, 1) : cells).join(';'));
    const short = head.replace('bruksareal;', '');
    const same = { entered: 0, changed: 0, unchanged: 2 };
    expect((await bring([short, ...without()].join('\n')).expect(200)).body).toEqual(same);

    const tried = await world
      .as('bjorn')
      .post('home-import', { format: 'csv', content: file(row('h1', ''), row('h2', '')), dryRun: true });
    expect(tried.body).toEqual({ entered: 0, changed: 2, unchanged: 0 });
    expect((await bring([short, ...without()].join('\n')).expect(200)).body).toEqual(same);
  });

  it('is refused whole with the row and the column of everything that is wrong, and changes nothing', async () => {
    const before = await world.digest();

    const { body } = await bring(file(row('h3'), row('h4', 'stor'), row('h5', '-1'))).expect(422);
    expect(body).toMatchObject({ code: 'register-input' });
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['rad 3, bruksareal', 'rad 4, bruksareal']);
    const paths = async (content: string, format = 'csv') =>
      (await bring(content, format).expect(422)).body.errors.map(({ path }: { path: string }) => path);
    expect(await paths(file(row('h3'), row('h3')))).toEqual(['rad 3, id', 'rad 3, koboId']);
    expect(await paths(file(row('h3', '40', 'ukjent')))).toEqual(['rad 2, building']);
    expect(await paths('id;farge\nh3;rød')).toEqual(['rad 1, farge']);
    expect(await paths(file('h3;tun-1'))).toEqual(['rad 2']);
    expect(await paths('{', 'json')).toEqual(['fil']);

    expect(await world.digest()).toBe(before);
  });

  it('is kept by a browser as CSV, as a spreadsheet and as JSON', async () => {
    const kept = (format: string) => world.as('kari').get(`home-export/file?format=${format}`).expect(200);
    expect((await kept('csv')).text.split('\r\n')[1]).toMatch(/^h1;tun-1;/);
    expect((await kept('json')).body).toMatchObject([{ id: 'h1' }, { id: 'h2' }]);
    const sheet = await kept('xlsx').buffer(true);
    expect(sheet.headers['content-disposition']).toBe('attachment; filename="boliger.xlsx"');
    expect(Number(sheet.headers['content-length'])).toBeGreaterThan(1_000);
  });

  it('is brought by those who keep the register only', async () => {
    await world
      .as('kari')
      .post('home-import', { format: 'csv', content: file(row('h9')) })
      .expect(403);
    await world.as('berit').get('home-export').expect(403);
  });
});
