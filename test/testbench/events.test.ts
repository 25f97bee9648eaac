import { flow, flows, userTask } from '../support/bpmn-xml.js';
import { BenchLine } from './bench-line.js';
import { boundary, catching, end, on, processes, service, start, throwing, timer } from './models.js';

const signal = '<signal id="alarm" name="alarm"/>';
const error = '<error id="broken" errorCode="BROKEN"/>';
const escalation = '<escalation id="late" escalationCode="LATE"/>';

async function benchOf(...contents: readonly string[]): Promise<BenchLine> {
  const bench = new BenchLine();
  await bench.deploy(...contents);
  return bench;
}

describe('signals', () => {
  const model = processes(
    {
      hears: `${start('s')}${catching('c', on('signal', 'alarm'))}${end('e')}${flows('s > c > e')}`,
      begins: `${start('s2', on('signal', 'alarm'))}${userTask('t2')}${end('e2')}${flows('s2 > t2 > e2')}`,
      throws: `${start('s3')}${throwing('th', on('signal', 'alarm'))}${end('e3')}${flows('s3 > th > e3')}`,
    },
    signal,
  );

  it('reach everybody who waits, and start what begins with them', async () => {
    const bench = await benchOf(model);
    const waiting = [await bench.start('hears'), await bench.start('hears')];

    const { received } = await bench.do('signal', { name: 'alarm', variables: { level: 3 } });

    expect(received).toBe(3);
    for (const instance of waiting) {
      expect(await bench.do('instance', { instance })).toMatchObject({ state: 'completed', variables: { level: 3 } });
    }
    expect((await bench.do('instances', { process: 'begins' })).instances).toHaveLength(1);
  });

  it('reach one instance alone when it is named', async () => {
    const bench = await benchOf(model);
    const [one, other] = [await bench.start('hears'), await bench.start('hears')];

    expect((await bench.do('signal', { name: 'alarm', instance: one })).received).toBe(1);
    expect((await bench.do('signal', { name: 'other' })).received).toBe(0);
    expect((await bench.do('instance', { instance: other })).state).toBe('active');
    expect(await bench.refusal('signal', { name: 'alarm', instance: 'nobody' })).toBe('NOT_FOUND');
  });

  it('that a process throws reach the others', async () => {
    const bench = await benchOf(model);
    const instance = await bench.start('hears');
    await bench.start('throws');

    expect((await bench.do('instance', { instance })).state).toBe('completed');
    expect((await bench.do('instances', { process: 'begins' })).instances).toHaveLength(1);
    expect(await bench.violations()).toEqual([]);
  });
});

describe('errors and escalations', () => {
  const worked = processes(
    {
      p: `${start('s')}${service('w', 'pay')}${boundary('failed', 'w', on('error', 'broken'))}<boundaryEvent id="heard" attachedToRef="w" cancelActivity="false">${on('escalation', 'late')}</boundaryEvent>${end('e')}${userTask('repair')}${end('e2')}${userTask('hurry')}${end('e3')}${flows('s > w > e', 'failed > repair > e2', 'heard > hurry > e3')}`,
    },
    error + escalation,
  );

  it('of a job are caught on its edge', async () => {
    const bench = await benchOf(worked);
    const instance = await bench.start('p');
    const [job] = (await bench.do('jobs')).jobs;

    await bench.do('escalate', { job: job?.id, code: 'LATE' });
    expect(await bench.standing(instance)).toEqual(['hurry', 'w']);
    await bench.do('throwError', { job: job?.id, code: 'BROKEN', message: 'no money', variables: { left: 1 } });

    expect(await bench.standing(instance)).toEqual(['hurry', 'repair']);
    expect((await bench.do('variables', { instance })).variables).toEqual({ left: 1 });
    expect(await bench.violations()).toEqual([]);
  });

  it('that nothing catches leave the instance in an incident, or let it go on', async () => {
    const bench = await benchOf(worked);
    const instance = await bench.start('p');
    const [job] = (await bench.do('jobs')).jobs;

    await bench.do('escalate', { job: job?.id, code: 'OTHER' });
    expect((await bench.do('instance', { instance })).state).toBe('active');
    await bench.do('throwError', { job: job?.id, code: 'OTHER' });

    expect(await bench.do('instance', { instance })).toMatchObject({
      state: 'incident',
      incidents: [{ element: 'w', code: 'UNCAUGHT_ERROR' }],
    });
    const { trace } = await bench.do('trace', { instance });
    expect(trace.filter(({ event }) => event === 'thrown').map(({ element }) => element)).toEqual(['w', 'w']);
  });

  it('need exactly one of a job and a task', async () => {
    const bench = await benchOf(worked);
    await bench.start('p');

    expect(await bench.refusal('throwError', { code: 'X' })).toBe('BAD_REQUEST');
    expect(await bench.refusal('throwError', { job: 'a', task: 'b', code: 'X' })).toBe('BAD_REQUEST');
    expect(await bench.refusal('escalate', { job: 'a', code: 'X' })).toBe('NOT_FOUND');
    expect(await bench.refusal('escalate', { task: 'a', code: 'X' })).toBe('NOT_FOUND');
    const [job] = (await bench.do('jobs')).jobs;
    expect(await bench.refusal('throwError', { job: job?.id })).toBe('BAD_REQUEST');
  });
});

