import { aroundMiddle, documentXml, flow, processXml } from '../../../../test/support/bpmn-xml.js';
import { readBpmn } from '../read-bpmn.js';
import type { ReadOptions } from './read-options.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';

async function definitionsOf(xml: string, options: ReadOptions = {}): Promise<readonly UnversionedDefinition[]> {
  const reading = await readBpmn(xml, {}, options);
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics));
  return reading.definitions;
}

const nodeIn = (definitions: readonly UnversionedDefinition[], key: string, node: string) =>
  definitions.find((definition) => definition.key === key)?.nodes.get(node);

const messages = '<message id="m" name="tilbud"/><itemDefinition id="i"/>';
const buyer = `<process id="kjoper" isExecutable="true"><startEvent id="k-start"/><intermediateThrowEvent id="spor">
  <messageEventDefinition messageRef="m"/></intermediateThrowEvent><receiveTask id="ta-imot"/><endEvent id="k-slutt"/>
  ${flow('k-start', 'spor')}${flow('spor', 'ta-imot')}${flow('ta-imot', 'k-slutt')}</process>`;
const seller = `<process id="selger" isExecutable="true"><startEvent id="s-start"><messageEventDefinition messageRef="m"/></startEvent>
  <endEvent id="svar"><messageEventDefinition/></endEvent>${flow('s-start', 'svar')}</process>`;
const pools = (
  flows: string,
  more = '',
): string => `<collaboration id="c"><participant id="pool-k" processRef="kjoper"/>
  <participant id="pool-s" processRef="selger"/><participant id="svart" name="Banken"/>${flows}${more}</collaboration>`;
const messageFlow = (source: string, target: string, attributes = ''): string =>
  `<messageFlow id="${source}-til-${target}" sourceRef="${source}" targetRef="${target}" ${attributes}/>`;

describe('§9.4 messages that flow between pools', () => {
  it('go to the element at the end of their flow', async () => {
    const flows = messageFlow('spor', 's-start') + messageFlow('svar', 'ta-imot', 'name="svaret"');

    const definitions = await definitionsOf(documentXml(messages + pools(flows) + buyer + seller));

    expect(nodeIn(definitions, 'kjoper', 'spor')).toMatchObject({
      result: { kind: 'message', message: 'tilbud', targets: [{ process: 'selger', element: 's-start' }] },
    });
    expect(nodeIn(definitions, 'selger', 'svar')).toMatchObject({
      result: { message: 'svaret', targets: [{ process: 'kjoper', element: 'ta-imot' }] },
    });
    expect(nodeIn(definitions, 'kjoper', 'ta-imot')).toMatchObject({ trigger: { message: 'svaret' } });
  });

  it('go to a whole pool, and nowhere when the pool is a black box', async () => {
    const flows = messageFlow('spor', 'pool-s') + messageFlow('svar', 'svart', 'messageRef="m"');

    const definitions = await definitionsOf(documentXml(messages + pools(flows) + buyer + seller));

    expect(nodeIn(definitions, 'kjoper', 'spor')).toMatchObject({ result: { targets: [{ process: 'selger' }] } });
    expect(nodeIn(definitions, 'selger', 'svar')).toMatchObject({ result: { message: 'tilbud', targets: [] } });
  });
});

