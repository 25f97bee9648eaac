import { aroundMiddle, flow, userTask } from '../../../../test/support/bpmn-xml.js';
import { findingsOf, readContent, readMiddle } from '../../../../test/support/read-xml.js';

const beside = `<message id="m" name="svar"/><signal id="s" name="varsel"/><error id="e" name="Feil" errorCode="E1"/>
  <escalation id="es" name="Haster" escalationCode="H1"/><error id="kodelos" name="Ukjent"/>
  <messageEventDefinition id="felles-melding" messageRef="m"/>
  <timerEventDefinition id="felles-tid"><timeDuration>P1D</timeDuration></timerEventDefinition>`;

const event = (type: string, definitions: string, attributes = ''): string =>
  aroundMiddle(`<${type} id="midten" ${attributes}>${definitions}</${type}>`);
const ending = (definitions: string): string =>
  `<startEvent id="start"/><endEvent id="midten">${definitions}</endEvent>${flow('start', 'midten')}`;
const onBoundary = (definitions: string, attributes = ''): string =>
  `${aroundMiddle('<subProcess id="midten"><startEvent id="inne"/></subProcess>').replaceAll('midten', 'vert')}
   <boundaryEvent id="midten" attachedToRef="vert" ${attributes}>${definitions}</boundaryEvent>${flow('midten', 'slutt')}`;

describe('what an event waits for', () => {
  it.each<[string, object]>([
    ['<messageEventDefinition messageRef="m"/>', { kind: 'message', message: 'svar' }],
    ['<signalEventDefinition signalRef="s"/>', { kind: 'signal', signal: 'varsel' }],
    ['<conditionalEventDefinition><condition>=n > 3</condition></conditionalEventDefinition>', { condition: 'n > 3' }],
    ['<eventDefinitionRef>felles-melding</eventDefinitionRef>', { kind: 'message', message: 'svar' }],
    ['<eventDefinitionRef>felles-tid</eventDefinitionRef>', { kind: 'timer' }],
    [
      '<timerEventDefinition><timeDuration>duration("P1D")</timeDuration></timerEventDefinition>',
      { schedule: { kind: 'duration', expression: 'duration("P1D")' } },
    ],
    [
      '<messageEventDefinition messageRef="m"/><signalEventDefinition signalRef="s"/>',
      { kind: 'multiple', parallel: false, triggers: [{ kind: 'message' }, { kind: 'signal' }] },
    ],
    [
      '<messageEventDefinition messageRef="m"/><eventDefinitionRef>felles-tid</eventDefinitionRef>',
      { kind: 'multiple', triggers: [{ kind: 'message' }, { kind: 'timer' }] },
    ],
  ])('%s', async (definitions, trigger) => {
    const node = await readMiddle(event('intermediateCatchEvent', definitions), { beside });

    expect(node).toMatchObject({ kind: 'intermediateCatchEvent', trigger });
  });

  it('all of several things, where it is parallel', async () => {
    const definitions = '<messageEventDefinition messageRef="m"/><signalEventDefinition signalRef="s"/>';

    const node = await readMiddle(event('intermediateCatchEvent', definitions, 'parallelMultiple="true"'), { beside });

    expect(node).toMatchObject({ trigger: { kind: 'multiple', parallel: true } });
  });

  it.each<[string, object]>([
    ['<errorEventDefinition errorRef="e"/>', { kind: 'error', code: 'E1' }],
    ['<errorEventDefinition errorRef="kodelos"/>', { kind: 'error', code: 'Ukjent' }],
    ['<escalationEventDefinition escalationRef="es"/>', { kind: 'escalation', code: 'H1' }],
  ])('%s on a boundary', async (definition, trigger) => {
    const node = await readMiddle(onBoundary(definition), { beside });

    expect(node).toMatchObject({ kind: 'boundaryEvent', attachedTo: 'vert', interrupting: true, trigger });
  });

  it('every error, where none is named', async () => {
    const node = await readMiddle(onBoundary('<errorEventDefinition/>'), { beside });

    expect(node).toMatchObject({ trigger: { kind: 'error' } });
    expect(node).not.toHaveProperty('trigger.code');
  });

  it('without interrupting', async () => {
    const node = await readMiddle(onBoundary('<signalEventDefinition signalRef="s"/>', 'cancelActivity="false"'), {
      beside,
    });

    expect(node).toMatchObject({ interrupting: false });
  });

  it('the undoing of an activity, with the activity that undoes it', async () => {
    const content = `${aroundMiddle(userTask('midten'))}
      <boundaryEvent id="angre" attachedToRef="midten"><compensateEventDefinition/></boundaryEvent>
      <serviceTask id="rydd" isForCompensation="true" boligflyt:jobType="rydd"/>
      <association id="til-rydd" sourceRef="angre" targetRef="rydd" associationDirection="One"/>`;

    const { nodes } = await readContent(content);

    expect(nodes.get('angre')).toMatchObject({ trigger: { kind: 'compensation' }, compensationHandler: 'rydd' });
    expect(nodes.get('rydd')).toMatchObject({ isForCompensation: true });
  });

  it('the start of an event sub-process, interrupting or not', async () => {
    const inside = (attributes: string): string =>
      aroundMiddle(userTask('midten')) +
      `<subProcess id="under" triggeredByEvent="true"><startEvent id="ved-varsel" ${attributes}>
       <signalEventDefinition signalRef="s"/></startEvent></subProcess>`;

    const silent = await readContent(inside('isInterrupting="false"'), { beside });
    const loud = await readContent(inside(''), { beside });

    expect(silent.nodes.get('under')).toMatchObject({ kind: 'eventSubProcess' });
    expect(silent.scopes.get('prosess')).toMatchObject({ eventSubProcesses: ['under'], startEvents: ['start'] });
    expect(silent.nodes.get('ved-varsel')).toMatchObject({ interrupting: false });
    expect(loud.nodes.get('ved-varsel')).toMatchObject({ interrupting: true });
    expect(loud.nodes.get('start')).not.toHaveProperty('interrupting');
  });
});

