import { aroundMiddle, flow } from '../../../../test/support/bpmn-xml.js';
import { findingsOf, readContent, readMiddle } from '../../../../test/support/read-xml.js';

const beside = `<message id="m" name="svar"/><message id="s" name="sporsmal"/><signal id="ferdig" name="ferdig"/>
  <signalEventDefinition id="melder" signalRef="ferdig"/>
  <interface id="i" name="Register"><operation id="slaa-opp" name="slå opp"><inMessageRef>s</inMessageRef></operation></interface>`;
const task = (type: string, attributes = '', content = ''): string =>
  aroundMiddle(`<${type} id="midten" ${attributes}>${content}</${type}>`);

describe('a task', () => {
  it.each<[string, string, string, object]>([
    ['serviceTask', 'boligflyt:jobType="a" boligflyt:retries="=n"', '', { jobType: 'a', retries: 'n' }],
    ['serviceTask', 'operationRef="slaa-opp"', '', { jobType: 'slå opp' }],
    ['serviceTask', 'implementation="urn:a"', '', { jobType: 'urn:a' }],
    ['serviceTask', 'implementation="##WebService"', '', { jobType: 'midten' }],
    ['sendTask', 'messageRef="m"', '', { result: { kind: 'message', message: 'svar' } }],
    ['sendTask', 'operationRef="slaa-opp"', '', { result: { kind: 'message', message: 'sporsmal' } }],
    ['sendTask', 'boligflyt:jobType="send"', '', { result: { kind: 'job', jobType: 'send' } }],
    ['receiveTask', 'messageRef="m"', '', { kind: 'receiveTask', trigger: { kind: 'message', message: 'svar' } }],
    ['scriptTask', '', '<script>=a + b</script>', { work: { kind: 'feel', script: 'a + b' } }],
    ['scriptTask', 'scriptFormat="FEEL"', '<script>{sum: a}</script>', { work: { kind: 'feel', script: '{sum: a}' } }],
    ['scriptTask', '', '', { work: { kind: 'feel', script: 'null' } }],
    ['scriptTask', 'boligflyt:resultVariable="c"', '<script>a</script>', { work: { resultVariable: 'c' } }],
    [
      'businessRuleTask',
      'boligflyt:decision="takst"',
      '',
      { work: { decision: 'takst', binding: { kind: 'latest' } } },
    ],
    [
      'businessRuleTask',
      'boligflyt:decision="takst" boligflyt:binding="version" boligflyt:version="2"',
      '',
      { work: { binding: { kind: 'version', version: 2 } } },
    ],
    ['businessRuleTask', 'boligflyt:jobType="regler"', '', { work: { kind: 'job', jobType: 'regler' } }],
    ['manualTask', '', '', { kind: 'manualTask' }],
    ['task', 'startQuantity="2" completionQuantity="3"', '', { startQuantity: 2, completionQuantity: 3 }],
    [
      'callActivity',
      'calledElement="annen" boligflyt:businessKey="=nr" boligflyt:passesAll="false" boligflyt:returnsAll="true"',
      '',
      { calledProcess: 'annen', businessKey: 'nr', passesAll: false, returnsAll: true },
    ],
    [
      'callActivity',
      'calledElement="annen" boligflyt:binding="version-tag" boligflyt:versionTag="v1"',
      '',
      { binding: { kind: 'version-tag', versionTag: 'v1' } },
    ],
    [
      'userTask',
      'boligflyt:candidateUsers="kari, liv" boligflyt:priority="=50" boligflyt:dueDate="=frist" boligflyt:followUpDate="=purr"',
      '',
      { candidateUsers: ['kari', 'liv'], priority: '50', dueDate: 'frist', followUpDate: 'purr' },
    ],
    ['userTask', 'boligflyt:candidateGroups="=if a then b else c"', '', { candidateGroups: ['=if a then b else c'] }],
  ])('%s %s%s', async (type, attributes, content, expected) => {
    const node = await readMiddle(task(type, attributes, content), { beside });

    expect(node).toMatchObject(expected);
  });

  it('starts a process when its message comes', async () => {
    const content = `<receiveTask id="midten" messageRef="m" instantiate="true"/><endEvent id="slutt"/>${flow('midten', 'slutt')}`;

    expect(await readMiddle(content, { beside })).toMatchObject({ instantiate: true });
  });

  it('that is manual waits, where that is asked for', async () => {
    expect(await readMiddle(task('manualTask'), { manualTasks: 'wait' })).toMatchObject({ waits: true });
    expect(await readMiddle(task('manualTask'))).not.toHaveProperty('waits');
  });

  it('whose script is in another language is a job, where that is asked for', async () => {
    const script = task('scriptTask', 'scriptFormat="javascript"', '<script>a + b</script>');

    expect(await readMiddle(script, { scripts: 'jobs' })).toMatchObject({
      work: { kind: 'job', jobType: 'script:javascript', headers: { source: 'a + b' } },
    });
    expect(await findingsOf(script)).toEqual(['MODEL_SCRIPT_FORBIDDEN midten']);
  });
});

