import { readFileSync } from 'node:fs';
import { flow, flows, processXml, userTask } from '../support/bpmn-xml.js';
import { BenchLine } from './bench-line.js';
import { catching, end, on, processes, start, throwing, timer } from './models.js';

async function traceOf(bench: BenchLine, instance: string): Promise<readonly string[]> {
  const { trace } = await bench.do('trace', { instance });
  return trace.map(({ element, event }) => `${element} ${String(event)}`);
}

describe('the trace', () => {
  it('tells each node, flow and event with its time and type', async () => {
    const bench = new BenchLine();
    await bench.deploy(processXml(`${start('s')}${userTask('t')}${end('e')}${flows('s > t > e')}`));
    const instance = await bench.start('prosess');
    await bench.do('complete', { task: (await bench.do('tasks')).tasks[0]?.id });

    const { trace } = await bench.do('trace', { instance });

    expect(await traceOf(bench, instance)).toEqual([
      's entered',
      's completed',
      's-t taken',
      't entered',
      't completed',
      't-e taken',
      'e entered',
      'e completed',
    ]);
    expect(trace[3]).toEqual({
      seq: expect.any(Number),
      at: '2026-01-05T08:00:00.000Z',
      element: 't',
      type: 'userTask',
      event: 'entered',
      token: expect.any(String),
    });
    expect(trace[2]?.['type']).toBe('sequenceFlow');
  });

  it('enters a node once per token that arrives', async () => {
    const bench = new BenchLine();
    await bench.deploy(
      processXml(
        `${start('s')}<parallelGateway id="g"/><exclusiveGateway id="m"/><task id="t"/>${end('e')}${flow('s', 'g')}<sequenceFlow id="one" sourceRef="g" targetRef="m"/><sequenceFlow id="two" sourceRef="g" targetRef="m"/>${flows('m > t > e')}`,
      ),
    );
    const trace = await traceOf(bench, await bench.start('prosess'));

    expect(trace.filter((step) => step === 't entered')).toHaveLength(2);
    expect(trace.filter((step) => step === 'g entered')).toHaveLength(1);
  });

  it('takes the flow behind an event-based gateway when its event occurs', async () => {
    const bench = new BenchLine();
    await bench.deploy(
      processes(
        {
          p: `${start('s')}<eventBasedGateway id="g"/>${catching('m', on('message', 'msg'))}${catching('t', timer('timeDuration', 'P1D'))}${end('e')}${end('f')}${flows('s > g > m > e', 'g > t > f')}`,
        },
        '<message id="msg" name="msg"/>',
      ),
    );
    const instance = await bench.start('p');
    expect(await traceOf(bench, instance)).not.toContain('g-m taken');

    await bench.do('message', { name: 'msg' });

    const trace = await traceOf(bench, instance);
    expect(trace).toEqual(expect.arrayContaining(['g-m taken', 'm entered', 'm caught', 'm completed', 'e entered']));
    expect(trace).not.toContain('g-t taken');
    expect(trace).not.toContain('t entered');
  });

  it('tells what is thrown and caught', async () => {
    const bench = new BenchLine();
    await bench.deploy(
      processes(
        {
          p: `${start('s')}${throwing('th', on('signal', 'x'))}${end('e', '<terminateEventDefinition/>')}${flows('s > th > e')}`,
          q: `${start('s2', on('signal', 'x'))}${end('e2')}${flows('s2 > e2')}`,
        },
        '<signal id="x" name="x"/>',
      ),
    );
    const instance = await bench.start('p');
    const [started] = (await bench.do('instances', { process: 'q' })).instances;

    expect(await traceOf(bench, instance)).toEqual(expect.arrayContaining(['th thrown', 'e thrown']));
    expect(await traceOf(bench, started?.id ?? '')).toEqual(expect.arrayContaining(['s2 entered', 's2 caught']));
  });

  it('is the same for the same requests', async () => {
    const play = async (): Promise<readonly string[]> => {
      const bench = new BenchLine();
      await bench.deploy(
        processXml(
          `${start('s')}<parallelGateway id="g"/>${userTask('a')}${userTask('b')}${end('e')}${flows('s > g > a > e', 'g > b > e')}`,
        ),
      );
      const instance = await bench.start('prosess');
      for (const { id } of (await bench.do('tasks')).tasks) await bench.do('complete', { task: id });
      return traceOf(bench, instance);
    };

    expect(await play()).toEqual(await play());
  });
});

describe('exporting', () => {
  it('gives back what came in, with everything that is foreign in it', async () => {
    const content = processXml(`${start('s')}${end('e')}${flows('s > e')}`).replace('<process', '<!-- why --><process');

    const exported = await new BenchLine().do('export', { file: { name: 'p', content } });

    expect(exported.content).toContain('<!-- why -->');
    const drawn = await new BenchLine().do('export', { file: { name: 'p', content }, svg: true });
    expect(drawn.svgs).toEqual([]);
    expect(exported.svgs).toBeUndefined();
    expect(await new BenchLine().refusal('export', { file: { name: 'x', content: 'no' } })).not.toBe('');
    expect(await new BenchLine().refusal('export', {})).toBe('BAD_REQUEST');
  });

  it('draws each diagram, each shape and edge as one group', async () => {
    const content = readFileSync('workflows/ventelisterunde/ventelisterunde.bpmn', 'utf8');

    const { svgs } = await new BenchLine().do('export', { file: { name: 'p', content }, svg: true });

    expect(svgs).toHaveLength(1);
    expect(svgs[0]?.match(/data-element-id="rundedagen"/g)).toHaveLength(1);
  });
});