describe('§8.4.2 correlation by keys', () => {
  const correlated = (
    path: string,
  ): string => `<correlationProperty id="ordrenr" name="ordrenummer"><correlationPropertyRetrievalExpression
    messageRef="m"><messagePath>${path}</messagePath></correlationPropertyRetrievalExpression></correlationProperty>`;
  const key = '<correlationKey id="nokkel"><correlationPropertyRef>ordrenr</correlationPropertyRef></correlationKey>';
  const subscription = `<correlationSubscription id="ab" correlationKeyRef="nokkel"><correlationPropertyBinding
    correlationPropertyRef="ordrenr"><dataPath>sak.ordre</dataPath></correlationPropertyBinding></correlationSubscription></process>`;
  const document = (path: string): string =>
    documentXml(
      messages +
        correlated(path) +
        pools('', key) +
        buyer.replace('id="ta-imot"', 'id="ta-imot" messageRef="m"').replace('</process>', subscription) +
        seller.replace('<messageEventDefinition/>', '<messageEventDefinition messageRef="m"/>'),
    );

  it('gives the sender and the subscriber a key in FEEL', async () => {
    const definitions = await definitionsOf(document('ordre.nummer'));

    expect(nodeIn(definitions, 'kjoper', 'ta-imot')).toMatchObject({ trigger: { correlationKey: 'sak.ordre' } });
    expect(nodeIn(definitions, 'selger', 'svar')).toMatchObject({ result: { correlationKey: 'ordre.nummer' } });
  });

  it('joins two keys of a message to one, on both sides', async () => {
    const year = correlated('ordre.aar').replaceAll('ordrenr', 'aar');
    const binding = `<correlationPropertyBinding correlationPropertyRef="aar"><dataPath>sak.aar</dataPath></correlationPropertyBinding>`;
    const both = document('ordre.nummer')
      .replace('<correlationProperty id', `${year}<correlationProperty id`)
      .replace('</correlationKey>', '<correlationPropertyRef>aar</correlationPropertyRef></correlationKey>')
      .replace('</correlationSubscription>', `${binding}</correlationSubscription>`);

    const definitions = await definitionsOf(both);

    const joined = (of: string): string => `string join([string(${of}.first), string(${of}.aar)], "|")`;
    expect(nodeIn(definitions, 'kjoper', 'ta-imot')).toMatchObject({
      trigger: { correlationKey: joined('sak').replace('first', 'ordre') },
    });
    expect(nodeIn(definitions, 'selger', 'svar')).toMatchObject({
      result: { correlationKey: joined('ordre').replace('first', 'nummer') },
    });
  });

  it('leaves out a path that is not FEEL, with a warning', async () => {
    const reading = await readBpmn(document('/ordre/nummer'));

    expect(reading.ok && reading.warnings.map(({ code, element }) => `${code} ${element}`)).toContain(
      'CORRELATION_PATH ordrenr',
    );
  });
});

describe('§10.3.7 a global task', () => {
  it('is a process of its own key with the task in it', async () => {
    const xml = processXml(
      aroundMiddle('<callActivity id="midten" calledElement="godkjenn"/>'),
      `<globalUserTask id="godkjenn" name="Godkjenn" boligflyt:candidateGroups="hvk"/>
       <globalScriptTask id="regn"><script>=1 + 1</script></globalScriptTask><globalManualTask id="hent"/>
       <globalBusinessRuleTask id="regler" boligflyt:decision="takst"/>`,
    );

    const definitions = await definitionsOf(xml, { manualTasks: 'wait' });

    expect(definitions.map(({ key }) => key)).toEqual(['prosess', 'godkjenn', 'regn', 'hent', 'regler']);
    expect(nodeIn(definitions, 'godkjenn', 'godkjenn')).toMatchObject({ kind: 'userTask', candidateGroups: ['hvk'] });
    expect(nodeIn(definitions, 'regn', 'regn')).toMatchObject({ work: { kind: 'feel', script: '1 + 1' } });
    expect(nodeIn(definitions, 'hent', 'hent')).toMatchObject({ kind: 'manualTask', waits: true });
    expect(nodeIn(definitions, 'regler', 'regler')).toMatchObject({ work: { kind: 'decision', decision: 'takst' } });
  });
});

it('§8.4.6 an expression that has a language is a formal one, whether or not it says so', async () => {
  const choice = (language: string): string =>
    processXml(`<startEvent id="s"/><exclusiveGateway id="g" default="g-b"/><task id="a"/><task id="b"/>${flow('s', 'g')}
      <sequenceFlow id="g-a" sourceRef="g" targetRef="a"><conditionExpression language="${language}">x > 1</conditionExpression>
      </sequenceFlow>${flow('g', 'b')}`);

  const [definition] = await definitionsOf(choice('FEEL'));

  expect(definition?.flows.get('g-a')?.condition).toBe('x > 1');
  expect(await readBpmn(choice('javascript'))).toMatchObject({
    ok: false,
    diagnostics: [{ rule: 'script', element: 'g-a' }],
  });
});

it('a document of global tasks alone can be deployed', async () => {
  const definitions = await definitionsOf(documentXml('<globalUserTask id="godkjenn"/>'));

  expect(definitions.map(({ key }) => key)).toEqual(['godkjenn']);
});

describe('processes that are not said to be executable', () => {
  const other = `<process id="andres" isExecutable="false">${aroundMiddle('<task id="midten"/>')}</process>`;

  it('are drawings beside one that is', async () => {
    const xml = processXml('<startEvent id="s"/>', other);

    expect((await definitionsOf(xml, { nonExecutable: 'run' })).map(({ key }) => key)).toEqual(['prosess']);
  });

  it('are all run where that is asked for and none is', async () => {
    const xml = documentXml(`${other}<process id="tom"/>`);

    expect((await definitionsOf(xml, { nonExecutable: 'run' })).map(({ key }) => key)).toEqual(['andres']);
    expect(await readBpmn(xml)).toMatchObject({ ok: false, diagnostics: [{ rule: 'no-process' }] });
  });
});
