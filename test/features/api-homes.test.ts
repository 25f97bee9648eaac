import {
  buildingDetailSchema,
  buildingListSchema,
  homeDetailSchema,
  homeListSchema,
} from '../../src/contract/home.contract.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

const building = {
  id: 'tun-1',
  name: 'Småhus tun 1',
  groups: ['rus', 'rop'],
  owner: 'kommune',
  responsibleUnit: 'rus',
  status: 'i-bruk',
  constraints: {},
  repairRules: [{ work: 'las-dor', responsible: 'trondheim-eiendom' }],
};
const home = (id: string, name: string) => ({
  ...{ id, name, building: 'tun-1', boligtype: 'Småhus', egenskaper: ['egen inngang'], bruksareal: 40 },
  ...{ disposisjonsform: 'EID', erBofellesskap: false, erTilgjengeligForRullestolbruker: false },
  ...{ leiekostnad: 9500, leieTilEiePotensial: false, status: 'i-bruk' },
});

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
  await world.as('bjorn').post('buildings', building).expect(201);
  for (const [id, name] of [
    ['hus-1', 'Hus 1'],
    ['hus-2', 'Hus 2'],
    ['hus-3', 'Hus 3'],
  ] as const)
    await world.as('bjorn').post('homes', home(id, name)).expect(201);
}, 120_000);
afterAll(() => world.stop());

const correct = (person: string, revision: string, said: object) =>
  world.as(person).post('homes/hus-1/correct', said).set('if-match', revision);

