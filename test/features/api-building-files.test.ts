import { createApiWorld, type ApiWorld } from '../support/api-world.js';

const head = 'id;name;address;groups;owner;responsibleUnit;capacity;status;constraints;repairRules;notes';
const file = (...rows: readonly string[]): string => [head, ...rows].join('\n');
const tun = (capacity = '4', rules = 'vann=borettslag: ring først|las-dor=leietaker'): string =>
  `tun-1;Tun 1;Tunvegen 1;rus|rop;borettslag;rus;${capacity};i-bruk;kjonn=kvinne;${rules};Egen inngang`;

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
}, 120_000);
afterAll(() => world.stop());

const bring = (content: string, more: object = {}) =>
  world.as('bjorn').post('building-import', { format: 'csv', content, ...more });
const building = async () => (await world.as('kari').get('buildings/tun-1').expect(200)).body;
const paths = async (content: string): Promise<readonly string[]> =>
  (await bring(content).expect(422)).body.errors.map(({ path }: { path: string }) => path);

describe('a file of buildings', () => {
  it('that is tried first tells that 1 building is new, and enters none', async () => {
    const { body } = await bring(file(tun()), { dryRun: true }).expect(200);

    expect(body).toEqual({ entered: 1, changed: 0, unchanged: 0 });
    await world.as('kari').get('buildings/tun-1').expect(404);
  });

  it('is taken whole, with who may live there and who repairs what', async () => {
    expect((await bring(file(tun())).expect(200)).body).toEqual({ entered: 1, changed: 0, unchanged: 0 });

    expect(await building()).toMatchObject({
      ...{ name: 'Tun 1', groups: ['rus', 'rop'], capacity: 4, revision: 1, constraints: { kjonn: 'kvinne' } },
      repairRules: [
        { work: 'vann', responsible: 'borettslag', note: 'ring først' },
        { work: 'las-dor', responsible: 'leietaker' },
      ],
    });
  });

  it('goes in again without a change as it came out, as CSV and as JSON, and is kept as a spreadsheet too', async () => {
    const kept = (format: string) => world.as('kari').get(`building-export/file?format=${format}`).expect(200);
    const same = { entered: 0, changed: 0, unchanged: 1 };

    expect((await bring((await kept('csv')).text).expect(200)).body).toEqual(same);
    const { body } = await kept('json');
    expect((await bring(JSON.stringify(body), { format: 'json' }).expect(200)).body).toEqual(same);
    const sheet = await kept('xlsx').then((answer) => answer.headers['content-disposition']);
    expect(sheet).toBe('attachment; filename="bygg.xlsx"');
  });

  it('leaves what it has no column for, and empties what stands in an empty cell', async () => {
    const short = 'id;name;groups;owner;responsibleUnit;status;notes\ntun-1;Tun én;rus;borettslag;rus;i-bruk;';
    expect((await bring(short).expect(200)).body).toEqual({ entered: 0, changed: 1, unchanged: 0 });

    const after = await building();
    expect(after).toMatchObject({ name: 'Tun én', groups: ['rus'], capacity: 4, address: 'Tunvegen 1' });
    expect(after).toMatchObject({
      constraints: { kjonn: 'kvinne' },
      repairRules: [{ work: 'vann' }, { work: 'las-dor' }],
    });
    expect(after.notes).toBeUndefined();
  });

  it('is refused whole with the row and the column of everything that is wrong, and changes nothing', async () => {
    const before = await world.digest();

    expect(await paths(file(tun('mange'), tun('4', 'vann=naboen')))).toEqual([
      'rad 2, capacity',
      'rad 3, repairRules.0',
    ]);
    expect(await paths(file(tun(), tun()))).toEqual(['rad 3, id']);
    expect(await paths('id;farge\ntun-1;rød')).toEqual(['rad 1, farge']);
    const many = Array.from({ length: 10_001 }, (_, nr) => tun().replace('tun-1', `tun-${nr}`));
    expect(await paths(file(...many))).toEqual(['fil']);

    expect(await world.digest()).toBe(before);
  });

  it('is brought by those who keep the register only', async () => {
    await world
      .as('kari')
      .post('building-import', { format: 'csv', content: file(tun()) })
      .expect(403);
    await world.as('berit').get('building-export/file').expect(403);
  });
});
