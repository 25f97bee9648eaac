import { documentXml, flow, flows, processXml, userTask } from '../../../test/support/bpmn-xml.js';
import type { FlowNode } from '../definition/flow-node.js';
import type { UnversionedDefinition } from '../definition/process-definition.js';
import { readBpmn } from './read-bpmn.js';

async function read(xml: string): Promise<UnversionedDefinition> {
  const reading = await readBpmn(xml);
  const [definition] = reading.ok ? reading.definitions : [];
  if (definition === undefined) throw new Error(JSON.stringify(reading));
  return definition;
}

async function nodeOf(id: string, content: string, beside = ''): Promise<FlowNode | undefined> {
  const definition = await read(processXml(content, beside));
  return definition.nodes.get(id);
}

const around = (middle: string): string =>
  `<startEvent id="start"/>${middle}<endEvent id="slutt"/>${flows('start > midten > slutt')}`;

const message = '<message id="svar-melding" name="svar" boligflyt:correlationKey="=saksnummer"/>';

describe('reading a diagram', () => {
  it('gives scopes, nodes and flows with the flows that touch each node', async () => {
    const definition = await read(processXml(around(userTask('midten'))));

    expect(definition).toMatchObject({ key: 'prosess', name: 'Prosess', compilerVersion: 1 });
    expect(definition.scopes.get('prosess')).toEqual({
      id: 'prosess',
      nodes: ['start', 'midten', 'slutt'],
      startEvents: ['start'],
      eventSubProcesses: [],
      variables: [],
    });
    expect(definition.nodes.get('midten')).toMatchObject({ incoming: ['start-midten'], outgoing: ['midten-slutt'] });
    expect(definition.flows.get('start-midten')).toMatchObject({ source: 'start', target: 'midten' });
  });

  it('gives a user task with its people, form, deadline ladder and checkpoint', async () => {
    const deadline = `<extensionElements>
      <boligflyt:deadline rule="D02" from="=mottattPaa"><boligflyt:reminder offset="-P7D" to="assignee"/>
        <boligflyt:escalation offset="P1D" to="hvk-leder" channel="sms" text="siste-dag"/></boligflyt:deadline>
      <boligflyt:input source="=soknad.navn" target="navn"/><boligflyt:output source="=svar" target="utfall"/>
    </extensionElements>`;
    const attributes =
      'boligflyt:form="vurdering" boligflyt:participation="MP-B4" boligflyt:stage="3" boligflyt:title="=navn"';

    const task = await nodeOf('midten', around(userTask('midten', deadline, attributes)));

    expect(task).toMatchObject({
      kind: 'userTask',
      candidateGroups: ['hvk'],
      form: 'vurdering',
      title: 'navn',
      participation: { code: 'MP-B4' },
      hint: { stage: 3 },
      inputs: [{ source: 'soknad.navn', target: 'navn' }],
      outputs: [{ source: 'svar', target: 'utfall' }],
      deadline: {
        rule: 'D02',
        from: 'mottattPaa',
        ladder: [
          { kind: 'reminder', offset: '-P7D', to: 'assignee' },
          { kind: 'escalation', offset: 'P1D', to: 'hvk-leder', channel: 'sms', text: 'siste-dag' },
        ],
      },
    });
  });

  it.each([
    ['<timeDuration>P21D</timeDuration>', '', { kind: 'duration', expression: '"P21D"' }],
    ['<timeDuration>=ventetid</timeDuration>', '', { kind: 'duration', expression: 'ventetid' }],
    ['<timeDate>2026-12-24T08:00</timeDate>', '', { kind: 'date', expression: '"2026-12-24T08:00"' }],
    [
      '',
      'boligflyt:deadline="D30" boligflyt:from="=publisertPaa" boligflyt:shift="-P7D"',
      { kind: 'deadline', deadline: { rule: 'D30', from: 'publisertPaa' }, shift: '-P7D' },
    ],
  ])('gives the schedule of a timer: %s%s', async (child, attributes, schedule) => {
    const timer = `<timerEventDefinition ${attributes}>${child}</timerEventDefinition>`;

    const event = await nodeOf(
      'midten',
      around(`<intermediateCatchEvent id="midten">${timer}</intermediateCatchEvent>`),
    );

    expect(event).toMatchObject({ kind: 'intermediateCatchEvent', trigger: { kind: 'timer', schedule } });
  });

  it('gives boundary events with their host, interrupting or not', async () => {
    const content =
      around(userTask('midten')) +
      `<boundaryEvent id="frist" attachedToRef="midten"><timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition></boundaryEvent>
       <boundaryEvent id="svar-kom" attachedToRef="midten" cancelActivity="false"><messageEventDefinition messageRef="svar-melding"/></boundaryEvent>
       ${flow('frist', 'slutt')}${flow('svar-kom', 'slutt')}`;

    const definition = await read(processXml(content, message));

    expect(definition.nodes.get('midten')).toMatchObject({ boundaryEvents: ['frist', 'svar-kom'] });
    expect(definition.nodes.get('frist')).toMatchObject({ attachedTo: 'midten', interrupting: true });
    expect(definition.nodes.get('svar-kom')).toMatchObject({
      interrupting: false,
      trigger: { kind: 'message', message: 'svar', correlationKey: 'saksnummer' },
    });
  });

  it('gives a sub-process as a scope of its own', async () => {
    const inside = `<startEvent id="inne-start"/>${userTask('inne')}<endEvent id="inne-slutt"/>${flows('inne-start > inne > inne-slutt')}`;

    const definition = await read(processXml(around(`<subProcess id="midten">${inside}</subProcess>`)));

    expect(definition.scopes.get('midten')).toEqual({
      id: 'midten',
      parent: 'prosess',
      nodes: ['inne-start', 'inne', 'inne-slutt'],
      startEvents: ['inne-start'],
      eventSubProcesses: [],
      variables: [],
    });
    expect(definition.nodes.get('inne')).toMatchObject({ scope: 'midten' });
  });

  it('gives a multi-instance call activity and a service task with headers', async () => {
    const loop = `<multiInstanceLoopCharacteristics isSequential="true" boligflyt:collection="=punkter"
      boligflyt:elementVariable="punkt" boligflyt:outputCollection="svar" boligflyt:outputElement="=resultat"/>`;
    const call = `<callActivity id="midten" calledElement="medvirkningspunkt">${loop}</callActivity>`;
    const service = `<serviceTask id="midten" boligflyt:jobType="send-brev"><extensionElements>
      <boligflyt:header key="brev" value="forelopig-svar"/></extensionElements></serviceTask>`;

    expect(await nodeOf('midten', around(call))).toMatchObject({
      kind: 'callActivity',
      calledProcess: 'medvirkningspunkt',
      multiInstance: { sequential: true, collection: 'punkter', elementVariable: 'punkt', outputElement: 'resultat' },
    });
    expect(await nodeOf('midten', around(service))).toMatchObject({
      jobType: 'send-brev',
      headers: { brev: 'forelopig-svar' },
    });
  });

  it('leaves out what is only drawn: pools, lanes, notes, and processes that are not executable', async () => {
    const xml = documentXml(`<collaboration id="samarbeid"><participant id="p1" processRef="prosess"/></collaboration>
      <process id="andres" isExecutable="false"><scriptTask id="skript"/></process>
      <process id="prosess" isExecutable="true"><laneSet id="baner"><lane id="bane" name="Bolig"><flowNodeRef>start</flowNodeRef></lane></laneSet>
      ${around(userTask('midten'))}<textAnnotation id="notat"><text>Husk</text></textAnnotation>
      <association id="til-notat" sourceRef="midten" targetRef="notat"/></process>`);

    const reading = await readBpmn(xml);

    expect(reading.ok && reading.definitions.map(({ key, nodes }) => [key, nodes.size])).toEqual([['prosess', 3]]);
  });
});
