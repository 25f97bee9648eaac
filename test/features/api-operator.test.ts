import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

/** A project that only gets on when somebody has said that it is ready. */
const model = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="m" targetNamespace="https://boligflyt.no/workflows">
  <bpmn:process id="boligutvikling" name="Boligutvikling" isExecutable="true" boligflyt:family="project" boligflyt:readers="prosjektleder kd">
    <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="er-det-klart" />
    <bpmn:exclusiveGateway id="er-det-klart" name="Er det klart?"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing><bpmn:outgoing>c</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="b" name="ja" sourceRef="er-det-klart" targetRef="ferdig"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=mangler = "ingenting"</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="c" name="nei" sourceRef="er-det-klart" targetRef="stanset"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=mangler = "alt"</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:endEvent id="ferdig" name="Ferdig"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
    <bpmn:endEvent id="stanset" name="Stanset"><bpmn:incoming>c</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.stop());

describe('an administrator', () => {
  it('deploys a changed process: it gets version 2, and the same file again changes nothing', async () => {
    const files = [{ name: 'boligutvikling.bpmn', content: model }];

    const first = await world.as('ada').post('definitions', { files });
    const before = await world.as('ada').get('definitions/boligutvikling').expect(200);
    const again = await world.as('ada').post('definitions', { files }).expect(201);

    expect({ status: first.status, errors: first.body.errors }).toEqual({ status: 201 });
    expect(first.body.processes).toEqual([{ key: 'boligutvikling', version: 2 }]);
    expect(again.body.processes).toEqual(first.body.processes);
    expect(before.body).toMatchObject({ version: 2, latest: true, deployedBy: 'ada' });
    expect(before.body.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    await world.as('ada').get('definitions/boligutvikling').expect(200, before.body);
    const { text } = await world.as('ada').get('definitions/boligutvikling/versions/2/xml').expect(200);
    expect(text).toBe(model);
  });

  it('sees where a case is stuck and why, but not whom it is about, and mends it with the missing value', async () => {
    const start = { process: 'boligutvikling', variables: { prosjekt: 'Ladeveien', mangler: 'litt' } };
    const { body } = await world.as('per').post('process-instances', start).expect(201);
    await world.settle();

    const stuck = await world.as('ada').get('incidents').expect(200);
    expect(stuck.body.items).toHaveLength(1);
    expect(stuck.body.items[0]).toMatchObject({ code: 'NO_FLOW', node: 'er-det-klart', process: 'boligutvikling' });
    await world.as('ada').get(`process-instances/${body.processInstanceId}`).expect(404);

    const resolve = () =>
      world.as('ada').post(`incidents/${stuck.body.items[0].id}/resolve`, { variables: { mangler: 'ingenting' } });
    await resolve().expect(200);
    await world.as('ada').get('incidents').expect(200, { items: [], next: null });
    const page = await world.as('per').get(`process-instances/${body.processInstanceId}`).expect(200);
    expect(page.body.state).toBe('completed');

    const twice = await resolve();
    expect(twice.status).toBe(409);
  });
});