describe('what waits', () => {
  const model = processes(
    {
      p: `${start('s')}<eventBasedGateway id="g"/>${catching('m', on('message', 'paid'))}${catching('t', timer('timeDuration', 'P3D'))}${catching('c', '<conditionalEventDefinition><condition>x &gt; 3</condition></conditionalEventDefinition>')}${end('e')}<exclusiveGateway id="j"/>${flows('s > g > m > j', 'g > t > j', 'g > c > j', 'j > e')}`,
      begun: `${start('sm', on('message', 'paid'))}${end('e1')}${flow('sm', 'e1')}`,
      watched: `${start('sc', '<conditionalEventDefinition><condition>x &gt; 3</condition></conditionalEventDefinition>')}${end('e2')}${flow('sc', 'e2')}`,
    },
    '<message id="paid" name="paid"/>',
  );

  it('is listed with its names, start events too', async () => {
    const bench = await benchOf(model);
    const instance = await bench.start('p', { variables: { x: 1 } });

    const { waiting } = await bench.do('waiting');

    expect(waiting.map(({ element, kind }) => `${element} ${String(kind)}`).toSorted()).toEqual([
      'c conditional',
      'm message',
      'sc conditional',
      'sm message',
      't timer',
    ]);
    expect(waiting.filter((one) => one['instance'] === null)).toMatchObject([
      { element: 'sm', message: 'paid' },
      { element: 'sc' },
    ]);
    expect((await bench.do('waiting', { instance })).waiting).toHaveLength(3);
    expect(await bench.refusal('waiting', { instance: 'nobody' })).toBe('NOT_FOUND');
  });

  it.each(['m', 't', 'c'])('goes on when %s is triggered, whatever it waits for', async (element) => {
    const bench = await benchOf(model);
    const instance = await bench.start('p', { variables: { x: 1 } });

    await bench.do('trigger', { instance, element, variables: { by: element } });

    expect(await bench.do('instance', { instance })).toMatchObject({ state: 'completed', variables: { by: element } });
    expect((await bench.do('trace', { instance })).trace).toContainEqual(
      expect.objectContaining({ element, event: 'caught' }),
    );
    expect(await bench.violations()).toEqual([]);
  });

  it('goes on when a condition becomes true', async () => {
    const bench = await benchOf(model);
    const instance = await bench.start('p', { variables: { x: 1 } });

    await bench.do('setVariables', { instance, variables: { x: 4 } });

    expect((await bench.do('instance', { instance })).state).toBe('completed');
  });

  it('starts a process when its start event is triggered', async () => {
    const bench = await benchOf(model);

    expect((await bench.do('trigger', { instance: null, element: 'sc' })).instance).toEqual(expect.any(String));
    expect(await bench.refusal('trigger', { element: 'nothing' })).toBe('NOT_FOUND');
  });

  it('refuses to trigger what does not wait', async () => {
    const bench = await benchOf(model);
    const instance = await bench.start('p', { variables: { x: 1 } });

    expect(await bench.refusal('trigger', { instance, element: 's' })).toBe('ELEMENT_NOT_WAITING');
    expect(await bench.refusal('trigger', { instance: 'nobody', element: 's' })).toBe('NOT_FOUND');
    expect(await bench.refusal('trigger', { instance })).toBe('BAD_REQUEST');
  });
});

