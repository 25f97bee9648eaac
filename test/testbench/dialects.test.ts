import { documentXml, flow, flows } from '../support/bpmn-xml.js';
import { BenchLine, type Listed } from './bench-line.js';

const vendors = ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';

async function started(
  dialect: 'camunda7' | 'zeebe',
  content: string,
  variables: object = {},
): Promise<{ bench: BenchLine; instance: string }> {
  const bench = new BenchLine();
  await bench.do('reset', { options: { dialect } });
  const xml = documentXml(`<process id="prosess" isExecutable="true">${content}</process>`);
  await bench.deploy(xml.replace(' id="dokument"', `${vendors} id="dokument"`));
  return { bench, instance: await bench.start('prosess', { variables }) };
}

const around = (task: string): string =>
  `<startEvent id="s"/>${task}<userTask id="vent"/><endEvent id="e"/>${flows('s > t > vent > e')}`;
const said = (words: string): string => `<extensionElements>${words}</extensionElements>`;
const seen = (listed: readonly Listed[]): readonly unknown[] => listed.map(({ variables }) => variables);

describe('a model of Camunda 7 on the bench', () => {
  it('counts a loop from 0 and tells its 2 instances by the names that Camunda gives them', async () => {
    const loop = '<multiInstanceLoopCharacteristics camunda:collection="folk" camunda:elementVariable="en"/>';
    const { bench } = await started('camunda7', around(`<userTask id="t">${loop}</userTask>`), { folk: ['a', 'b'] });

    const counts = { nrOfInstances: 2, nrOfActiveInstances: 2, nrOfCompletedInstances: 0, folk: ['a', 'b'] };
    expect(seen((await bench.do('tasks')).tasks)).toEqual([
      { ...counts, loopCounter: 0, en: 'a' },
      { ...counts, loopCounter: 1, en: 'b' },
    ]);
  });

  it('shows a worker all that is in sight, and keeps what an input made with the task', async () => {
    const task = `<serviceTask id="t" camunda:type="external" camunda:topic="regn">${said(
      '<camunda:inputOutput><camunda:inputParameter name="x">${a}</camunda:inputParameter></camunda:inputOutput>',
    )}</serviceTask>`;
    const { bench, instance } = await started('camunda7', around(task), { a: 1, b: 2 });
    const [job] = (await bench.do('jobs')).jobs;
    await bench.do('completeJob', { job: job?.id, variables: { x: 9, y: 3 } });

    expect(job?.['variables']).toEqual({ a: 1, b: 2, x: 1 });
    expect((await bench.do('variables', { instance })).variables).toEqual({ a: 1, b: 2, y: 3 });
  });

  it('gives a task to nobody when its assignee is null, with form, groups and the priority 50', async () => {
    const task = `<userTask id="t" camunda:assignee="\${ingen}" camunda:formKey="\${skjema}" camunda:candidateGroups="\${grupper}"/>`;
    const { bench } = await started('camunda7', around(task), {
      ingen: null,
      skjema: 'vurdering',
      grupper: 'hvk, bolig',
    });

    expect((await bench.do('tasks')).tasks).toMatchObject([
      { assignee: null, form: 'vurdering', candidateGroups: ['hvk', 'bolig'], priority: 50 },
    ]);
  });

  it('takes the reference to an error that is not declared for its code', async () => {
    const inner = `<startEvent id="is"/><endEvent id="ie"><errorEventDefinition errorRef="feil"/></endEvent>${flow('is', 'ie')}`;
    const catcher = '<boundaryEvent id="b" attachedToRef="t"><errorEventDefinition errorRef="feil"/></boundaryEvent>';
    const content = `${around(`<subProcess id="t">${inner}</subProcess>${catcher}`)}<userTask id="rett"/>${flows('b > rett > e')}`;
    const { bench, instance } = await started('camunda7', content);

    expect((await bench.do('instance', { instance })).tokens.map(({ element }) => element)).toEqual(['rett']);
  });

  it('rings every 5 minutes on the hour’s grid where a cycle is cron', async () => {
    const boundary = `<boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><timerEventDefinition>
      <timeCycle>0 0/5 * * * ?</timeCycle></timerEventDefinition></boundaryEvent>`;
    const content = `${around(`<userTask id="t"/>${boundary}`)}<userTask id="purr"/>${flows('b > purr > e')}`;
    const { bench } = await started('camunda7', content);
    await bench.do('advance', { duration: 'PT12M' });

    expect((await bench.do('tasks')).tasks.filter(({ element }) => element === 'purr')).toHaveLength(2);
  });
});