describe('the register of homes', () => {
  it('is read by whoever works with homes, in pages and by filter, exactly as the contract says', async () => {
    const { body: first } = await world.as('kari').get('homes?limit=2&free=true').expect(200);
    const { body: rest } = await world.as('kari').get(`homes?limit=2&free=true&after=${first.next}`).expect(200);

    expect(homeListSchema.parse(first)).toEqual(first);
    expect([...first.items, ...rest.items].map(({ name }: { name: string }) => name)).toEqual([
      'Hus 1',
      'Hus 2',
      'Hus 3',
    ]);
    expect(rest.next).toBeNull();
    expect((await world.as('kari').get('homes?group=ungdom')).body.items).toEqual([]);
    const { body: buildings } = await world.as('kari').get('buildings').expect(200);
    expect(buildingListSchema.parse(buildings)).toEqual(buildings);
    expect(buildings.items).toMatchObject([{ id: 'tun-1', homes: 3, free: 3 }]);
    const { body: one } = await world.as('kari').get('buildings/tun-1').expect(200);
    expect(buildingDetailSchema.parse(one)).toEqual(one);
    const may = async (person: string) => (await world.as(person).get('buildings/tun-1').expect(200)).body.may;
    expect(await may('kari')).toMatchObject({ freeze: false, changeStaffing: false, windDown: false });
    expect(await may('bente')).toMatchObject({ freeze: true, changeStaffing: false, windDown: false });
    expect(await may('knut')).toMatchObject({ freeze: false, changeStaffing: true, windDown: true });
  });

  it('is closed to applicants and user representatives, and kept by the team and the landlord only', async () => {
    for (const person of ['berit', 'ada']) await world.as(person).get('homes').expect(403);
    expect((await world.as('siv').get('homes').expect(200)).body.items).toEqual([]);
    expect((await world.as('vakt+vaktmester').get('buildings').expect(200)).body.items).toEqual([]);
    expect((await world.as('eli+botiltaksleder+rus').get('homes').expect(200)).body.items).toHaveLength(3);
    await world.as('eli+botiltaksleder+btt').post('homes/hus-1/reservations', {}).expect(404);
    await world.as('kari').post('homes', home('hus-9', 'Hus 9')).expect(403);
    await world.as('bjorn').post('homes/hus-1/tenancies', { person: 'siv', fromOn: '2026-12-01' }).expect(403);
    for (const id of ['finnes-ikke', 'hus-1']) await world.as('siv').get(`homes/${id}`).expect(404);
    await world.as('kari@orkland').get('homes/hus-1').expect(404);
    await world.as('knut').post('buildings/tun-1/freeze', { frozen: true, reason: 'Brann' }).expect(403);
  });

  it('refuses who has seen an older revision with 412, who names none with 428, and changes nothing', async () => {
    const { body } = await correct('tor', '"1"', { leiekostnad: 9900 }).expect(200);
    expect(body).toEqual({ id: 'hus-1', revision: 2 });
    const before = await world.digest();

    await correct('bjorn', '"1"', { leiekostnad: 1 }).expect(412);
    await world.as('bjorn').post('homes/hus-1/correct', { leiekostnad: 1 }).expect(428);
    await correct('bjorn', '"2"', { leiekostnad: -1 }).expect(400);
    await correct('bjorn', '"2"', { eier: 'meg' }).expect(400);

    expect(await world.digest()).toBe(before);
    const { body: detail } = await world.as('kari').get('homes/hus-1').expect(200);
    expect(homeDetailSchema.parse(detail)).toEqual(detail);
    expect(detail).toMatchObject({ leiekostnad: 9900, revision: 2, history: [{ actor: 'tor' }, { actor: 'bjorn' }] });
  });

  it('refuses a home or a Kobo id that is there already with 409, and answers the same request as the first time', async () => {
    const again = () => world.as('bjorn').post('homes', home('hus-4', 'Hus 4')).set('idempotency-key', 'hus-4');
    const { body: first } = await again().expect(201);
    expect((await again().expect(201)).body).toEqual(first);

    await world.as('bjorn').post('homes', home('hus-4', 'Hus 4')).expect(409);
    await correct('bjorn', '"2"', { koboId: 'K-1' }).expect(200);
    const { body } = await world
      .as('bjorn')
      .post('homes', { ...home('hus-5', 'Hus 5'), koboId: 'K-1' })
      .expect(409);
    expect(body.code).toBe('record-exists');
    await world
      .as('bjorn')
      .post('homes', { ...home('hus-6', 'Hus 6'), building: 'ukjent' })
      .expect(404);
  });

  it('empties a field that may be empty, and none that must stand; what is not named stays', async () => {
    await correct('bjorn', '"3"', { name: null }).expect(400);
    await correct('bjorn', '"3"', { koboId: null }).expect(200);
    const { body: home } = await world.as('kari').get('homes/hus-1').expect(200);
    expect([home.koboId, home.leiekostnad, home.revision]).toEqual([undefined, 9900, 4]);

    const building = async () => (await world.as('bjorn').get('buildings/tun-1').expect(200)).body;
    const say = async (said: object) =>
      world
        .as('bjorn')
        .post('buildings/tun-1/correct', said)
        .set('if-match', `"${(await building()).revision}"`);
    expect((await say({ address: 'Tunvegen 1', meetingEvery: 'P2M' })).status).toBe(200);
    expect((await say({ address: null, meetingEvery: null })).status).toBe(200);
    expect(Object.keys(await building())).not.toEqual(expect.arrayContaining(['address']));
    expect((await building()).meetingEvery).toBeUndefined();
  });

  it('keeps a home for one person and refuses it to the next: 409 dwelling-taken', async () => {
    await world.as('bjorn').post('homes/hus-2/reservations', { person: 'siv' }).expect(201);

    const { body } = await world.as('bjorn').post('homes/hus-2/reservations', { person: 'berit' }).expect(409);
    expect(body).toMatchObject({ code: 'dwelling-taken', status: 409 });
    await world.as('tor').post('homes/hus-2/tenancies', { person: 'berit', fromOn: '2026-12-01' }).expect(409);
    await world.as('tor').post('homes/hus-2/tenancies', { person: 'ukjent', fromOn: '2026-12-01' }).expect(422);
    await world.as('tor').post('homes/hus-2/tenancies', { person: 'siv', fromOn: '2026-12-01' }).expect(201);

    const seen = async (person: string) => (await world.as(person).get('homes/hus-2')).body;
    expect(await seen('kari')).toMatchObject({
      availability: 'utleid',
      leieforhold: { person: 'siv' },
      boligreservasjon: null,
    });
    expect(await seen('knut')).toMatchObject({ availability: 'utleid', leieforhold: null });
    expect(await seen('siv')).toMatchObject({ name: 'Hus 2', mayChange: false });
    expect((await world.as('siv').get('homes')).body.items).toMatchObject([
      { id: 'hus-2', leieforhold: { person: null } },
    ]);
    await world.as('bjorn').post('homes/hus-2/reservations', { person: 'berit' }).expect(409);
  });

  it('tells nobody who lives there without writing it down for them, and names nobody with a protected address', async () => {
    const { body } = await world.as('siv').get('me/reads').expect(200);
    expect(body.items.map(({ text }: { text: string }) => text)).toContainEqual(
      expect.stringMatching(/^Kari Nordli .* så hvor du bor eller skal bo /),
    );

    const hidden = { id: 'hemmelig', name: 'Skjult', protection: 'strengt-fortrolig' };
    await world.as('kari+adressesperre').post('persons', hidden).expect(201);
    await world.as('tor').post('homes/hus-4/tenancies', { person: 'hemmelig', fromOn: '2026-12-01' }).expect(201);
    const seen = async (person: string) => (await world.as(person).get('homes/hus-4').expect(200)).body.leieforhold;
    expect(await seen('kari')).toMatchObject({ person: null });
    expect(await seen('kari+adressesperre')).toMatchObject({ person: 'hemmelig' });
  });

  it('gives nobody a home in a building that is frozen, and says why', async () => {
    const freeze = (frozen: boolean) => world.as('bente').post('buildings/tun-1/freeze', { frozen, reason: 'Brann' });
    await world.as('bjorn').post('buildings/tun-1/freeze', { frozen: true, reason: 'Brann' }).expect(403);
    await freeze(true).expect(200);

    const { body } = await world.as('bjorn').post('homes/hus-3/reservations', {}).expect(409);
    expect(body).toMatchObject({ code: 'dwelling-frozen', detail: 'Brann' });
    await freeze(false).expect(200);
    await world.as('bjorn').post('homes/hus-3/reservations', { untilOn: '2026-11-22' }).expect(422);
    await world.as('bjorn').post('homes/hus-3/reservations', { untilOn: '2026-11-27' }).expect(201);
  });

  it('lets go of a home that Bjørn kept until 27 November when that day is over, and tells him once; another can have it then', async () => {
    const travel = async (to: string) => {
      await world.ports.demo?.travel.advance(idOf('trondheim'), { to });
      await world.settle();
    };
    const kept = async () => (await world.as('bjorn').get('homes/hus-3').expect(200)).body.boligreservasjon;
    const told = async () =>
      (await world.as('bjorn').get('me/notices').expect(200)).body.items.filter(
        ({ kind }: { kind: string }) => kind === 'reservation-over',
      );

    await travel('2026-11-27T22:59:00.000Z');
    expect(await kept()).toMatchObject({ untilOn: '2026-11-27' });
    expect(await told()).toEqual([]);
    await travel('2026-11-27T23:00:00.000Z');
    expect(await kept()).toBeNull();
    await travel('2026-11-30T09:00:00.000Z');
    expect(await told()).toMatchObject([{ subject: 'Hus 3 er ikke holdt av lenger', to: 'bjorn' }]);

    await world.as('tor').post('homes/hus-3/reservations', { person: 'siv' }).expect(201);
  });
});
