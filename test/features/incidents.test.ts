import { incidentListSchema } from '../../src/contract/incident.contract.js';
import type { IncidentList } from '../../src/contract/incident.contract.js';
import { noticeListSchema } from '../../src/contract/notice.contract.js';
import { processInstanceDetailSchema } from '../../src/contract/process-instance.contract.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld, type ApiWorld } from '../support/api-world.js';

const tenant = idOf<'Tenant'>('trondheim');
const ada = { id: idOf<'Actor'>('ada'), groups: ['admin'] };
const kari = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };

/** Goes on with the one of two ways that fits, and stops where none does. */
const crossroads = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="dokument" targetNamespace="https://boligflyt.no">
  <process id="veivalg" name="Veivalg" isExecutable="true" boligflyt:family="applicant" boligflyt:readers="hvk"
    boligflyt:subject="soker" boligflyt:title="=&quot;Veivalg for &quot; + navn">
    <startEvent id="start" name="Startet" />
    <exclusiveGateway id="hvilken-vei" name="Hvilken vei?" />
    <endEvent id="hit" name="Hit" /><endEvent id="dit" name="Dit" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="hvilken-vei" />
    <sequenceFlow id="f2" name="hit" sourceRef="hvilken-vei" targetRef="hit">
      <conditionExpression xsi:type="tFormalExpression">=vei = "hit"</conditionExpression></sequenceFlow>
    <sequenceFlow id="f3" name="dit" sourceRef="hvilken-vei" targetRef="dit">
      <conditionExpression xsi:type="tFormalExpression">=vei = "dit"</conditionExpression></sequenceFlow>
  </process>
</definitions>`;

let world: ApiWorld;
beforeEach(async () => {
  world = await createApiWorld();
  const deployed = await world.ports.deployment.deploy(tenant, ada, [{ name: 'veivalg.bpmn', content: crossroads }]);
  if (!deployed.ok) throw new Error(JSON.stringify(deployed.diagnostics));
}, 120_000);
afterEach(() => world.stop());

/** Kari starts a case about Siv on Monday 23 November 2026 at 09:00, which stops at once. */
async function begin(name = 'sak') {
  const id = idOf<'ProcessInstance'>(name);
  const variables = { soker: 'siv', navn: 'Siv Dahl', vei: 'opp' };
  const command = { type: 'StartProcessInstance', processInstanceId: id, variables, actor: kari } as const;
  const outcome = await world.ports.commands.handle({
    ...{ tenant, processInstanceId: id, command },
    definition: { key: 'veivalg' },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.rejection));
  await world.settle();
  return id;
}

async function list(query = ''): Promise<IncidentList> {
  const { body } = await world.as('ada').get(`incidents${query}`).expect(200);
  expect(incidentListSchema.parse(body)).toEqual(body);
  return incidentListSchema.parse(body);
}

const advanceTo = (to: string) => world.ports.demo?.travel.advance(tenant, { to });

async function told(id: string): Promise<readonly string[]> {
  const { body } = await world.as('kari').get(`process-instances/${id}/notices`).expect(200);
  const { items } = noticeListSchema.parse(body);
  return items
    .filter(({ kind }) => kind === 'incident')
    .map(({ at, to }) => `${at.slice(0, 10)} ${to}`)
    .toSorted();
}

describe('a case that has stopped', () => {
  it('is told of at once to the operator who owns it, again after 1 day, to the staff after 2 days, and no more when it goes on', async () => {
    const id = await begin();

    await advanceTo('2026-11-25T09:00:00.000Z');
    expect(await told(id)).toEqual(['2026-11-23 ada', '2026-11-24 ada', '2026-11-25 knut']);
    const [incident] = (await list()).items;
    expect(incident).toMatchObject({ told: 3, nextAt: '2026-11-26T08:00:00.000Z', owner: 'admin', assignee: null });
    await world
      .as('ada')
      .post(`incidents/${incident?.id}/resolve`, { variables: { vei: 'hit' } })
      .expect(200);
    await advanceTo('2026-11-30T09:00:00.000Z');

    expect(await told(id)).toHaveLength(3);
    expect(await list()).toEqual({ items: [], next: null });
  });

  it('is listed with where and why it stands, and nothing of whom it is about', async () => {
    const id = await begin();

    const { items } = await list();

    expect(items).toMatchObject([
      {
        ...{ processInstanceId: id, process: 'veivalg', processName: 'Veivalg', node: 'hvilken-vei', code: 'NO_FLOW' },
        ...{ melding: 'Ingen av veiene videre passer med opplysningene i saken.', attempts: null },
        raisedAt: '2026-11-23T08:00:00.000Z',
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/siv|dahl/i);
  });

  it('is taken by an operator, whom its readers see on the case, and can be let go of; never given to a caseworker', async () => {
    const id = await begin();
    const [incident] = (await list()).items;
    const give = (assignee: string | null) => world.as('ada').post(`incidents/${incident?.id}/assign`, { assignee });

    const { body } = await give('ada').expect(200);
    expect(body.assignee).toEqual({ id: 'ada', name: 'Ada Strand' });
    const seen = await world.as('kari').get(`process-instances/${id}`).expect(200);
    expect(processInstanceDetailSchema.parse(seen.body).incidents).toMatchObject([
      { owner: 'admin', assignee: { name: 'Ada Strand' } },
    ]);
    await give('kari').expect(400);
    await world.as('kari').post(`incidents/${incident?.id}/assign`, { assignee: 'kari' }).expect(403);
    expect((await give(null).expect(200)).body.assignee).toBeNull();
    await world
      .as('ada')
      .post(`incidents/${incident?.id}/resolve`, { variables: { vei: 'dit' } })
      .expect(200);
    await give('ada').expect(409);
  });

  it('is one of five on a list that is read two at a time, each once, the oldest first', async () => {
    const ids = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) ids.push(await begin(`sak-${name}`));

    const read: string[] = [];
    const sizes: number[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: IncidentList = await list(`?limit=2${after === '' ? '' : `&after=${after}`}`);
      read.push(...page.items.map(({ processInstanceId }) => processInstanceId));
      sizes.push(page.items.length);
      after = page.next;
    }

    expect(sizes).toEqual([2, 2, 1]);
    expect(read.toSorted()).toEqual(ids);
  });
});