describe('a model of Camunda 8 on the bench', () => {
  const job = (words: string): string =>
    `<serviceTask id="t">${said(`<zeebe:taskDefinition type="regn"/><zeebe:ioMapping>${words}</zeebe:ioMapping>`)}</serviceTask>`;

  it('shows a worker all that is in sight, with entries that inputs make, and keeps those with the task', async () => {
    const task = job('<zeebe:input source="=a" target="o.p.q"/><zeebe:input source="=2" target="o.r"/>');
    const { bench, instance } = await started('zeebe', around(task), { a: 1, o: { gammel: true } });
    const [open] = (await bench.do('jobs')).jobs;
    await bench.do('completeJob', { job: open?.id, variables: { o: 0, y: 3 } });

    expect(open?.['variables']).toEqual({ a: 1, o: { p: { q: 1 }, r: 2 } });
    expect((await bench.do('variables', { instance })).variables).toEqual({ a: 1, o: { gammel: true }, y: 3 });
  });

  it('adds an entry to the context that is there when an output names it', async () => {
    const { bench, instance } = await started('zeebe', around(job('<zeebe:output source="=r" target="o.p"/>')), {
      o: { z: 0 },
    });
    await bench.do('completeJob', { job: (await bench.do('jobs')).jobs[0]?.id, variables: { r: 1, borte: 2 } });

    expect((await bench.do('variables', { instance })).variables).toEqual({ o: { z: 0, p: 1 } });
  });

  it('reads an element that is called «item», and its form by FEEL', async () => {
    const loop = `<multiInstanceLoopCharacteristics>${said('<zeebe:loopCharacteristics inputCollection="=liste" inputElement="item"/>')}</multiInstanceLoopCharacteristics>`;
    const words = `<zeebe:userTask/><zeebe:formDefinition externalReference="=&quot;skjema-&quot; + item"/>`;
    const { bench } = await started('zeebe', around(`<userTask id="t">${said(words)}${loop}</userTask>`), {
      liste: ['a', 'b'],
    });

    expect((await bench.do('tasks')).tasks).toMatchObject([
      { form: 'skjema-a', priority: 50, variables: { item: 'a', loopCounter: 1 } },
      { form: 'skjema-b', priority: 50, variables: { item: 'b', loopCounter: 2 } },
    ]);
  });

  it('repeats as `cycle(3, …)` says: 3 times', async () => {
    const boundary = `<boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><timerEventDefinition>
      <timeCycle>=cycle(3, duration("PT1H"))</timeCycle></timerEventDefinition></boundaryEvent>`;
    const content = `${around(`<userTask id="t"/>${boundary}`)}<userTask id="purr"/>${flows('b > purr > e')}`;
    const { bench } = await started('zeebe', content);
    await bench.do('advance', { duration: 'PT9H' });

    expect((await bench.do('tasks')).tasks.filter(({ element }) => element === 'purr')).toHaveLength(3);
  });

  it('waits in an ad-hoc sub-process that begins with nothing, and breaks no law', async () => {
    const task = `<adHocSubProcess id="t">${said('<zeebe:adHoc activeElementsCollection="=[]"/>')}<userTask id="a"/></adHocSubProcess>`;
    const { bench, instance } = await started('zeebe', around(task));

    expect((await bench.do('instance', { instance })).state).toBe('active');
    expect((await bench.do('check')).violations).toEqual([]);
  });
});
