import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createLeasedHome } from '../support/leased-home.js';

let world: ApiWorld;
let lease: string;
beforeAll(async () => {
  world = await createApiWorld();
  lease = await createLeasedHome(world, { person: 'siv', home: 'leie-1' });
}, 120_000);
afterAll(() => world.stop());

const claim = (said: object = {}) => ({
  ...{ id: 'kid-1', home: 'leie-1', tenancy: lease, kind: 'husleie', dueOn: '2026-11-20', amount: 8000, paid: 0 },
  ...said,
});
const bring = (...claims: readonly object[]) => world.as('tor').post('rent-import', { claims });
const path = () => `homes/leie-1/tenancies/${lease}`;

describe('the register of rent', () => {
  it('takes what the landlord’s accounts say, and knows what it has seen: 1 new, then the same, then paid', async () => {
    expect((await bring(claim()).expect(200)).body).toEqual({ entered: 1, changed: 0, unchanged: 0 });
    expect((await bring(claim()).expect(200)).body).toEqual({ entered: 0, changed: 0, unchanged: 1 });

    const owing = await world.as('tor').get('rent-arrears').expect(200);
    expect(owing.body.items).toMatchObject([
      { home: 'leie-1', tenancy: lease, person: 'siv', owed: 8000, oldestDueOn: '2026-11-20' },
    ]);

    await bring(claim({ paid: 8000, paidOn: '2026-11-23' })).expect(200);
    expect((await world.as('tor').get('rent-arrears').expect(200)).body.items).toEqual([]);
    const history = await world.ports.homes.reader.history(idOf('trondheim'), 'rent', 'kid-1');
    expect(history.map(({ revision, actor }) => [revision, actor])).toEqual([
      [2, 'tor'],
      [1, 'tor'],
    ]);
  });

  it('counts what was due before today only: rent that is due today is not late', async () => {
    await bring(
      claim({ id: 'kid-2', dueOn: '2026-11-22', amount: 500 }),
      claim({ id: 'kid-3', dueOn: '2026-11-23', amount: 7000 }),
    ).expect(200);

    expect((await world.as('siv').get(`${path()}/rent`).expect(200)).body.owed).toBe(500);
  });

  it('takes all of an import or nothing: a lease that nobody has, too much paid, a claim twice', async () => {
    const before = await world.digest();
    const sent = [
      claim({ id: 'kid-4' }),
      claim({ id: 'kid-5', tenancy: 'en-annen' }),
      claim({ id: 'kid-6', paid: 9000 }),
      claim({ id: 'kid-4' }),
    ];

    const { body } = await bring(...sent).expect(422);

    expect(body.code).toBe('register-input');
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual([
      'claims.1.tenancy',
      'claims.2.paid',
      'claims.3.id',
    ]);
    expect(await world.digest()).toBe(before);
  });

  it('comes as a file from the accounts, too, and is kept as a file; what is wrong is told by row and column', async () => {
    const head = 'id;home;tenancy;kind;dueOn;amount;paid';
    const row = (id: string, amount: string, tenancy = lease) =>
      `${id};leie-1;${tenancy};husleie;2026-11-21;${amount};0`;
    const file = (...rows: readonly string[]) =>
      world.as('tor').post('rent-import/file', { format: 'csv', content: [head, ...rows].join('\n') });

    const { body } = await file(row('kid-8', 'mye'), row('kid-9', '100')).expect(422);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['rad 2, amount']);
    const { body: wrongLease } = await file(row('kid-8', '100'), row('kid-9', '100', 'en-annen')).expect(422);
    expect(wrongLease.errors.map(({ path }: { path: string }) => path)).toEqual(['rad 3, tenancy']);
    expect((await file(row('kid-8', '100')).expect(200)).body).toEqual({ entered: 1, changed: 0, unchanged: 0 });

    // A year of claims of a large landlord: 6,000 rows are more than the 256 kB of a command that is typed.
    const year = Array.from({ length: 6_000 }, (_, nr) => row(`kid-ar-${nr}`, '100', 'en-annens-leieforhold'));
    expect((await file(...year, row('kid-ar-0', '100')).expect(422)).body.errors.slice(0, 2)).toMatchObject([
      { path: 'rad 2, tenancy' },
      { path: 'rad 3, tenancy' },
    ]);

    const kept = await world.as('tor').get('rent-arrears/file?format=csv').expect(200);
    expect(kept.headers['content-disposition']).toBe('attachment; filename="husleie-ikke-betalt.csv"');
    expect(kept.text).toBe(
      `\uFEFFbolig;boligId;leieforhold;leietaker;skyldig;eldsteForfall\r\nLeilighet 1;leie-1;${lease};Siv Dahl;600;2026-11-21\r\n`,
    );
    await world.as('kari').post('rent-import/file', { format: 'csv', content: head }).expect(403);
    expect((await world.as('nina').get('rent-arrears/file').expect(200)).text).not.toContain('Siv');
  });

  it('is the landlord’s to write; NAV reads no list, and a tenant only her own', async () => {
    for (const person of ['kari', 'nina', 'siv'])
      await world
        .as(person)
        .post('rent-import', { claims: [claim()] })
        .expect(403);

    for (const _ of ['09:00', '09:01'])
      expect((await world.as('kari').get('rent-arrears').expect(200)).body.items).toMatchObject([
        { personName: 'Siv Dahl', homeName: 'Leilighet 1' },
      ]);
    const { body: reads } = await world.as('siv').get('me/reads').expect(200);
    const ofKari = reads.items.filter(({ who }: { readonly who: string }) => who === 'Kari Nordli');
    expect(ofKari).toMatchObject([{ times: 1, text: expect.stringContaining('hvor du bor') }]);
    expect((await world.as('nina').get('rent-arrears').expect(200)).body.items).toEqual([]);
    expect((await world.as('siv').get('rent-arrears').expect(200)).body.items).toMatchObject([{ owed: 600 }]);
    expect((await world.as('odd').get('rent-arrears').expect(200)).body.items).toEqual([]);
    for (const person of ['nina', 'odd']) await world.as(person).get(`${path()}/rent`).expect(404);
  });

  it('keeps the tenant’s word that NAV is not to be told, which nobody else can give', async () => {
    for (const person of ['tor', 'nina', 'odd'])
      await world.as(person).post(`${path()}/nav-notice`, { reserved: true }).expect(404);

    await world.as('siv').post(`${path()}/nav-notice`, { reserved: true }).expect(200);
    expect((await world.as('siv').get(`${path()}/rent`).expect(200)).body.navReserved).toBe(true);
    await world.as('siv').post(`${path()}/nav-notice`, { reserved: false }).expect(200);
    expect((await world.as('siv').get(`${path()}/rent`).expect(200)).body.navReserved).toBe(false);
  });
});
