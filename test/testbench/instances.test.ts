import { flow, flows, processXml, userTask } from '../support/bpmn-xml.js';
import { BenchLine } from './bench-line.js';
import { catching, end, on, processes, service, start, timer } from './models.js';

const simple = processXml(`${start('s')}${userTask('a')}${userTask('b')}${end('e')}${flows('s > a > b > e')}`);

async function benchOf(...contents: readonly string[]): Promise<BenchLine> {
  const bench = new BenchLine();
  await bench.deploy(...contents);
  return bench;
}

describe('instances of the bench', () => {
  it('are listed by process and state', async () => {
    const bench = await benchOf(simple);
    const [one, other] = [await bench.start('prosess', { businessKey: 'B7' }), await bench.start('prosess')];
    await bench.do('cancel', { instance: other });

    expect((await bench.do('instances', { state: 'active' })).instances).toEqual([
      { id: one, process: 'prosess', version: 1, businessKey: 'B7', state: 'active' },
    ]);
    expect((await bench.do('instances', { process: 'nothing' })).instances).toEqual([]);
    expect((await bench.do('instances')).instances).toHaveLength(2);
  });

  it('tell their tokens, variables and times', async () => {
    const bench = await benchOf(simple);
    const instance = await bench.start('prosess', { variables: { x: { y: [1, null] } } });

    expect(await bench.do('instance', { instance })).toMatchObject({
      state: 'active',
      tokens: [{ id: expect.any(String), element: 'a', scope: 'prosess' }],
      variables: { x: { y: [1, null] } },
      incidents: [],
      startedAt: '2026-01-05T08:00:00.000Z',
    });
  });

  it.each(['instance', 'trace', 'variables', 'cancel', 'suspend', 'resume'])(
    '%s of nobody is NOT_FOUND',
    async (op) => {
      const bench = await benchOf(simple);

      expect(await bench.refusal(op, { instance: 'nobody' })).toBe('NOT_FOUND');
      expect(await bench.refusal(op)).toBe('BAD_REQUEST');
    },
  );

  it('are cancelled once', async () => {
    const bench = await benchOf(simple);
    const instance = await bench.start('prosess', { variables: { x: 1 } });
    await bench.do('cancel', { instance });

    expect(await bench.refusal('cancel', { instance })).toBe('PROCESS_INSTANCE_ENDED');
    expect(await bench.do('instance', { instance })).toMatchObject({ state: 'cancelled', tokens: [] });
    expect((await bench.do('variables', { instance })).variables).toEqual({ x: 1 });
  });

  it('do nothing while they are suspended', async () => {
    const bench = await benchOf(
      processes({
        p: `${start('s')}${catching('w', timer('timeDuration', 'P1D'))}${userTask('t')}${end('e')}${flows('s > w > t > e')}`,
      }),
    );
    const instance = await bench.start('p');
    await bench.do('suspend', { instance });

    expect((await bench.do('advance', { duration: 'P5D' })).fired).toEqual([]);
    expect(await bench.standing(instance)).toEqual(['w']);
    expect(await bench.refusal('suspend', { instance })).not.toBe('');
    await bench.do('resume', { instance });
    await bench.do('advance', { duration: 'PT0S' });

    expect(await bench.standing(instance)).toEqual(['t']);
    expect(await bench.violations()).toEqual([]);
  });

  it('hold variables in their scopes', async () => {
    const bench = await benchOf(
      processXml(
        `${start('s')}<subProcess id="sub">${start('s1')}${userTask('t')}${end('e1')}${flows('s1 > t > e1')}</subProcess>${end('e')}${flows('s > sub > e')}`,
      ),
    );
    const instance = await bench.start('prosess', { variables: { x: 1 } });
    await bench.do('setVariables', { instance, scope: 'sub', variables: { local: true } });
    await bench.do('setVariables', { instance, variables: { y: 2 } });

    expect((await bench.do('variables', { instance })).variables).toEqual({ x: 1, y: 2 });
    expect((await bench.do('variables', { instance, scope: 'sub' })).variables).toEqual({ local: true });
    expect(await bench.standing(instance)).toEqual(['sub', 't']);
    expect(await bench.refusal('variables', { instance, scope: 'nothing' })).toBe('NOT_FOUND');
    expect(await bench.refusal('setVariables', { instance, scope: 'nothing', variables: {} })).toBe('NOT_FOUND');
  });

  it('are moved by hand', async () => {
    const bench = await benchOf(simple);
    const instance = await bench.start('prosess');

    await bench.do('move', { instance, cancel: ['a'], start: ['b'] });
    expect(await bench.standing(instance)).toEqual(['b']);
    const [token] = (await bench.do('instance', { instance })).tokens;
    await bench.do('move', { instance, cancel: [token?.id], start: ['a', 'b'] });

    expect(await bench.standing(instance)).toEqual(['a', 'b']);
    expect(await bench.ask('move', { instance, cancel: [], start: ['nowhere'] })).toMatchObject({
      error: { code: 'MODIFICATION_IMPOSSIBLE', element: 'nowhere' },
    });
    expect(await bench.violations()).toEqual([]);
  });

  it('go on with another version, or are told which element has no place there', async () => {
    const bench = await benchOf(simple);
    const instance = await bench.start('prosess');
    await bench.deploy(processXml(`${start('s')}${userTask('c')}${end('e')}${flows('s > c > e')}`));

    expect(await bench.ask('migrate', { instance, version: 2 })).toMatchObject({
      error: { code: 'MIGRATION_IMPOSSIBLE', element: 'a' },
    });
    await bench.do('migrate', { instance, version: 2, mapping: { a: 'c' } });

    expect(await bench.standing(instance)).toEqual(['c']);
    expect((await bench.do('instances')).instances).toMatchObject([{ version: 2 }]);
    expect((await bench.do('tasks')).tasks).toMatchObject([{ element: 'c' }]);
    expect(await bench.refusal('migrate', { instance, version: 9 })).toBe('NOT_FOUND');
    expect(await bench.refusal('migrate', { instance, version: 'x' })).toBe('BAD_REQUEST');
    expect(await bench.violations()).toEqual([]);
  });
});