describe('how often an activity is done', () => {
  const loop = (content: string, attributes = '', type = 'multiInstanceLoopCharacteristics'): string =>
    task('task', '', `<${type} ${attributes}>${content}</${type}>`);
  const standard = 'standardLoopCharacteristics';

  it.each<[string, string, string, object]>([
    [
      standard,
      'testBefore="true"',
      '<loopCondition>n &lt; 3</loopCondition>',
      { testBefore: true, condition: 'n < 3' },
    ],
    [standard, 'loopMaximum="5"', '', { testBefore: false, maximum: 5 }],
  ])('%s %s', async (type, attributes, content, standardLoop) => {
    expect(await readMiddle(loop(content, attributes, type))).toMatchObject({ standardLoop });
  });

  it.each<[string, string, object]>([
    ['<loopCardinality>3</loopCardinality>', '', { cardinality: '3', sequential: false }],
    ['<loopCardinality>=antall</loopCardinality>', 'isSequential="true"', { cardinality: 'antall', sequential: true }],
    [
      '<loopDataInputRef>liste</loopDataInputRef><loopDataOutputRef>svar</loopDataOutputRef><inputDataItem id="en"/><outputDataItem id="ett" name="resultat"/>',
      '',
      { collection: 'liste', elementVariable: 'en', outputCollection: 'svar', outputElement: 'resultat' },
    ],
    [
      '<loopCardinality>2</loopCardinality>',
      'behavior="None" noneBehaviorEventRef="melder"',
      { behavior: { kind: 'none', event: { kind: 'signal', signal: 'ferdig' } } },
    ],
    [
      '<loopCardinality>2</loopCardinality>',
      'behavior="One" oneBehaviorEventRef="melder"',
      { behavior: { kind: 'one', event: { kind: 'signal' } } },
    ],
    [
      `<loopCardinality>2</loopCardinality><complexBehaviorDefinition><condition>n = 1</condition><event id="kast">
       <signalEventDefinition signalRef="ferdig"/></event></complexBehaviorDefinition>`,
      'behavior="Complex"',
      { behavior: { kind: 'complex', events: [{ condition: 'n = 1', event: { kind: 'signal', signal: 'ferdig' } }] } },
    ],
  ])('multi-instance %s %s', async (content, attributes, multiInstance) => {
    const data = '<property id="liste"/><property id="svar"/>';

    expect(await readMiddle(data + loop(content, attributes), { beside })).toMatchObject({ multiInstance });
  });

  it('for each item of the list that fills its data input', async () => {
    const content = `<property id="ordre" name="linjer"/><property id="alle"/>${task(
      'task',
      '',
      `<ioSpecification><dataInput id="inn-liste"/><dataInput id="inn-en" name="linje"/><dataOutput id="ut-liste"/>
       <inputSet/><outputSet/></ioSpecification>
       <dataInputAssociation><sourceRef>ordre</sourceRef><targetRef>inn-liste</targetRef></dataInputAssociation>
       <dataInputAssociation><sourceRef>en</sourceRef><targetRef>inn-en</targetRef></dataInputAssociation>
       <dataOutputAssociation><sourceRef>ut-liste</sourceRef><targetRef>alle</targetRef></dataOutputAssociation>
       <multiInstanceLoopCharacteristics><loopDataInputRef>inn-liste</loopDataInputRef>
       <loopDataOutputRef>ut-liste</loopDataOutputRef><inputDataItem id="en"/></multiInstanceLoopCharacteristics>`,
    )}`;

    expect(await readMiddle(content)).toMatchObject({
      multiInstance: { collection: 'linjer', elementVariable: 'en', outputCollection: 'alle' },
      inputs: [{ source: 'en', target: 'linje' }],
      outputs: [],
    });
  });
});

describe('an activity with a process inside', () => {
  const inside = '<task id="a"/><task id="b"/>';

  it.each<[string, string, string, object]>([
    ['transaction', '', '<startEvent id="inne"/>', { kind: 'transaction' }],
    ['adHocSubProcess', '', inside, { kind: 'adHocSubProcess', ordering: 'parallel' }],
    [
      'adHocSubProcess',
      'ordering="Sequential" cancelRemainingInstances="false"',
      `${inside}<completionCondition>n > 1</completionCondition>`,
      { ordering: 'sequential', cancelRemaining: false, completionCondition: 'n > 1' },
    ],
  ])('%s %s', async (type, attributes, content, expected) => {
    const definition = await readContent(task(type, attributes, content));

    expect(definition.nodes.get('midten')).toMatchObject(expected);
    expect(definition.scopes.get('midten')).toMatchObject({ id: 'midten', parent: 'prosess' });
  });
});

it('reads gateways with their defaults and conditions', async () => {
  const gateway = (xml: string): string => aroundMiddle(xml);

  expect(await readMiddle(gateway('<inclusiveGateway id="midten" default="midten-slutt"/>'))).toMatchObject({
    kind: 'inclusiveGateway',
    defaultFlow: 'midten-slutt',
  });
  expect(
    await readMiddle(
      gateway(
        '<complexGateway id="midten"><activationCondition>activationCount > 1</activationCondition></complexGateway>',
      ),
    ),
  ).toMatchObject({ kind: 'complexGateway', activationCondition: 'activationCount > 1' });
});
