import type { TimerView } from '../../src/contract/timer.contract.js';
import { createProcessInstanceId } from '../../src/runtime/process-instance-id.js';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld, monday, type ApiWorld } from '../support/api-world.js';

const model = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="d" targetNamespace="https://boligflyt.no/workflows">
  <bpmn:process id="befaring" name="Befaring" isExecutable="true" boligflyt:family="applicant" boligflyt:readers="hvk" boligflyt:subject="soker">
    <bpmn:startEvent id="start" />
    <bpmn:intermediateCatchEvent id="vent" name="Vent på befaring">
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:userTask id="skriv" name="Skriv rapport" boligflyt:candidateGroups="hvk" boligflyt:dueDate="=&quot;2026-12-20T08:00:00Z&quot;" />
    <bpmn:endEvent id="slutt" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="vent" /><bpmn:sequenceFlow id="f2" sourceRef="vent" targetRef="skriv" /><bpmn:sequenceFlow id="f3" sourceRef="skriv" targetRef="slutt" />
  </bpmn:process>
</bpmn:definitions>`;
const trondheim = idOf<'Tenant'>('trondheim');
const caseId = createProcessInstanceId(monday);
let world: ApiWorld;

beforeAll(async () => {
  world = await createApiWorld();
  await world
    .as('ada')
    .post('definitions', { files: [{ name: 'befaring.bpmn', content: model }] })
    .expect(201);
  const outcome = await world.ports.commands.handle({
    tenant: trondheim,
    processInstanceId: caseId,
    definition: { key: 'befaring' },
    command: {
      type: 'StartProcessInstance',
      processInstanceId: caseId,
      variables: { soker: 'siv' },
      actor: { id: idOf('kari'), groups: ['hvk'] },
    },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}, 240_000);
afterAll(() => world.stop());

const list = async () => world.as('ada').get(`process-instances/${caseId}/timers`).expect(200);
async function alarm(): Promise<TimerView> {
  const [first] = (await list()).body.items;
  return first;
}
async function change(person: string, dueAt: string, reason = 'Befaringen er flyttet.') {
  const { body, headers } = await list();
  const address = `process-instances/${caseId}/timers/${body.items[0].id}/change`;
  return world
    .as(person)
    .post(address, { dueAt, reason })
    .set('if-match', headers['etag'] ?? '');
}

describe('the alarm of a case from Monday 23 November 2026 that waits three days for an inspection', () => {
  it('is listed with when it rings and why, for operators only', async () => {
    expect(await alarm()).toMatchObject({
      node: 'vent',
      name: 'Vent på befaring',
      purpose: 'event',
      why: ['Diagrammet sier: etter 3 dager.'],
      changed: null,
      changeable: true,
    });
    await world.as('kari').get(`process-instances/${caseId}/timers`).expect(403);
    await world.as('ada').get('process-instances/finnes-ikke/timers').expect(404);
  });

  it('is moved by an operator who has seen the case and says why; by nobody else, and not into the past', async () => {
    const { id } = await alarm();
    const wish = { dueAt: '2026-12-01T12:00:00+01:00', reason: 'Befaringen er flyttet.' };

    expect((await change('kari', wish.dueAt)).status).toBe(403);
    expect((await change('ada', wish.dueAt, ' ')).status).toBe(400);
    expect((await change('ada', '2026-11-01T12:00:00Z')).body.code).toBe('timer-time-impossible');
    await world.as('ada').post(`process-instances/${caseId}/timers/${id}/change`, wish).expect(428);
    await world
      .as('ada')
      .post(`process-instances/${caseId}/timers/${id}/change`, wish)
      .set('if-match', '"1"')
      .expect(412);
    expect((await change('ada', wish.dueAt)).status).toBe(200);
  });

  it('rings then: the list says who moved it and why, and so does the timeline', async () => {
    const { why, dueAt, changed } = await alarm();

    expect({ dueAt, by: changed?.by.id, reason: changed?.reason }).toEqual({
      dueAt: '2026-12-01T11:00:00.000Z',
      by: 'ada',
      reason: 'Befaringen er flyttet.',
    });
    expect(why[1]).toMatch(
      /flyttet tidspunktet\. Det var torsdag 26\. november 2026 klokka \d\d:\d\d: Befaringen er flyttet\.$/,
    );
    const { body } = await world.as('kari').get(`process-instances/${caseId}/journal`).expect(200);
    expect(body.items.map(({ text }: { text: string }) => text).join('\n')).toMatch(
      /flyttet tidspunktet for «Vent på befaring» fra torsdag 26\. november 2026 .* til tirsdag 1\. desember 2026 klokka 12:00: Befaringen er flyttet\.\n?/,
    );
  });

  it('lets the case wait past 26 November, and go on on 1 December; the reminder of a task is not moved like that', async () => {
    const travel = world.ports.demo?.travel;
    await travel?.advance(trondheim, { to: '2026-11-30T12:00:00.000Z' });
    expect((await alarm()).node).toBe('vent');
    await travel?.advance(trondheim, { to: '2026-12-01T12:00:00.000Z' });

    expect(await alarm()).toMatchObject({
      node: 'skriv',
      purpose: 'reminder',
      changeable: false,
      why: ['Alarmen følger datoen for oppgaven.'],
    });
    expect((await change('ada', '2026-12-24T12:00:00Z')).body.code).toBe('timer-by-deadline');
  });
});