describe('where an instance starts', () => {
  const twice = processXml(
    `${start('s1')}${start('s2')}${start('s3', timer('timeDuration', 'P1D'))}${userTask('a')}${end('e')}${flow('s1', 'a')}${flow('s2', 'a')}${flow('s3', 'a')}${flow('a', 'e')}`,
  );

  it('must be said where there are several none start events', async () => {
    const bench = await benchOf(twice);

    expect(await bench.refusal('start', { process: 'prosess' })).toBe('AMBIGUOUS_START');
    expect(await bench.standing(await bench.start('prosess', { element: 's2' }))).toEqual(['a']);
    expect(await bench.standing(await bench.start('prosess', { element: 's3' }))).toEqual(['a']);
  });

  it('is refused where no flowless node or start event is named', async () => {
    const bench = await benchOf(twice);

    expect(await bench.ask('start', { process: 'prosess', element: 'a' })).toMatchObject({
      error: { code: 'NO_START_EVENT', element: 'a' },
    });
    expect(await bench.refusal('start', { process: 'prosess', element: 'nothing' })).toBe('NOT_FOUND');
    expect(await bench.refusal('start', { process: 'nothing' })).toBe('NOT_FOUND');
  });

  it('is every node that no flow leads to where no start event is drawn', async () => {
    const bench = await benchOf(processXml(`${userTask('a')}${userTask('b')}${end('e')}${flows('a > e', 'b > e')}`));

    expect(await bench.standing(await bench.start('prosess'))).toEqual(['a', 'b']);
    expect(await bench.standing(await bench.start('prosess', { element: 'b' }))).toEqual(['b']);
  });

  it('has none where only a message starts it', async () => {
    const bench = await benchOf(
      processes({ p: `${start('s', on('message', 'm'))}${end('e')}${flows('s > e')}` }, '<message id="m" name="m"/>'),
    );

    expect(await bench.refusal('start', { process: 'p' })).toBe('NO_START_EVENT');
  });
});

