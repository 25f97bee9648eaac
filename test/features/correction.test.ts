import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { createCaseworker } from '../support/caseworker.js';

const wrong = { rettingDel: 'kontakt', rettingFeil: 'Nummeret er gammelt.', rettingRiktig: '99 00 00 01' };
const task = 'Vurder om opplysningen skal rettes';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl', phone: '99 00 00 00' }).expect(201);
});
afterAll(() => world.stop());

const says = async (who: string, variables: object = wrong): Promise<string> => {
  const { body } = await world.as(who).post('process-instances', { process: 'retting', variables }).expect(201);
  await world.settle();
  return body.processInstanceId;
};
const recordOf = async (who: string) => (await world.as(who).get(`persons/${who}/record`).expect(200)).body;

describe('a claim that something registered is wrong (GDPR article 16)', () => {
  it('is a task for the unit that keeps the register, to be answered within one month: by 23 December', async () => {
    const id = await says('siv');

    const { body } = await world.as('kari').get('user-tasks?filter=unit').expect(200);
    const open = body.items.find((one: { readonly case: { readonly id: string } }) => one.case.id === id);
    expect(open).toMatchObject({ name: task, deadline: { rule: 'D61', dueOn: '2026-12-23' } });
    const shown = await world.as('kari').get(`user-tasks/${open.id}`).expect(200);
    expect(shown.body.values).toMatchObject(wrong);
    expect((await recordOf('siv')).cases).toMatchObject([
      { id, title: 'Retting av opplysninger – Siv Dahl', state: 'active', isJourney: false },
    ]);
  });

  it('is put right where it stands, and she is told: her record has the new number', async () => {
    const kari = createCaseworker(world, 'kari');
    const id = await says('siv');
    const { headers } = await world.as('kari').get('persons/siv').expect(200);
    const corrected = { name: 'Siv Dahl', phone: wrong.rettingRiktig };
    const asked = world.as('kari').post('persons/siv/change', corrected);
    await asked.set('if-match', headers['etag'] ?? '').expect(200);

    const unsaid = await kari.tries(id, task, { rettingSvar: 'rettet', rettingForklaring: 'Vi har det nye.' });
    expect([unsaid.status, unsaid.body.errors]).toEqual([
      400,
      [expect.objectContaining({ path: expect.stringContaining('rettingMottakere') })],
    ]);
    const answer = { rettingSvar: 'rettet', rettingForklaring: 'Vi har det nye.', rettingMottakere: 'ingen' };
    await kari.does(id, task, answer);

    const record = await recordOf('siv');
    expect(record.identity.phone).toBe('99 00 00 01');
    expect(record.cases.find((one: { readonly id: string }) => one.id === id)).toMatchObject({ state: 'completed' });
    expect(record.letters.map(({ title }: { readonly title: string }) => title)).toContain(
      'Vi har rettet det du sa fra om',
    );
  });

  it('may stand as before, and then the letter says why and names Datatilsynet', async () => {
    const kari = createCaseworker(world, 'kari');
    const id = await says('siv', { ...wrong, rettingDel: 'bolig' });

    await kari.does(id, task, { rettingSvar: 'star', rettingForklaring: 'Avtalen sier 8000 kroner.' });

    const letters = await world.ports.cases.letters(idOf('trondheim'), idOf(id));
    expect(letters.map(({ title, text }) => [title, text.includes('8000'), text.includes('Datatilsynet')])).toEqual([
      ['Svar på det du sa fra om', true, true],
    ]);
  });

  it('is about whoever says it, whomever they name', async () => {
    const id = await says('odd', { ...wrong, soker: 'siv', sokerNavn: 'Siv Dahl' });

    expect((await recordOf('odd')).cases.map((one: { readonly id: string }) => one.id)).toContain(id);
    expect((await recordOf('siv')).cases.map((one: { readonly id: string }) => one.id)).not.toContain(id);
    for (const who of ['siv', 'tor', 'berit']) await world.as(who).get(`process-instances/${id}`).expect(404);
  });

  it('is written down by a caseworker who is rung, with the day on which it came', async () => {
    const id = await says('kari', { ...wrong, soker: 'siv', sokerNavn: 'Siv Dahl', mottattOn: '2026-11-20' });

    expect((await recordOf('siv')).cases.map((one: { readonly id: string }) => one.id)).toContain(id);
    await world.as('tor').post('process-instances', { process: 'retting', variables: wrong }).expect(403);
    const variables = { ...wrong, rettingSvar: 'rettet' };
    await world.as('siv').post('process-instances', { process: 'retting', variables }).expect(400);
  });

  it('of somebody with a protected address is there for those of the group only', async () => {
    const hidden = { id: 'tove', name: 'Tove Sand', protection: 'strengt-fortrolig' };
    await world.as('kari+adressesperre').post('persons', hidden).expect(201);

    const id = await says('tove');

    await world.as('kari').get(`process-instances/${id}`).expect(404);
    expect(await createCaseworker(world, 'kari').openTasks(id)).toEqual([]);
    expect(await createCaseworker(world, 'kari+adressesperre').openTasks(id)).toEqual([task]);
  });
});
