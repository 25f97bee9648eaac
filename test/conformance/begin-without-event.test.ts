import { documentXml, flow, flows, processXml, userTask } from '../support/bpmn-xml.js';
import { BenchLine } from '../testbench/bench-line.js';

const messages = '<message id="Svar" name="svar"/><signal id="Varsel" name="varsel"/>';

async function deployed(content: string): Promise<BenchLine> {
  const bench = new BenchLine();
  await bench.deploy(processXml(content, messages));
  return bench;
}

const complete = async (bench: BenchLine, element: string) => {
  const { tasks } = await bench.do('tasks');
  await bench.do('complete', { task: tasks.find((task) => task.element === element)?.id });
};

describe('BPMN 2.0.2 §13.2 a process without start events', () => {
  it('begins at each of its 2 tasks, and nothing of one that is done is left beside the other', async () => {
    const bench = await deployed(userTask('A') + userTask('B'));
    const instance = await bench.start('prosess');

    await complete(bench, 'A');

    expect(await bench.standing(instance)).toEqual(['B']);
    expect(await bench.violations()).toEqual([]);
  });

  it('waits at a receive task and at a catch event that no flow leads to', async () => {
    const bench = await deployed(
      '<receiveTask id="R" messageRef="Svar"/><intermediateCatchEvent id="C"><outgoing>C-B</outgoing>' +
        `<signalEventDefinition signalRef="Varsel"/></intermediateCatchEvent>${userTask('B')}${flow('C', 'B')}`,
    );

    const instance = await bench.start('prosess');

    expect((await bench.do('waiting', { instance })).waiting.map(({ element }) => element)).toEqual(['R', 'C']);
    expect((await bench.do('message', { name: 'svar', instance })).correlated).toEqual([instance]);
    expect(await bench.standing(instance)).toEqual(['C']);
    expect(await bench.violations()).toEqual([]);
  });
});

describe('BPMN 2.0.2 §10.5.2 parallel multiple start event', () => {
  it('counts a message with a key once: it is not kept as well', async () => {
    const bench = await deployed(
      '<startEvent id="S" parallelMultiple="true"><messageEventDefinition messageRef="Svar"/>' +
        `<signalEventDefinition signalRef="Varsel"/></startEvent>${userTask('A')}` +
        `<receiveTask id="R" messageRef="Svar"/>${flows('S > A > R')}`,
    );

    expect((await bench.do('message', { name: 'svar', correlationKey: '1' })).correlated).toEqual([]);
    expect((await bench.do('signal', { name: 'varsel' })).received).toBe(1);
    await complete(bench, 'A');

    const { waiting } = await bench.do('waiting', { instance: 'prosess:1' });
    expect(waiting.map(({ element }) => element)).toEqual(['R']);
  });
});

describe('BPMN 2.0.2 §10.3.7 a global task that is called', () => {
  it('leaves its own trace and nothing that is not drawn, and still says who called when it has ended', async () => {
    const bench = new BenchLine();
    const call = '<callActivity id="K" calledElement="G"/>';
    await bench.deploy(
      documentXml(
        `<globalUserTask id="G" name="Felles"/><process id="prosess" isExecutable="true"><startEvent id="S"/>${call}${flow('S', 'K')}</process>`,
      ),
    );
    const instance = await bench.start('prosess');
    await complete(bench, 'G');

    const { trace } = await bench.do('trace', { instance, children: true });
    expect(trace.map(({ element, event }) => `${element} ${String(event)}`)).toEqual([
      'S entered',
      'S completed',
      'S-K taken',
      'K entered',
      'G entered',
      'G completed',
      'K completed',
    ]);
    const called = (await bench.do('instances', { process: 'G' })).instances[0];
    expect(called).toMatchObject({ parent: instance, parentElement: 'K', state: 'completed' });
  });
});

describe('BPMN 2.0.2 §10.5.3 error end event', () => {
  it('is completed by its throw, before what catches it ends the sub-process around it', async () => {
    const bench = new BenchLine();
    const inside = `<startEvent id="S2"/><endEvent id="F"><errorEventDefinition errorRef="Feil"/></endEvent>${flow('S2', 'F')}`;
    const edge = '<boundaryEvent id="B" attachedToRef="U"><errorEventDefinition/></boundaryEvent>';
    await bench.deploy(
      processXml(
        `<startEvent id="S"/><subProcess id="U">${inside}</subProcess>${edge}${userTask('H')}${flows('S > U', 'B > H')}`,
        '<error id="Feil" errorCode="E1"/>',
      ),
    );
    const instance = await bench.start('prosess');

    const { trace } = await bench.do('trace', { instance });
    const told = trace.filter(({ element }) => ['F', 'U', 'B'].includes(element));
    expect(told.map(({ element, event }) => `${element} ${String(event)}`)).toEqual([
      'U entered',
      'F entered',
      'F thrown',
      'F completed',
      'B caught',
      'U terminated',
      'B entered',
      'B completed',
    ]);
  });
});

describe('BPMN 2.0.2 §13.5.5 a completed sub-process that is undone', () => {
  it('is completed once, though it lives again while its handlers run', async () => {
    const bench = new BenchLine();
    const undo =
      '<boundaryEvent id="BA" attachedToRef="A"><compensateEventDefinition/></boundaryEvent><task id="UA" isForCompensation="true"/><association id="as" sourceRef="BA" targetRef="UA"/>';
    const inside = `<startEvent id="S2"/><task id="A"/>${undo}<endEvent id="F2"/>${flows('S2 > A > F2')}`;
    const end = '<endEvent id="F"><compensateEventDefinition/></endEvent>';
    await bench.deploy(
      processXml(`<startEvent id="S"/><subProcess id="U">${inside}</subProcess>${end}${flows('S > U > F')}`),
    );
    const instance = await bench.start('prosess');

    const { trace } = await bench.do('trace', { instance });

    const told = trace.map(({ element, event }) => `${element} ${String(event)}`);
    expect(told.filter((step) => step === 'U completed')).toHaveLength(1);
    expect(told.slice(told.indexOf('F entered'))).toEqual([
      'F entered',
      'F thrown',
      'BA entered',
      'BA caught',
      'BA completed',
      'UA entered',
      'UA completed',
      'F completed',
    ]);
  });
});

describe('a job whose last attempt failed', () => {
  it('waits for no worker until its incident is resolved', async () => {
    const bench = await deployed('<serviceTask id="J"/>');
    await bench.start('prosess');
    await bench.do('failJob', { job: (await bench.do('jobs')).jobs[0]?.id, retries: 0, message: 'nede' });

    expect((await bench.do('jobs')).jobs).toEqual([]);

    const [incident] = (await bench.do('instance', { instance: 'prosess:1' })).incidents;
    await bench.do('resolveIncident', { incident: incident?.id });
    expect((await bench.do('jobs')).jobs.map(({ element }) => element)).toEqual(['J']);
  });
});
