import { casesWithoutAttentionSchema } from '../../src/contract/attention.contract.js';
import { noticeListSchema } from '../../src/contract/notice.contract.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld, type ApiWorld } from '../support/api-world.js';

const tenant = idOf<'Tenant'>('trondheim');
const ada = { id: idOf<'Actor'>('ada'), groups: ['admin'] };
const kari = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };

/** A follow-up that Kari's unit must look at at least every 7 days, and one that nobody counts. */
const followUp = (key: string, attention: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1"
  id="dokument-${key}" targetNamespace="https://boligflyt.no">
  <process id="${key}" name="Oppfølging" isExecutable="true" boligflyt:family="applicant" boligflyt:readers="hvk"
    boligflyt:subject="soker" ${attention}>
    <startEvent id="start" name="Startet" />
    <userTask id="folg-opp" name="Følg opp" boligflyt:candidateGroups="hvk" />
    <endEvent id="slutt" name="Ferdig" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="folg-opp" />
    <sequenceFlow id="f2" sourceRef="folg-opp" targetRef="slutt" />
  </process>
</definitions>`;

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld();
  const deployed = await world.ports.deployment.deploy(tenant, ada, [
    { name: 'oppfolging.bpmn', content: followUp('oppfolging', 'boligflyt:attention="P7D"') },
    { name: 'uten.bpmn', content: followUp('uten', '') },
  ]);
  if (!deployed.ok) throw new Error(JSON.stringify(deployed.diagnostics));
}, 120_000);
afterEach(() => world.stop());

/** Kari starts a follow-up of Siv on Monday 23 November 2026 at 09:00. */
async function begin(key = 'oppfolging') {
  const id = idOf<'ProcessInstance'>(`sak-${key}`);
  const command = {
    type: 'StartProcessInstance',
    processInstanceId: id,
    variables: { soker: 'siv' },
    actor: kari,
  } as const;
  const outcome = await world.ports.commands.handle({ tenant, processInstanceId: id, definition: { key }, command });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.rejection));
  return id;
}

const advanceTo = (to: string) => world.ports.demo?.travel.advance(tenant, { to });

/** Who was told that nobody looks, and on which day. */
async function told(id: string): Promise<readonly string[]> {
  const { body } = await world.as('kari').get(`process-instances/${id}/notices`).expect(200);
  const { items } = noticeListSchema.parse(body);
  return items
    .filter(({ kind }) => kind === 'attention')
    .map(({ at, to }) => `${at.slice(0, 10)} ${to}`)
    .toSorted();
}

const left = async (reader: string) => {
  const { body } = await world.as(reader).get('cases-without-attention').expect(200);
  expect(casesWithoutAttentionSchema.parse(body)).toEqual(body);
  return casesWithoutAttentionSchema.parse(body);
};
const overdue = async () => (await left('liv')).items;

describe('a case that somebody must look at every 7 days', () => {
  it('is told of to the caseworker on day 7, the leader on day 14, her leader on day 21, the staff on days 28 and 35', async () => {
    const id = await begin();

    await advanceTo('2026-11-30T07:59:00.000Z');
    expect(await told(id)).toEqual([]);
    await advanceTo('2026-12-28T09:00:00.000Z');

    expect(await told(id)).toEqual([
      '2026-11-30 kari',
      '2026-12-07 liv',
      '2026-12-14 liv',
      '2026-12-21 knut',
      '2026-12-28 knut',
    ]);
    expect(await overdue()).toEqual([
      {
        ...{
          processInstanceId: id,
          process: 'oppfolging',
          processName: 'Oppfølging',
          title: expect.any(String),
          every: 'P7D',
          level: 5,
        },
        since: '2026-11-23T08:00:00.000Z',
        nextAt: '2027-01-04T08:00:00.000Z',
      },
    ]);
  });

  it('begins anew when somebody says that they have looked, with a note that staff read in its history and Siv does not', async () => {
    const id = await begin();
    await advanceTo('2026-12-01T08:00:00.000Z');
    expect(await overdue()).toMatchObject([{ level: 1 }]);

    await world.as('kari').post(`process-instances/${id}/attention`, { note: 'Ringte Siv' }).expect(200);

    expect(await overdue()).toEqual([]);
    const textsFor = async (person: string): Promise<readonly string[]> => {
      const { body } = await world.as(person).get(`process-instances/${id}/journal`).expect(200);
      return body.items.flatMap(({ type, text }: { type: string; text: string }) =>
        type === 'CaseLookedAt' ? [text] : [],
      );
    };
    expect(await textsFor('liv')).toEqual(['Kari Nordli har sett på saken. «Ringte Siv»']);
    expect(await textsFor('siv')).toEqual(['Kari Nordli har sett på saken.']);
    await advanceTo('2026-12-08T08:00:00.000Z');
    expect(await told(id)).toEqual(['2026-11-30 kari', '2026-12-08 kari']);
  });

  it('begins anew when somebody works with it, and is let go of when it ends', async () => {
    const id = await begin();
    await advanceTo('2026-11-27T08:00:00.000Z');
    const { body } = await world.as('kari').get('user-tasks?filter=unit');
    const task = body.items.find(({ name }: { name: string }) => name === 'Følg opp');

    await world.as('kari').post(`user-tasks/${task.id}/claim`).expect(200);
    await advanceTo('2026-12-04T08:00:00.000Z');
    expect(await told(id)).toEqual(['2026-12-04 kari']);
    await world.as('kari').post(`user-tasks/${task.id}/complete`, { variables: {} }).set('if-match', '"2"').expect(200);
    await advanceTo('2026-12-31T08:00:00.000Z');

    expect(await told(id)).toEqual(['2026-12-04 kari']);
    expect(await overdue()).toEqual([]);
  });

  it('is looked at by staff only, once for one key', async () => {
    const id = await begin();
    const note = { note: 'Jeg har sett på saken' };

    await world.as('siv').post(`process-instances/${id}/attention`, note).expect(403);
    await world.as('per').post(`process-instances/${id}/attention`, note).expect(404);
    await world.as('kari').post(`process-instances/${id}/attention`, { note: ' ' }).expect(400);
    const look = () => world.as('kari').post(`process-instances/${id}/attention`, note).set('idempotency-key', 'sett');
    const { body: first } = await look().expect(200);
    const { body: again } = await look().expect(200);

    expect(again).toEqual(first);
  });

  it('stands on the list of those who have to do with it; other leaders hear how many there are, other staff nothing', async () => {
    const id = await begin();

    await advanceTo('2026-11-30T08:00:00.000Z');

    for (const reader of ['kari', 'liv'])
      expect(await left(reader)).toMatchObject({ items: [{ processInstanceId: id, level: 1 }], elsewhere: 0 });
    for (const leader of ['bente', 'knut']) expect(await left(leader)).toEqual({ items: [], elsewhere: 1 });
    for (const other of ['bjorn', 'per']) expect(await left(other)).toEqual({ items: [], elsewhere: 0 });
    for (const outsider of ['siv', 'berit', 'ada']) await world.as(outsider).get('cases-without-attention').expect(403);
  });
});

it('a case of a process that does not say so is never told of', async () => {
  const id = await begin('uten');

  await advanceTo('2027-01-23T08:00:00.000Z');

  expect(await told(id)).toEqual([]);
  expect(await overdue()).toEqual([]);
});
