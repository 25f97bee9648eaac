import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { documentXml, flows, userTask } from '../support/bpmn-xml.js';
import { createProcessInstanceId } from '../../src/runtime/process-instance-id.js';
import { idOf } from '../../src/shared/id.js';

const model = documentXml(`<process id="to-ser-pa" name="To ser på" isExecutable="true" boligflyt:attention="P7D">
  <startEvent id="start"/><exclusiveGateway id="begynn"/>
  ${userTask('foresla')}${userTask('godkjenn', '', 'boligflyt:otherThan="foresla" boligflyt:form="godkjenning"')}
  <exclusiveGateway id="godkjent" default="godkjent-slutt"/><endEvent id="slutt"/>
  ${flows('start > begynn > foresla > godkjenn > godkjent > slutt')}
  <sequenceFlow id="tilbake" sourceRef="godkjent" targetRef="begynn"><conditionExpression>=ja = false</conditionExpression></sequenceFlow>
</process>`);
const signature =
  documentXml(`<process id="en-skriver-under" name="En skriver under" isExecutable="true" boligflyt:attention="P7D">
  <startEvent id="start"/>${userTask('fatt', '', 'boligflyt:register="tjenestevedtak"')}
  ${userTask('skriv-under', '', 'boligflyt:form="underskrift" boligflyt:register="vedtak-godkjent"')}<endEvent id="slutt"/>
  ${flows('start > fatt > skriv-under > slutt')}
</process>`);
const form = JSON.stringify({
  $id: 'godkjenning',
  type: 'object',
  properties: { ja: { type: 'boolean', title: 'Ja' } },
});
const files = [
  { name: 'to-ser-pa.bpmn', content: model },
  { name: 'godkjenning.form.json', content: form },
  { name: 'en-skriver-under.bpmn', content: signature },
  { name: 'underskrift.form.json', content: form.replace('godkjenning', 'underskrift').replace('"ja"', '"godkjent"') },
];
const trondheim = idOf<'Tenant'>('trondheim');
const id = createProcessInstanceId('2026-11-23T08:00:00.000Z');
const decided = createProcessInstanceId('2026-11-23T08:00:00.001Z');

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await world.as('ada').post('definitions', { files }).expect(201);
  const actor = { id: idOf<'Actor'>('liv'), groups: [] };
  for (const [processInstanceId, key] of [
    [id, 'to-ser-pa'],
    [decided, 'en-skriver-under'],
  ] as const)
    await world.ports.commands.handle({
      ...{ tenant: trondheim, processInstanceId, definition: { key } },
      command: { type: 'StartProcessInstance', processInstanceId, variables: {}, actor },
    });
  await world.settle();
}, 120_000);
afterAll(() => world.stop());

const open = async (of = id): Promise<string> => {
  const rows = await world.ports.userTasks.ofCases(trondheim, [of]);
  return rows.find(({ endedAt }) => endedAt === undefined)?.id ?? '';
};
const tries = async (person: string, variables: object, of = id) => {
  const task = await open(of);
  await world.as(person).post(`user-tasks/${task}/claim`, {}).expect(200);
  const { headers } = await world.as(person).get(`user-tasks/${task}`).expect(200);
  const asked = world.as(person).post(`user-tasks/${task}/complete`, { variables });
  const { status, body } = await asked.set('if-match', headers['etag'] ?? '');
  await world.settle();
  return { status, body };
};
const does = async (person: string, variables = {}): Promise<number> => (await tries(person, variables)).status;

it('whoever proposed may neither take nor do the approval; a colleague may, and after a no the roles may change', async () => {
  expect(await does('kari')).toBe(200);

  const approval = await open();
  const seen = await world.as('kari').get(`user-tasks/${approval}`).expect(200);
  expect(seen.body.actions.claim).toMatchObject({ allowed: false, reason: expect.stringContaining('To personer') });
  const { body } = await world.as('kari').post(`user-tasks/${approval}/claim`, {}).expect(422);
  expect(body.code).toBe('four-eyes');
  expect(await does('liv', { ja: false })).toBe(200);

  expect(await does('liv')).toBe(200);
  const again = await open();
  expect((await world.as('liv').post(`user-tasks/${again}/claim`, {}).expect(422)).body.code).toBe('four-eyes');
  expect(await does('kari', { ja: true })).toBe(200);
  expect((await world.ports.cases.find(trondheim, id))?.state).toBe('completed');
});

it('whoever decided is refused approving it although the diagram lets everybody; then a colleague approves', async () => {
  expect((await tries('kari', {}, decided)).status).toBe(200);

  const { status, body } = await tries('kari', { godkjent: true }, decided);
  expect([status, body.code]).toEqual([422, 'four-eyes']);
  expect((await world.ports.caseDecisions.ofCase(trondheim, decided))[0]?.approvedBy).toBeUndefined();

  await world
    .as('kari')
    .post(`user-tasks/${await open(decided)}/unclaim`, {})
    .expect(200);
  expect((await tries('liv', { godkjent: true }, decided)).status).toBe(200);
  expect((await world.ports.caseDecisions.ofCase(trondheim, decided))[0]?.approvedBy).toBe('liv');
});
