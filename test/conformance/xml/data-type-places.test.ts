import { flow, flows, userTask } from '../../support/bpmn-xml.js';
import { drawElement, playElement, type ElementPlayer } from '../../support/play-element.js';
import { dataObject, item } from '../../support/typed-data-xml.js';

const types =
  item('dato', 'xsd:date') + item('datoer', 'xsd:date', 'isCollection="true"') + item('tekst', 'xsd:string');
const play = (content: string, variables = {}, beside = ''): Promise<ElementPlayer> =>
  playElement(content, variables, { beside: types + beside });

const frist = dataObject('frist', 'dato');
const start = '<startEvent id="start"/>';
const end = '<endEvent id="slutt"/>';
const formal = (name: string, feel: string): string =>
  `<${name} xsi:type="tFormalExpression"><![CDATA[=${feel}]]></${name}>`;
const late = 'frist > date("2026-01-10")';

describe('BPMN 2.0.2 §8.4.10, §10.4.1 declared types count in the expressions of the flow', () => {
  it.each<[string, string]>([
    ['2026-01-15', 'a'],
    ['2026-01-05', 'b'],
  ])('condition of a sequence flow: %s leads to %s', async (date, way) => {
    const gateway = `${frist}${start}<exclusiveGateway id="valg" default="valg-b"/>${userTask('a')}${userTask('b')}${end}
      ${flows('start > valg > b > slutt', 'a > slutt')}${flow('valg', 'a', late)}`;

    expect((await play(gateway, { frist: date })).standing).toEqual([way]);
  });

  it('a condition that reads what is no date is an incident at the gateway', async () => {
    const gateway = `${frist}${start}<exclusiveGateway id="valg" default="valg-b"/>${userTask('a')}${userTask('b')}${end}
      ${flows('start > valg > b > slutt', 'a > slutt')}${flow('valg', 'a', late)}`;
    const stuck = await play(gateway, { frist: 'snart' });

    expect(stuck.incidents).toEqual(['EXPRESSION valg']);
    stuck.resolve({ frist: '2026-01-15' });
    expect(stuck.standing).toEqual(['a']);
  });

  it('activation condition of a complex gateway', async () => {
    const content = `${frist}${start}<parallelGateway id="del"/>${userTask('a')}${userTask('b')}
      <complexGateway id="samle">${formal('activationCondition', `activationCount >= 1 and ${late}`)}</complexGateway>
      ${userTask('etter')}${end}${flows('start > del > a > samle > etter > slutt', 'del > b > samle')}`;
    const joined = await play(content, { frist: '2026-01-15' });

    joined.complete('a');

    expect(joined.standing).toEqual(['b', 'etter']);
  });

  it('condition of a conditional event: occurs when the date becomes late', async () => {
    const content = `${frist}${start}<intermediateCatchEvent id="vent"><conditionalEventDefinition>
      ${formal('condition', late)}</conditionalEventDefinition></intermediateCatchEvent>${userTask('etter')}${end}
      ${flows('start > vent > etter > slutt')}`;
    const waiting = await play(content, { frist: '2026-01-05' });
    expect(waiting.standing).toEqual(['vent']);

    waiting.play({ type: 'SetVariables', variables: { frist: '2026-01-15' } });

    expect(waiting.standing).toEqual(['etter']);
  });

  it('timer: seven days after the date, midnight in Oslo', async () => {
    const content = `${frist}${start}<intermediateCatchEvent id="vent"><timerEventDefinition>
      ${formal('timeDate', 'frist + duration("P7D")')}</timerEventDefinition></intermediateCatchEvent>${end}
      ${flows('start > vent > slutt')}`;
    const waiting = await play(content, { frist: '2027-01-05' });

    expect([...waiting.instance.timers.values()].map(({ dueAt }) => dueAt)).toEqual(['2027-01-11T23:00:00.000Z']);
  });

  it('title, assignee, candidates, priority and due date of a user task', async () => {
    const task = `<userTask id="t" boligflyt:title='="Innen " + string(frist + duration("P1D"))' boligflyt:candidateGroups='=if ${late.replace(
      '>',
      '&gt;',
    )} then "sen" else "tidlig"' boligflyt:priority="=frist.day" boligflyt:dueDate='=frist - duration("P1D")'/>`;
    const { instance } = await play(`${frist}${start}${task}${end}${flows('start > t > slutt')}`, {
      frist: '2026-01-15',
    });

    expect([...instance.userTasks.values()]).toMatchObject([
      { name: 'Innen 2026-01-16', candidateGroups: ['sen'], priority: 15, dueAt: '2026-01-13T23:00:00.000Z' },
    ]);
  });

  it('correlation key of a message', async () => {
    const beside = `<message id="m" name="m" boligflyt:correlationKey='=string(frist.year) + "-" + sak'/>`;
    const content = `${frist}${start}<receiveTask id="ta" messageRef="m"/>${end}${flows('start > ta > slutt')}`;
    const { instance } = await play(content, { frist: '2026-01-15' }, beside);

    expect([...instance.subscriptions.values()]).toMatchObject([{ correlationKey: '2026-1' }]);
  });

  it('title of the case', async () => {
    const process = `<process id="titlet" isExecutable="true" boligflyt:title='="År " + string(frist.year)'>${frist}
      ${start}${userTask('t')}${end}${flows('start > t > slutt')}</process>`;
    const player = await drawElement('<task id="x"/>', { beside: types + process, process: 'titlet' });
    player.start({ frist: '2026-01-15' });

    expect(player.instance.title).toBe('År 2026');
  });
});