describe('what an event does', () => {
  it.each<[string, object]>([
    ['', { kind: 'none' }],
    ['<messageEventDefinition messageRef="m"/>', { kind: 'message', message: 'svar', targets: [] }],
    ['<signalEventDefinition signalRef="s"/>', { kind: 'signal', signal: 'varsel' }],
    ['<errorEventDefinition errorRef="e"/>', { kind: 'error', code: 'E1' }],
    ['<escalationEventDefinition escalationRef="es"/>', { kind: 'escalation', code: 'H1' }],
    ['<terminateEventDefinition/>', { kind: 'terminate' }],
    ['<compensateEventDefinition/>', { kind: 'compensation', waits: true }],
    ['<compensateEventDefinition waitForCompletion="false"/>', { kind: 'compensation', waits: false }],
    [
      '<signalEventDefinition signalRef="s"/><terminateEventDefinition/>',
      { kind: 'multiple', results: [{ kind: 'signal' }, { kind: 'terminate' }] },
    ],
  ])('at the end: %s', async (definitions, result) => {
    const node = await readMiddle(ending(definitions), { beside });

    expect(node).toMatchObject({ kind: 'endEvent', result });
  });

  it('links are found by their name, or the name of the event', async () => {
    const link = (id: string, type: string, name: string): string =>
      `<${type} id="${id}" name="videre"><linkEventDefinition ${name}/></${type}>`;
    const content = `<startEvent id="start"/>${link('hit', 'intermediateThrowEvent', 'name="A"')}
      ${link('dit', 'intermediateCatchEvent', 'name="A"')}<endEvent id="slutt"/>${flow('start', 'hit')}${flow('dit', 'slutt')}`;

    const { nodes } = await readContent(content);

    expect(nodes.get('hit')).toMatchObject({ result: { kind: 'link', link: 'A' } });
    expect(nodes.get('dit')).toMatchObject({ trigger: { kind: 'link', link: 'A' } });
  });

  it('data goes in and out of events by their associations', async () => {
    const thrown = `<intermediateThrowEvent id="midten"><dataInput id="inn" name="belop"/><dataInputAssociation>
      <sourceRef>sum-1</sourceRef><targetRef>inn</targetRef></dataInputAssociation><inputSet/>
      <signalEventDefinition signalRef="s"/></intermediateThrowEvent>`;
    const caught = `<intermediateCatchEvent id="midten"><dataOutput id="ut" name="belop"/><dataOutputAssociation>
      <sourceRef>ut</sourceRef><targetRef>sum-1</targetRef></dataOutputAssociation><outputSet/>
      <signalEventDefinition signalRef="s"/></intermediateCatchEvent>`;
    const held = '<property id="sum-1" name="total"/>';

    expect(await readMiddle(held + aroundMiddle(thrown), { beside })).toMatchObject({
      inputs: [{ source: 'total', target: 'belop' }],
    });
    expect(await readMiddle(held + aroundMiddle(caught), { beside })).toMatchObject({
      outputs: [{ names: ['belop', 'ut'], target: 'total' }],
    });
  });
});

it('a condition in another language than FEEL is refused', async () => {
  const condition = '<condition xsi:type="tFormalExpression" language="javascript">n > 3</condition>';
  const content = event(
    'intermediateCatchEvent',
    `<conditionalEventDefinition>${condition}</conditionalEventDefinition>`,
  );

  expect(await findingsOf(content)).toEqual(['MODEL_SCRIPT_FORBIDDEN midten']);
});