describe('called processes', () => {
  const called = (inside: string): string =>
    processes(
      {
        caller: `${start('s')}<callActivity id="call" calledElement="called"/>${boundary('failed', 'call', on('error', 'broken'))}${end('e')}${end('e2')}${flows('s > call > e', 'failed > e2')}`,
        called: inside,
      },
      error,
    );
  const plain = `${start('s1')}${userTask('t1')}${end('e1')}${flows('s1 > t1 > e1')}`;

  it('start and end with their caller, and the trace of both is one', async () => {
    const bench = await benchOf(called(plain));
    const instance = await bench.start('caller', { variables: { x: 1 } });
    const { instances } = await bench.do('instances', { process: 'called' });
    const [task] = (await bench.do('tasks')).tasks;

    expect(instances).toMatchObject([{ parent: instance, parentElement: 'call', state: 'active' }]);
    await bench.do('complete', { task: task?.id, variables: { y: 2 } });

    expect(await bench.do('instance', { instance })).toMatchObject({ state: 'completed', variables: { x: 1, y: 2 } });
    const own = (await bench.do('trace', { instance })).trace;
    const both = (await bench.do('trace', { instance, children: true })).trace;
    expect(own.some(({ element }) => element === 't1')).toBe(false);
    expect(both.filter(({ element }) => element === 't1').map(({ event }) => event)).toEqual(['entered', 'completed']);
    expect(both.map(({ seq }) => seq)).toEqual(
      both.map(({ seq }) => seq).toSorted((one, other) => Number(one) - Number(other)),
    );
  });

  it('end with their caller when it is cancelled', async () => {
    const bench = await benchOf(called(plain));
    const instance = await bench.start('caller');

    await bench.do('cancel', { instance });

    expect((await bench.do('instances', { state: 'cancelled' })).instances).toHaveLength(2);
    expect((await bench.do('tasks')).tasks).toEqual([]);
  });

  it('tell their caller of an error that it catches', async () => {
    const bench = await benchOf(called(`${start('s1')}${end('e1', on('error', 'broken'))}${flows('s1 > e1')}`));
    const instance = await bench.start('caller');

    expect((await bench.do('instance', { instance })).state).toBe('completed');
    expect((await bench.do('trace', { instance })).trace).toContainEqual(
      expect.objectContaining({ element: 'failed', event: 'caught' }),
    );
    expect(await bench.violations()).toEqual([]);
  });

  it('that are not deployed are an incident, which goes away once they are', async () => {
    const bench = await benchOf(
      processes({
        caller: `${start('s')}<callActivity id="call" calledElement="called"/>${end('e')}${flows('s > call > e')}`,
      }),
    );
    const instance = await bench.start('caller');
    const [incident] = (await bench.do('instance', { instance })).incidents;
    expect(incident).toMatchObject({ element: 'call', code: 'UNKNOWN_PROCESS' });

    await bench.deploy(processes({ called: `${start('s1')}${end('e1')}${flows('s1 > e1')}` }));
    await bench.do('resolveIncident', { incident: incident?.id });

    expect((await bench.do('instance', { instance })).state).toBe('completed');
  });

  it('that call each other for ever end the request with an error', async () => {
    const bench = new BenchLine(300);
    const ping = (key: string, to: string): string =>
      `${start(`s-${key}`)}${throwing(`t-${key}`, on('message', to))}${end(`e-${key}`)}${flows(`s-${key} > t-${key} > e-${key}`)}`.replace(
        `<startEvent id="s-${key}">`,
        `<startEvent id="s-${key}">${on('message', key)}`,
      );
    await bench.deploy(
      processes(
        { a: ping('ping', 'pong'), b: ping('pong', 'ping') },
        '<message id="ping" name="ping"/><message id="pong" name="pong"/>',
      ),
    );

    expect(await bench.refusal('message', { name: 'ping' })).toBe('TOO_LONG');
    expect((await bench.do('instances')).instances.length).toBeGreaterThan(0);
    expect((await bench.do('reset')).ok).toBe(true);
  });
});
