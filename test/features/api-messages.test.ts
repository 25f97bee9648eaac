import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

/** A case that is begun by a notice of moving, and then waits for the confirmation with its number. */
const model = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="m" targetNamespace="https://boligflyt.no/workflows">
  <bpmn:message id="meldt" name="flytting-meldt" boligflyt:correlationKey="=nummer" />
  <bpmn:message id="bekreftet" name="flytting-bekreftet" boligflyt:correlationKey="=nummer" />
  <bpmn:process id="flytting" name="Flytting" isExecutable="true" boligflyt:family="shared" boligflyt:readers="bst admin">
    <bpmn:startEvent id="meldt-inn" name="Meldt"><bpmn:outgoing>a</bpmn:outgoing><bpmn:messageEventDefinition messageRef="meldt" /></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="meldt-inn" targetRef="vent" />
    <bpmn:eventBasedGateway id="vent" name="Hva skjer først?"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing><bpmn:outgoing>c</bpmn:outgoing></bpmn:eventBasedGateway>
    <bpmn:sequenceFlow id="b" sourceRef="vent" targetRef="bekreftelse" />
    <bpmn:sequenceFlow id="c" sourceRef="vent" targetRef="for-lenge" />
    <bpmn:intermediateCatchEvent id="bekreftelse" name="Bekreftet"><bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>d</bpmn:outgoing><bpmn:messageEventDefinition messageRef="bekreftet" /></bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="for-lenge" name="Et år er gått"><bpmn:incoming>c</bpmn:incoming><bpmn:outgoing>e</bpmn:outgoing><bpmn:timerEventDefinition><bpmn:timeDuration>P1Y</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="d" sourceRef="bekreftelse" targetRef="flyttet" />
    <bpmn:sequenceFlow id="e" sourceRef="for-lenge" targetRef="henlagt" />
    <bpmn:endEvent id="flyttet" name="Flyttet"><bpmn:incoming>d</bpmn:incoming></bpmn:endEvent>
    <bpmn:endEvent id="henlagt" name="Henlagt"><bpmn:incoming>e</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  const deployed = await world.as('ada').post('definitions', { files: [{ name: 'flytting.bpmn', content: model }] });
  expect({ status: deployed.status, errors: deployed.body.errors }).toEqual({ status: 201 });
});
afterAll(() => world.stop());

const notice = (number: string) => ({ name: 'flytting-meldt', correlationKey: number, variables: { nummer: number } });
const confirmation = (number: string) => ({ name: 'flytting-bekreftet', correlationKey: number });
const send = async (body: object) => (await world.as('ada').post('messages', body).expect(200)).body;
const stateOf = async (id: string) => (await world.as('ada').get(`process-instances/${id}`).expect(200)).body.state;

describe('another system that sends messages', () => {
  it('starts a case by a message, and brings it on by the next one with its key', async () => {
    const { started, ...rest } = await send(notice('F-1'));
    expect({ count: started.length, ...rest }).toEqual({ count: 1, correlated: [], kept: false, expiresAt: null });

    expect(await send(confirmation('F-1'))).toEqual({ correlated: started, started: [], kept: false, expiresAt: null });
    expect(await stateOf(started[0])).toBe('completed');
  });

  it('may send the confirmation first: it is kept for 30 days, and the case takes it as soon as it is there', async () => {
    const early = await send(confirmation('F-2'));
    expect(early).toEqual({ correlated: [], started: [], kept: true, expiresAt: '2026-12-23T08:00:00.000Z' });

    const { started } = await send(notice('F-2'));
    await world.settle();

    expect(await stateOf(started[0])).toBe('completed');
  });

  it('says the same message id twice: the second time nothing happens, and the answer is the first one', async () => {
    const message = { ...notice('F-3'), messageId: 'folkeregisteret-17' };

    const first = await send(message);
    const second = await send(message);

    expect(first.started).toHaveLength(1);
    expect(second).toEqual(first);
  });

  it('tells everybody by a broadcast: two cases with one number are both done', async () => {
    const cases = [...(await send(notice('F-4'))).started, ...(await send(notice('F-4'))).started];

    const answer = await send({ ...confirmation('F-4'), broadcast: true });

    expect([...answer.correlated].sort()).toEqual([...cases].sort());
    expect(await Promise.all(cases.map(stateOf))).toEqual(['completed', 'completed']);
  });

  it('says how long a message lives: one with a life of ten minutes is too old after ten', async () => {
    const message = { ...confirmation('F-5'), timeToLive: 'PT10M' };
    expect(await send(message)).toMatchObject({ kept: true, expiresAt: '2026-11-23T08:10:00.000Z' });
    expect(await send({ ...message, timeToLive: 'PT0S' })).toMatchObject({ kept: false, expiresAt: null });
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x', timeToLive: '10 minutter' }, 'timeToLive'],
    [{ name: 'x', timeToLive: '-PT10M' }, 'timeToLive'],
    [{ name: 'x', timeToLive: 'P' }, 'timeToLive'],
    [{ name: 'x', broadcast: 'ja' }, 'broadcast'],
  ])('is told what is wrong with %j: 400', async (body, path) => {
    const { body: problem } = await world.as('ada').post('messages', body).expect(400);

    expect(problem.code).toBe('invalid-input');
    expect(problem.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  });

  it('must be allowed to: 403 for a caseworker, 401 for nobody', async () => {
    expect((await world.as('kari').post('messages', notice('F-6')).expect(403)).body.code).toBe('actor-not-allowed');
    expect((await world.as('kari').get('messages').expect(403)).body.code).toBe('actor-not-allowed');
    await world.as('nobody').post('messages', notice('F-6')).expect(401);
  });
});

describe('an operator', () => {
  it('sees which messages wait and for how long, how many there are, and not what they say', async () => {
    const before = (await world.as('ada').get('messages').expect(200)).body;
    await send({ ...confirmation('F-7'), messageId: 'm-7', variables: { hemmelig: 'adresse' } });

    const { body, text } = await world.as('ada').get('messages?name=flytting-bekreftet').expect(200);

    expect(body.counts.waiting).toBe(before.counts.waiting + 1);
    expect(body.items.at(-1)).toEqual({
      id: expect.stringMatching(/^[0-9]+$/),
      name: 'flytting-bekreftet',
      correlationKey: 'F-7',
      messageId: 'm-7',
      broadcast: false,
      state: 'waiting',
      sender: null,
      publishedAt: '2026-11-23T08:00:00.000Z',
      expiresAt: '2026-12-23T08:00:00.000Z',
      correlated: [],
      started: [],
    });
    expect(text).not.toContain('adresse');
  });

  it('sees that a message was too old, for a day', async () => {
    await send({ ...confirmation('F-8'), messageId: 'm-8', timeToLive: 'PT10M' });
    await world.as('ada').post('demo/clock/advance', { by: 'day' }).expect(200);
    await world.settle();

    const expired = async () => {
      const { body } = await world.as('ada').get('messages?state=expired').expect(200);
      return body.items.filter(({ messageId }: { messageId: string }) => messageId === 'm-8').length;
    };
    expect(await expired()).toBe(1);
    await world.as('ada').post('demo/clock/advance', { by: 'day' }).expect(200);
    await world.settle();
    expect(await expired()).toBe(0);
  });
});
