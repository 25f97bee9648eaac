import { aroundMiddle, flow } from '../../../../../test/support/bpmn-xml.js';
import { findingsOf, readContent, readMiddle } from '../../../../../test/support/read-xml.js';

const camunda7 = { dialect: 'camunda7' } as const;
const userTask = (attributes: string): string => aroundMiddle(`<userTask id="midten" ${attributes}/>`);

describe('expressions of Camunda 7 wherever they may stand', () => {
  it('on flows and in loops', async () => {
    const loop = `<userTask id="midten" camunda:assignee="\${person}"><multiInstanceLoopCharacteristics camunda:collection="personer"
      camunda:elementVariable="person"><completionCondition>\${nrOfCompletedInstances == 2}</completionCondition>
      </multiInstanceLoopCharacteristics></userTask>`;
    const cardinality = `<task id="midten"><multiInstanceLoopCharacteristics><loopCardinality>\${antall}</loopCardinality>
      </multiInstanceLoopCharacteristics></task>`;
    const choice = `<startEvent id="start"/><exclusiveGateway id="valg" default="valg-b"/><endEvent id="a"/><endEvent id="b"/>
      ${flow('start', 'valg')}<sequenceFlow id="valg-a" sourceRef="valg" targetRef="a"><conditionExpression
      xsi:type="tFormalExpression">\${sum &gt; 100 &amp;&amp; !stengt}</conditionExpression></sequenceFlow>${flow('valg', 'b')}`;

    expect(await readMiddle(aroundMiddle(loop), camunda7)).toMatchObject({
      multiInstance: {
        collection: 'personer',
        elementVariable: 'person',
        completionCondition: 'numberOfCompletedInstances = 2',
      },
    });
    expect(await readMiddle(aroundMiddle(cardinality), camunda7)).toMatchObject({
      multiInstance: { cardinality: 'antall' },
    });
    const { flows } = await readContent(choice, camunda7);
    expect(flows.get('valg-a')?.condition).toBe('(sum > 100) and (stengt != true)');
  });

  it('in timers, conditions, and names of messages, signals, errors and escalations', async () => {
    const beside = `<message id="m" name="svar-\${nr}"/><signal id="s" name="\${signal}"/>
      <error id="e" errorCode="\${kode}" camunda:errorMessage="Feil \${nr}"/><escalation id="es" escalationCode="E\${nr}"/>`;
    const event = (type: string, definition: string): string =>
      aroundMiddle(`<${type} id="midten">${definition}</${type}>`);
    const read = (type: string, definition: string) => readMiddle(event(type, definition), { ...camunda7, beside });
    const catching = 'intermediateCatchEvent';

    const timer = await read(
      catching,
      '<timerEventDefinition><timeDuration>PT${n}H</timeDuration></timerEventDefinition>',
    );
    expect(timer).toMatchObject({ trigger: { schedule: { expression: 'string join(["PT", string(n), "H"])' } } });
    const conditional = await read(
      catching,
      '<conditionalEventDefinition camunda:variableName="n"><condition>${n &lt; 3}</condition></conditionalEventDefinition>',
    );
    expect(conditional).toMatchObject({ trigger: { condition: 'n < 3' } });
    const message = await read(catching, '<messageEventDefinition messageRef="m"/>');
    expect(message).toMatchObject({ trigger: { message: '=string join(["svar-", string(nr)])' } });
    const signal = await read('intermediateThrowEvent', '<signalEventDefinition signalRef="s"/>');
    expect(signal).toMatchObject({ result: { signal: '=signal' } });
    const escalation = await read('intermediateThrowEvent', '<escalationEventDefinition escalationRef="es"/>');
    expect(escalation).toMatchObject({ result: { code: '=string join(["E", string(nr)])' } });
    const { nodes } = await readContent(
      `<startEvent id="start"/><endEvent id="slutt"><errorEventDefinition errorRef="e"/></endEvent>${flow('start', 'slutt')}`,
      { ...camunda7, beside },
    );
    expect(nodes.get('slutt')).toMatchObject({
      result: { kind: 'error', code: '=kode', message: '=string join(["Feil ", string(nr)])' },
    });
  });

  it('and the variables of a caught error or escalation', async () => {
    const boundary = (
      definition: string,
    ): string => `${aroundMiddle('<subProcess id="midten"><startEvent id="inne"/></subProcess>')}
      <boundaryEvent id="kant" attachedToRef="midten">${definition}</boundaryEvent>${flow('kant', 'slutt')}`;

    const failed = await readContent(
      boundary('<errorEventDefinition camunda:errorCodeVariable="kode" camunda:errorMessageVariable="tekst"/>'),
      camunda7,
    );
    const escalated = await readContent(
      boundary('<escalationEventDefinition camunda:escalationCodeVariable="kode"/>'),
      camunda7,
    );

    expect(failed.nodes.get('kant')).toMatchObject({
      trigger: { kind: 'error', codeVariable: 'kode', messageVariable: 'tekst' },
    });
    expect(escalated.nodes.get('kant')).toMatchObject({ trigger: { kind: 'escalation', codeVariable: 'kode' } });
  });

  it('are refused with the element where they cannot be said in FEEL', async () => {
    const choice = `<startEvent id="start"/><exclusiveGateway id="valg" default="valg-b"/><endEvent id="a"/><endEvent id="b"/>
      ${flow('start', 'valg')}<sequenceFlow id="valg-a" sourceRef="valg" targetRef="a"><conditionExpression
      xsi:type="tFormalExpression">\${regler.gjelder(sak)}</conditionExpression></sequenceFlow>${flow('valg', 'b')}`;

    expect(await findingsOf(choice, camunda7)).toContain('MODEL_EXPRESSION_UNSUPPORTED valg-a');
    expect(await findingsOf(userTask('camunda:assignee="${bønne.hvem()}"'), camunda7)).toContain(
      'MODEL_EXPRESSION_UNSUPPORTED midten',
    );
  });

  it('are refused in another language', async () => {
    const choice = `<startEvent id="start"/><exclusiveGateway id="valg" default="valg-b"/><endEvent id="a"/><endEvent id="b"/>
      ${flow('start', 'valg')}<sequenceFlow id="valg-a" sourceRef="valg" targetRef="a"><conditionExpression
      xsi:type="tFormalExpression" language="javascript">x</conditionExpression></sequenceFlow>${flow('valg', 'b')}`;

    expect(await findingsOf(choice, camunda7)).toEqual(['MODEL_SCRIPT_FORBIDDEN valg-a']);
  });
});

it('keeps the version tag of a process and the variable of whoever starts it', async () => {
  const content = aroundMiddle('<task id="midten"/>').replace('id="start"', 'id="start" camunda:initiator="eier"');

  const { scopes } = await readContent(content, camunda7);

  expect(scopes.get('prosess')?.variables).toEqual([{ name: 'eier' }]);
});
