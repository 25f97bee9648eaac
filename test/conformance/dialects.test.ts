import { readBpmn, type ReadOptions } from '../../src/engine/index.js';
import { flow, flows, processXml } from '../support/bpmn-xml.js';
import { CasePlayer, kari } from '../support/case-player.js';
import { withVendors } from '../support/read-xml.js';

async function play(content: string, options: ReadOptions): Promise<CasePlayer> {
  const reading = await readBpmn(withVendors(processXml(content)), {}, options);
  const [definition] = reading.ok ? reading.definitions : [];
  if (definition === undefined) throw new Error(JSON.stringify(reading));
  return new CasePlayer({ ...definition, version: 1 });
}

const condition = (body: string): string =>
  `<conditionExpression xsi:type="tFormalExpression">${body}</conditionExpression>`;

describe('a model of Camunda 7', () => {
  it('goes the way that its JUEL says', async () => {
    const content = `<startEvent id="start"/><exclusiveGateway id="valg" default="valg-b"/>
      <userTask id="a" camunda:candidateGroups="hvk"/><userTask id="b" camunda:candidateGroups="hvk"/>
      ${flow('start', 'valg')}${flow('valg', 'b')}<sequenceFlow id="valg-a" sourceRef="valg" targetRef="a">${condition(
        "${name == 'x' &amp;&amp; n > 3 &amp;&amp; not empty list &amp;&amp; list[0] eq 'først'}",
      )}</sequenceFlow>`;
    const [one, other] = [await play(content, { dialect: 'camunda7' }), await play(content, { dialect: 'camunda7' })];

    one.start({ name: 'x', n: 4, list: ['først'] });
    other.start({ name: 'x', n: 4, list: [] });

    expect(one.task('a').node).toBe('a');
    expect(other.task('b').node).toBe('b');
  });

  it('counts the instances of a loop as Camunda does: 0 first, and done at 60 %', async () => {
    const content = `<startEvent id="start"/><userTask id="t" name="Oppgave \${loopCounter}" camunda:assignee="\${person}">
      <multiInstanceLoopCharacteristics camunda:collection="\${folk}" camunda:elementVariable="person"><completionCondition>
      \${nrOfCompletedInstances/nrOfInstances >= 0.6}</completionCondition></multiInstanceLoopCharacteristics></userTask>
      <endEvent id="slutt"/>${flows('start > t > slutt')}`;
    const player = await play(content, { dialect: 'camunda7' });

    player.start({ folk: ['kari', 'liv', 'ola'] });
    const tasks = [...player.instance.userTasks.values()];
    for (const { id: userTaskId, assignee = kari.id } of tasks.slice(0, 2)) {
      player.play({ type: 'CompleteUserTask', userTaskId, variables: {}, actor: { ...kari, id: assignee } });
    }

    expect(tasks.map(({ name, assignee }) => [name, assignee])).toEqual([
      ['Oppgave 0', 'kari'],
      ['Oppgave 1', 'liv'],
      ['Oppgave 2', 'ola'],
    ]);
    expect(player.instance.state).toBe('completed');
  });

  it('lets a result out beside the output parameters, but for what an input parameter has made', async () => {
    const content = `<startEvent id="start"/><serviceTask id="t" camunda:type="external" camunda:topic="regn"><extensionElements>
      <camunda:inputOutput><camunda:inputParameter name="lokal">\${a}</camunda:inputParameter>
      <camunda:outputParameter name="sum">\${b + 1}</camunda:outputParameter></camunda:inputOutput></extensionElements></serviceTask>
      <userTask id="vent" camunda:candidateGroups="hvk"/>${flows('start > t > vent')}`;
    const player = await play(content, { dialect: 'camunda7' });

    player.start({ a: 1 });
    player.completeJob('t', { b: 41, lokal: 2 });

    expect(player.variables).toEqual({ a: 1, b: 41, sum: 42 });
  });
});

describe('a model of Camunda 8', () => {
  it('maps, computes and assigns as Zeebe does', async () => {
    const content = `<startEvent id="start"/><serviceTask id="t"><extensionElements><zeebe:taskDefinition type="regn"/>
      <zeebe:ioMapping><zeebe:input source="=a.b" target="c"/><zeebe:output source="=d" target="e"/></zeebe:ioMapping>
      </extensionElements></serviceTask><scriptTask id="s"><extensionElements>
      <zeebe:script expression="=e + 1" resultVariable="sum"/></extensionElements></scriptTask>
      <userTask id="vent"><extensionElements><zeebe:assignmentDefinition candidateGroups="hvk,bolig"/></extensionElements></userTask>
      ${flows('start > t > s > vent')}`;
    const player = await play(content, { dialect: 'zeebe' });

    player.start({ a: { b: 1 } });
    player.completeJob('t', { d: 41 });

    expect(player.variables).toEqual({ a: { b: 1 }, e: 41, sum: 42 });
    expect(player.task('vent').candidateGroups).toEqual(['hvk', 'bolig']);
  });
});