describe('jobs of the bench', () => {
  const working = processXml(`${start('s')}${service('w', 'pay')}${end('e')}${flows('s > w > e')}`);

  it('tell what the worker must know', async () => {
    const bench = await benchOf(working);
    const instance = await bench.start('prosess', { variables: { sum: 9 } });

    expect((await bench.do('jobs', { instance })).jobs).toEqual([
      { id: expect.any(String), element: 'w', type: 'pay', instance, retries: 1, headers: {}, variables: { sum: 9 } },
    ]);
  });

  it('are completed with a result', async () => {
    const bench = await benchOf(working);
    const instance = await bench.start('prosess');
    const [job] = (await bench.do('jobs')).jobs;

    await bench.do('completeJob', { job: job?.id, variables: { paid: true } });

    expect(await bench.do('instance', { instance })).toMatchObject({ state: 'completed', variables: { paid: true } });
    expect(await bench.refusal('completeJob', { job: job?.id })).toBe('NOT_FOUND');
  });

  it('fail and are tried again, until no try is left', async () => {
    const bench = await benchOf(working);
    const instance = await bench.start('prosess');
    const [job] = (await bench.do('jobs')).jobs;

    await bench.do('failJob', { job: job?.id, retries: 2, message: 'no answer' });
    expect((await bench.do('jobs')).jobs).toMatchObject([{ retries: 2 }]);
    const [again] = (await bench.do('jobs')).jobs;
    await bench.do('failJob', { job: again?.id, retries: 0, message: 'no answer' });
    const { state, incidents } = await bench.do('instance', { instance });

    expect({ state, incidents }).toMatchObject({
      state: 'incident',
      incidents: [{ element: 'w', code: 'JOB_FAILED', message: 'no answer' }],
    });
    await bench.do('resolveIncident', { incident: incidents[0]?.id });
    expect((await bench.do('instance', { instance })).state).toBe('active');
    expect((await bench.do('jobs')).jobs).toHaveLength(1);
    expect(await bench.violations()).toEqual([]);
  });

  it('that are not there are NOT_FOUND', async () => {
    const bench = await benchOf(working);

    expect(await bench.refusal('completeJob', { job: 'nothing' })).toBe('NOT_FOUND');
    expect(await bench.refusal('failJob', { job: 'nothing', message: 'x', retries: 0 })).toBe('NOT_FOUND');
    expect(await bench.refusal('failJob', {})).toBe('BAD_REQUEST');
    expect(await bench.refusal('resolveIncident', { incident: 'nothing' })).toBe('NOT_FOUND');
  });
});

describe('incidents of the bench', () => {
  it('are resolved with the variables that were missing', async () => {
    const bench = await benchOf(
      processXml(
        `${start('s')}<exclusiveGateway id="g"/>${end('e')}${end('f')}${flow('s', 'g')}${flow('g', 'e', 'x > 3')}${flow('g', 'f', 'x < 2')}`,
      ),
    );
    const instance = await bench.start('prosess', { variables: { x: 2 } });
    const { state, incidents } = await bench.do('instance', { instance });
    expect({ state, incidents }).toMatchObject({ state: 'incident', incidents: [{ element: 'g', code: 'NO_FLOW' }] });

    await bench.do('resolveIncident', { incident: incidents[0]?.id, variables: { x: 4 } });

    expect((await bench.do('instance', { instance })).state).toBe('completed');
    expect((await bench.do('instances', { state: 'incident' })).instances).toEqual([]);
  });
});