describe('BPMN 2.0.2 §8.4.10, §10.3.8 declared types count in loops', () => {
  const looped = (loop: string, content = ''): string =>
    `${frist}${dataObject('frister', 'datoer')}${start}${userTask('t', content + loop)}${userTask('etter')}${end}
     ${flows('start > t > etter > slutt')}`;

  it('standard loop: until the date is late', async () => {
    const loop = `<standardLoopCharacteristics testBefore="true">${formal('loopCondition', `not(${late})`)}</standardLoopCharacteristics>`;
    const looping = await play(looped(loop), { frist: '2026-01-05' });

    looping.complete('t', { frist: '2026-01-10' });
    expect(looping.standing).toContain('t');
    looping.complete('t', { frist: '2026-01-11' });

    expect(looping.standing).toEqual(['etter']);
  });

  it('multi-instance: cardinality from a date, done when the date is late', async () => {
    const loop = `<multiInstanceLoopCharacteristics>${formal('loopCardinality', 'frist.day')}
      ${formal('completionCondition', late)}</multiInstanceLoopCharacteristics>`;
    const looping = await play(looped(loop), { frist: '2026-01-03' });
    expect(looping.instance.userTasks.size).toBe(3);

    looping.complete('t', { frist: '2026-01-11' });

    expect(looping.standing).toEqual(['etter']);
  });

  it.each<[string, string]>([
    ['with a type of its own', 'itemSubjectRef="dato"'],
    ['without one, by the type of the list', ''],
  ])('multi-instance: its item is a date %s', async (_, ofItem) => {
    const content = `<ioSpecification><dataInput id="liste" itemSubjectRef="datoer" isCollection="true"/><inputSet/><outputSet/>
      </ioSpecification><dataInputAssociation><sourceRef>frister</sourceRef><targetRef>liste</targetRef></dataInputAssociation>`;
    const loop = `<multiInstanceLoopCharacteristics><loopDataInputRef>liste</loopDataInputRef><inputDataItem id="dag" ${ofItem}/>
      </multiInstanceLoopCharacteristics>`;
    const task = `boligflyt:candidateGroups="hvk" boligflyt:dueDate='=dag + duration("P1D")'`;
    const { instance } = await play(looped(loop, content).replace('boligflyt:candidateGroups="hvk"', task), {
      frister: ['2026-01-05', '2026-02-05'],
    });

    expect([...instance.userTasks.values()].map(({ dueAt }) => dueAt)).toEqual([
      '2026-01-05T23:00:00.000Z',
      '2026-02-05T23:00:00.000Z',
    ]);
  });

  it('multi-instance in our own words: the variable of a list of dates is a date, and one date is a list of one', async () => {
    const loop = '<multiInstanceLoopCharacteristics boligflyt:collection="=frister" boligflyt:elementVariable="dag"/>';
    const task = `boligflyt:candidateGroups="hvk" boligflyt:priority="=dag.day"`;
    const { instance } = await play(looped(loop).replace('boligflyt:candidateGroups="hvk"', task), {
      frister: '2026-01-07',
    });

    expect([...instance.userTasks.values()].map(({ priority }) => priority)).toEqual([7]);
  });

  it('multi-instance: what its bodies give is read as the data output item is declared', async () => {
    const loop = `<multiInstanceLoopCharacteristics boligflyt:collection="=[1]" boligflyt:outputCollection="ut"
      boligflyt:outputElement='=dag + duration("P1D")'><outputDataItem id="dag" itemSubjectRef="dato"/></multiInstanceLoopCharacteristics>`;
    const looping = await play(looped(loop));

    looping.complete('t', { dag: '2026-01-31' });

    expect(looping.variables['ut']).toEqual(['2026-02-01']);
  });

  it('ad-hoc sub-process: its completion condition', async () => {
    const content = `${frist}${start}<adHocSubProcess id="det">${userTask('a')}${userTask('b')}
      ${formal('completionCondition', late)}</adHocSubProcess>${userTask('etter')}${end}${flows('start > det > etter > slutt')}`;
    const adHoc = await play(content, { frist: '2026-01-05' });

    adHoc.complete('a', { frist: '2026-01-15' });

    expect(adHoc.standing).toEqual(['etter']);
  });
});
