import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createLeasedHome } from '../support/leased-home.js';

let world: ApiWorld;
let lease: string;
beforeAll(async () => {
  world = await createApiWorld();
  lease = await createLeasedHome(world, { person: 'siv', home: 'leie-1' });
  const { body } = await world.as('bjorn').get('homes/leie-1').expect(200);
  const { boligtype, disposisjonsform, erBofellesskap, erTilgjengeligForRullestolbruker, leieTilEiePotensial } = body;
  const facts = { boligtype, disposisjonsform, erBofellesskap, erTilgjengeligForRullestolbruker, leieTilEiePotensial };
  for (const [id, status] of [
    ['leie-2', 'i-bruk'],
    ['leie-3', 'under-arbeid'],
  ])
    await world
      .as('bjorn')
      .post('homes', { ...facts, id, status, name: id, building: 'leie-1-bygg', egenskaper: [] })
      .expect(201);
  const hidden = { id: 'hemmelig', name: 'Hemmelig Person', protection: 'fortrolig' };
  await world.as('liv').post('persons', hidden).expect(201);
}, 120_000);
afterAll(() => world.stop());

const head = 'id;home;person;fromOn;toOn;rent;leavesOn;endedOn;endReason';
const file = (...rows: readonly string[]): string => [head, ...rows].join('\n');
const bring = (content: string, said: object = {}, person = 'tor') =>
  world.as(person).post('lease-import', { format: 'csv', content, ...said });
const wrongIn = async (...rows: readonly string[]): Promise<readonly string[]> => {
  const { body } = await bring(file(...rows)).expect(422);
  return body.errors.map(({ path }: { path: string }) => path);
};
const leaseOf = async (home: string) => (await world.as('tor').get(`homes/${home}`).expect(200)).body.leieforhold;
const exported = async (person = 'tor') =>
  (await world.as(person).get('lease-export/file?format=json').expect(200)).body;

// One test goes on where the one before it stopped.
describe('a file of leases', () => {
  it('has the lease of Siv with her name, and she reads that Tor of the landlord has seen it', async () => {
    expect(await exported()).toEqual([
      {
        ...{ id: lease, home: 'leie-1', homeName: 'Leilighet 1', person: 'siv', personName: 'Siv Dahl' },
        ...{ fromOn: '2025-01-01', rent: 8000 },
      },
    ]);
    const { body } = await world.as('siv').get('me/reads').expect(200);
    expect(JSON.stringify(body.items)).toContain('Tor');
  });

  it('that came out goes in again without a change, as JSON and with the names in it', async () => {
    const content = JSON.stringify(await exported());

    expect((await bring(content, { format: 'json' }).expect(200)).body).toEqual({
      ...{ entered: 0, changed: 0, unchanged: 1 },
    });
  });

  it('is tried first, and then begins a lease for somebody whom the municipality knows; sent once more, it changes nothing', async () => {
    const content = file(`;leie-2;kari;2026-11-01;;7500;;;`);

    expect((await bring(content, { dryRun: true }).expect(200)).body).toMatchObject({ entered: 1 });
    expect(await leaseOf('leie-2')).toBeNull();
    expect((await bring(content).expect(200)).body).toMatchObject({ entered: 1, unchanged: 0 });
    expect(await leaseOf('leie-2')).toMatchObject({ fromOn: '2026-11-01', rent: 7500 });
    expect((await bring(content).expect(200)).body).toMatchObject({ entered: 0, unchanged: 1 });
  });

  it('raises the rent and says when Siv moves; what it has no column for stays', async () => {
    const content = `id;home;person;fromOn;rent;leavesOn\n${lease};leie-1;siv;2025-01-01;8200;2026-12-31`;
    expect((await bring(content).expect(200)).body).toMatchObject({ changed: 1 });
    const less = `id;home;person;fromOn;rent\n${lease};leie-1;siv;2025-01-01;8300`;
    expect((await bring(less).expect(200)).body).toMatchObject({ changed: 1 });

    expect(await leaseOf('leie-1')).toMatchObject({ id: lease, rent: 8300, leavesOn: '2026-12-31', toOn: null });
  });

  it.each([
    ['somebody whom nobody knows', ';leie-3;ukjent;2026-11-01;;;;;', 'rad 2, person'],
    ['a home that is not there', ';borte;siv;2026-11-01;;;;;', 'rad 2, home'],
    ['a home that cannot be lived in', ';leie-3;siv;2026-11-01;;;;;', 'rad 2, home'],
    ['a home that somebody else rents', ';leie-1;kari;2026-11-01;;;;;', 'rad 2, home'],
    ['a lease that ends before it begins', ';leie-3;siv;2026-11-01;2026-10-01;;;;', 'rad 2, home'],
    ['a new lease that is over', ';leie-3;siv;2026-11-01;;;;2026-11-02;Flyttet', 'rad 2, endedOn'],
    ['a lease that is not the one of the home', 'annet;leie-1;siv;2025-01-01;;;;;', 'rad 2, id'],
    ['a rent that is no number', ';leie-3;siv;2026-11-01;;mye;;;', 'rad 2, rent'],
    ['a day that is none', ';leie-3;siv;2026-13-01;;;;;', 'rad 2, fromOn'],
  ])('is refused with the row and the column where it names %s', async (_, row, path) => {
    expect(await wrongIn(row)).toContain(path);
  });

  it('is refused where it gives a lease to another person, another beginning or another end', async () => {
    expect(await wrongIn(`${lease};leie-1;kari;2024-01-01;2027-01-01;8300;;;`)).toEqual([
      'rad 2, person',
      'rad 2, fromOn',
      'rad 2, toOn',
    ]);
  });

  it('takes all rows or none: the second row is wrong, and the rent of the first stays', async () => {
    expect(await wrongIn(`${lease};leie-1;siv;2025-01-01;;9999;;;`, ';leie-1;siv;2025-01-01;;1;;;')).toEqual([
      'rad 3, home',
    ]);
    expect(await leaseOf('leie-1')).toMatchObject({ rent: 8300 });
  });

  it('ends a lease with a day and a reason: not one to come, and not without why', async () => {
    expect(await wrongIn(`${lease};leie-1;siv;2025-01-01;;8300;;2027-01-01;Flyttet`)).toEqual(['rad 2, endedOn']);
    expect(await wrongIn(`${lease};leie-1;siv;2025-01-01;;8300;;2026-11-20;`)).toEqual(['rad 2, endReason']);
    expect((await bring(file(`${lease};leie-1;siv;2025-01-01;;8300;;2026-11-20;Flyttet`)).expect(200)).body).toEqual({
      ...{ entered: 0, changed: 1, unchanged: 0 },
    });

    expect(await leaseOf('leie-1')).toBeNull();
    expect((await exported()).map(({ home }: { home: string }) => home)).toEqual(['leie-2']);
  });

  it('leaves out whose address is protected, but for the group that may know', async () => {
    await bring(file(';leie-1;hemmelig;2026-11-21;;;;;')).expect(200);

    expect(JSON.stringify(await exported())).not.toContain('emmelig');
    expect(JSON.stringify(await exported('tor+adressesperre'))).toContain('Hemmelig Person');
  });

  it('is read in by the landlord only, and taken out by those who see leases', async () => {
    for (const person of ['kari', 'siv', 'berit', 'rita']) await bring(file(), {}, person).expect(403);
    expect((await exported('kari')).length).toBeGreaterThan(0);
    expect(await exported('siv')).toEqual([]);
    await world.as('berit').get('lease-export/file').expect(403);
  });
});
