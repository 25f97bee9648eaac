import pg from 'pg';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
let caseId: string;
beforeAll(async () => {
  world = await createApiWorld();
  caseId = (await world.as('siv').post('process-instances', { process: 'boligtildeling' })).body.processInstanceId;
  await world.settle();
});
afterAll(() => world.stop());

const reads = async (person: string) => (await world.as(person).get('me/reads').expect(200)).body.items;
const sql = async (text: string): Promise<number | null> => {
  const owner = new pg.Client(world.databaseUrl);
  await owner.connect();
  try {
    return (await owner.query(text)).rowCount;
  } finally {
    await owner.end();
  }
};

describe('scenario 48: a person asks who has read her case', () => {
  it('is empty when nobody has, and her own looks are no reads', async () => {
    await world.as('siv').get(`process-instances/${caseId}`).expect(200);

    expect(await reads('siv')).toEqual([]);
  });

  it('tells in plain words who saw what, when and why: three looks on one day are one line', async () => {
    await world.as('kari').get(`process-instances/${caseId}`).expect(200);
    await world.as('kari').get(`process-instances/${caseId}/journal`).expect(200);
    await world.as('kari').get(`process-instances/${caseId}`).expect(200);

    expect(await reads('siv')).toEqual([
      {
        on: '2026-11-23',
        who: 'Kari Nordli',
        unit: 'Helse- og velferdskontoret',
        processInstanceId: caseId,
        times: 3,
        text: 'Kari Nordli (Helse- og velferdskontoret) så saken din og historikken i saken din mandag 23. november 2026.',
        why: 'Helse- og velferdskontoret hadde en oppgave i saken din.',
      },
    ]);
  });

  it('tells nobody else, and nothing of those who were refused', async () => {
    await world.as('per').get(`process-instances/${caseId}`).expect(404);
    await world.as('ada').get(`process-instances/${caseId}`).expect(404);

    expect(await reads('siv')).toHaveLength(1);
    expect(await reads('odd')).toEqual([]);
    expect(await reads('siv@orkland')).toEqual([]);
  });

  it('tells of a task that was opened, and of who looked her up', async () => {
    const { body } = await world.as('kari').get('user-tasks?filter=unit').expect(200);
    await world.as('kari').get(`user-tasks/${body.items[0].id}`).expect(200);
    await world.as('kari').post('persons', { id: 'siv', name: 'Siv Dahl' }).expect(201);
    await world.as('liv').get('persons/siv').expect(200);

    const texts = (await reads('siv')).map(({ text }: { text: string }) => text);
    expect(texts.toSorted()).toEqual([
      expect.stringContaining('og en oppgave i saken din'),
      'Liv Aune (Helse- og velferdskontoret) så det vi har registrert om deg mandag 23. november 2026.',
    ]);
  });

  it('tells of who read the decisions in her case, and what was mapped of her needs word by word', async () => {
    await world.as('liv').get(`process-instances/${caseId}/decisions`).expect(200);
    await world.as('liv').get(`process-instances/${caseId}/records`).expect(200);
    await world.as('siv').get(`process-instances/${caseId}/records`).expect(200);

    const texts = (await reads('siv')).map(({ text }: { text: string }) => text);
    expect(texts).toContain(
      'Liv Aune (Helse- og velferdskontoret) så vedtakene i saken din og kartleggingen og bestillingen i saken din mandag 23. november 2026.',
    );
  });

  it('writes a list that is read again within the hour once, and once more when the glass is broken meanwhile', async () => {
    const lists = (relation: 'unit' | 'emergency') =>
      world.ports.readLog.showCases(idOf('trondheim'), [idOf(caseId)], () => ({
        read: { ...of, actor: idOf('bjorn'), relation },
      }));
    const of = { person: idOf<'Actor'>('siv'), role: 'bst', shown: 'waiting-list', keepFor: 'P5Y' } as const;
    const written = () => sql(`select from read_log where actor = 'bjorn'`);

    await lists('unit');
    await lists('unit');
    expect(await written()).toBe(1);
    await lists('emergency');
    expect(await written()).toBe(2);
  });

  it('shows the ombudsman who read whose data, when and why, newest first, and writes down that she saw it', async () => {
    const asked = 'reads?from=2026-11-23&to=2026-11-23';
    const { body: page } = await world.as('pia').get(`${asked}&limit=2`).expect(200);
    const { body: rest } = await world.as('pia').get(`${asked}&after=${page.next}`).expect(200);
    const { body: kari } = await world.as('pia').get(`${asked}&reader=nordli&person=SIV`).expect(200);
    const { body: broken } = await world.as('pia').get(`${asked}&emergency=true`).expect(200);
    const { body: before } = await world.as('pia').get('reads?from=2026-11-01&to=2026-11-22').expect(200);

    expect([page.items.length, before]).toEqual([2, { items: [], next: null }]);
    const ids = [...page.items, ...rest.items].map(({ id }: { id: string }) => id);
    expect([new Set(ids).size, rest.next]).toEqual([ids.length, null]);
    expect(kari.items).toContainEqual({
      id: expect.any(String),
      at: expect.any(String),
      person: { id: 'siv', name: 'Siv Dahl' },
      reader: { id: 'kari', name: 'Kari Nordli' },
      unit: 'Helse- og velferdskontoret',
      what: 'saken',
      why: 'Helse- og velferdskontoret hadde en oppgave i saken.',
      isEmergency: false,
    });
    expect(broken.items).toMatchObject([
      {
        reader: { name: 'Bjørn Moe' },
        why: 'Boligsosialt team brukte nødtilgang, og ga en grunn for det.',
        isEmergency: true,
      },
    ]);
    expect(await sql(`select from read_log where actor = 'pia'`)).toBe(1);
    const own = (await reads('siv')).find(({ who }: { who: string }) => who === 'Pia Voll');
    expect(own.text).toMatch(/^Pia Voll \(Personvernombudet\) så hvem som har lest om deg/);
    expect(own.why).toBe('Personvernombudet ser etter at bare de som trenger det, leser om deg.');
  });

  it('names nobody who has a protected address, and finds them by no name', async () => {
    await sql(`update registered_person set protection = 'fortrolig' where id = 'siv'`);
    const of = async (person: string) =>
      (await world.as('pia').get(`reads?from=2026-11-23&to=2026-11-23&person=${person}`).expect(200)).body.items;

    expect(await of('Dahl')).toEqual([]);
    expect((await of('siv')).map(({ person }: { person: unknown }) => person)).toContain(null);

    await sql(`update registered_person set protection = 'none' where id = 'siv'`);
  });

  it('shows everybody else no reads but their own: 403', async () => {
    for (const person of ['siv', 'kari', 'liv', 'ada'])
      await world.as(person).get('reads?from=2026-11-23&to=2026-11-23').expect(403);
  });

  it('shows nothing where nothing can be written down: no log, no data', async () => {
    await sql('revoke insert on read_log from boligflyt_app');

    await world.as('kari').get(`process-instances/${caseId}`).expect(500);
    await world.as('siv').get(`process-instances/${caseId}`).expect(200);

    await sql('grant insert on read_log to boligflyt_app');
    await world.as('kari').get(`process-instances/${caseId}`).expect(200);
  });

  it('keeps every line for five years, and then lets go of it', async () => {
    const before = await sql(`select from read_log where forget_on = '2031-11-23'`);
    await sql(`update read_log set forget_on = '2026-11-23' where shown = 'person'`);

    await world.as('kari').get(`process-instances/${caseId}`).expect(200);

    expect(before).toBe(await sql('select from read_log'));
    expect(await sql(`select from read_log where shown = 'person'`)).toBe(0);
  });
});
