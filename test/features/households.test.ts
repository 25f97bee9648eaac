import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await register({ id: 'siv', name: 'Siv Dahl' });
});
afterAll(() => world.stop());

const register = async (person: object): Promise<string> =>
  (await world.as('kari').post('persons', person).expect(201)).body.id;

describe('a household', () => {
  const member = (person: string, role = 'voksen') => ({ person, role });
  const reason = 'Sagt i samtale';
  const change = (who: string, id: string, body: object, revision = 1) =>
    world
      .as(who)
      .post(`households/${id}/change`, { reason, ...body })
      .set('if-match', `"${revision}"`);
  const householdOf = async (...members: readonly object[]): Promise<string> =>
    (await world.as('kari').post('households', { members, reason, on: '2026-01-01' }).expect(201)).body.id;

  it('is changed by who has seen the present revision', async () => {
    const [anne, bo] = [await register({ name: 'Anne Lie' }), await register({ name: 'Bo Lie' })];
    const cat = await register({ name: 'Cat Lie' });
    const id = await householdOf(member(anne), member(bo));
    const members = [member(anne), member(bo), member(cat, 'barn')];

    await world.as('kari').post(`households/${id}/change`, { members, reason }).expect(428);
    await change('kari', id, { members }).expect(200, { id, revision: 2 });
    await change('kari', id, { members }).expect(412);
    const read = await world.as('kari').get(`households/${id}`).expect(200);
    expect(read.body).toMatchObject({ id, revision: 2, members: [{}, {}, members[2]] });
    await world.as('liv').get(`persons/${bo}/households`).expect(200);
    for (const one of [anne, bo, cat]) {
      const { body: reads } = await world.as(one).get('me/reads').expect(200);
      const told = reads.items.map(({ who }: { readonly who: string }) => who);
      expect(told.toSorted()).toEqual(['Kari Nordli', 'Liv Aune']);
    }
    await world.as('tor').get(`households/${id}`).expect(403);
    await change('tor', id, { members }, 2).expect(403);
  });

  it('tells who was in it, from when until when, and who changed it, when and why; who was shown reads it', async () => {
    const [eli, jo] = [await register({ name: 'Eli Moe' }), await register({ name: 'Jo Moe' })];
    const id = await householdOf(member(eli), member(jo));
    const moved = { members: [member(eli)], on: '2026-06-30', reason: 'Jo har fått egen bolig' };
    await change('liv', id, moved).expect(200);

    const { body } = await world.as('kari').get(`persons/${eli}/households`).expect(200);

    const joined = { at: expect.any(String), by: 'Kari Nordli', reason };
    const left = { at: expect.any(String), by: 'Liv Aune', reason: 'Jo har fått egen bolig' };
    const here = { role: 'voksen', wasWrong: false, fromOn: '2026-01-01', joined };
    expect(body.items).toEqual([
      {
        ...{ id, revision: 2 },
        members: [{ ...here, person: eli, name: 'Eli Moe', untilOn: null, left: null }],
        former: [{ ...here, person: jo, name: 'Jo Moe', untilOn: '2026-06-30', left }],
      },
    ]);
    const { body: reads } = await world.as(jo).get('me/reads').expect(200);
    expect(reads.items.map(({ who }: { readonly who: string }) => who)).toEqual(['Kari Nordli']);
  });

  it('tells nothing of a former member with a protected address, nor why they left; who may see them reads it', async () => {
    const [liz, max] = [await register({ name: 'Liz Ek' }), await register({ name: 'Max Ek' })];
    const id = await householdOf(member(liz), member(max));
    await change('kari', id, { members: [member(liz)], reason: 'Max er flyttet i skjul' }).expect(200);
    const hidden = { name: 'Max Ek', protection: 'fortrolig' };
    await world.as('kari').post(`persons/${max}/change`, hidden).set('if-match', '"1"').expect(200);
    const shownTo = async (who: string) =>
      (await world.as(who).get(`persons/${liz}/households`).expect(200)).body.items;

    const [shown] = await shownTo('liv');
    expect(shown).toMatchObject({ id, members: [{ person: liz, joined: { reason: null } }], former: [] });
    expect(JSON.stringify(shown)).not.toMatch(/Max|skjul/);
    expect(await shownTo('liv+adressesperre')).toMatchObject([
      { former: [{ name: 'Max Ek', left: { reason: 'Max er flyttet i skjul' } }] },
    ]);
  });

  it.each([
    ['person-twice', 'members', (anne: string) => ({ members: [member(anne), member(anne, 'barn')] })],
    ['unknown-person', 'members', (anne: string) => ({ members: [member(anne), member('finnes-ikke')] })],
    ['household-unchanged', 'members', (anne: string, bo: string) => ({ members: [member(bo), member(anne)] })],
    ['end-before-start', 'on', (anne: string) => ({ members: [member(anne)], on: '2025-12-31' })],
    ['day-not-come', 'on', (anne: string) => ({ members: [member(anne)], on: '2027-01-01' })],
    [
      'mistake-and-more',
      'members',
      (anne: string) => ({ members: [member(anne), member('siv', 'barn')], wasWrong: true }),
    ],
  ])('refuses a change as %s, by the field %s', async (code, path, bodyOf) => {
    const [anne, bo] = [await register({ name: 'Anne Li' }), await register({ name: 'Bo Li' })];
    const id = await householdOf(member(anne), member(bo));

    const { body } = await change('kari', id, bodyOf(anne, bo)).expect(422);

    expect(body).toMatchObject({ code, errors: [{ path, code }] });
    expect((await world.as('kari').get(`households/${id}`).expect(200)).body.revision).toBe(1);
  });

  it('needs a reason, two people when it is registered, and somebody else than a member to change it', async () => {
    const anne = await register({ name: 'Anne Ås' });
    const members = [member(anne), member('siv')];

    for (const reasonless of [{}, { reason: ' ' }]) {
      const { body } = await world
        .as('kari')
        .post('households', { members, ...reasonless })
        .expect(400);
      expect(body.errors).toEqual([expect.objectContaining({ path: 'reason' })]);
    }
    const alone = await world
      .as('kari')
      .post('households', { members: [member(anne)], reason })
      .expect(422);
    expect(alone.body.code).toBe('household-of-one');
    await register({ id: 'liv', name: 'Liv Aune' });
    const id = await householdOf(member(anne), member('liv'));
    expect((await change('liv', id, { members: [member(anne)] }).expect(422)).body.code).toBe('own-household');
  });
});
