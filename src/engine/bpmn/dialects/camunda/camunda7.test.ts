import { aroundMiddle } from '../../../../../test/support/bpmn-xml.js';
import { findingsOf, readMiddle } from '../../../../../test/support/read-xml.js';

const camunda7 = { dialect: 'camunda7' } as const;
const extended = (words: string): string => `<extensionElements>${words}</extensionElements>`;
const userTask = (attributes: string, content = ''): string =>
  aroundMiddle(`<userTask id="midten" ${attributes}>${content}</userTask>`);

const namesIn = (name: string): string => `if (${name}) instance of string then split(${name}, ", *") else ${name}`;

describe('a user task of Camunda 7', () => {
  it.each<[string, object]>([
    ['camunda:assignee="kari"', { assignee: '"kari"' }],
    ['camunda:assignee="${saksbehandler}"', { assignee: 'saksbehandler' }],
    ['camunda:assignee="#{sak.eier}"', { assignee: 'sak.eier' }],
    ['camunda:candidateGroups="hvk, bolig"', { candidateGroups: ['hvk', 'bolig'] }],
    ['camunda:candidateUsers="kari,liv"', { candidateUsers: ['kari', 'liv'] }],
    ['camunda:candidateGroups="${gruppe}"', { candidateGroups: [`=${namesIn('gruppe')}`] }],
    ['camunda:candidateGroups="hvk, ${gruppe}"', { candidateGroups: [`=flatten(["hvk", ${namesIn('gruppe')}])`] }],
    ['camunda:candidateGroups="Case Workers"', { candidateGroups: ['=flatten(["Case Workers"])'] }],
    ['camunda:dueDate="2026-12-24T08:00:00"', { dueDate: '"2026-12-24T08:00:00"' }],
    ['camunda:dueDate="${frist}"', { dueDate: 'frist' }],
    ['camunda:followUpDate="P${dager}D"', { followUpDate: 'string join(["P", string(dager), "D"])' }],
    ['camunda:priority="50"', { priority: '50' }],
    ['camunda:priority="${haster ? 90 : 10}"', { priority: 'if haster then 90 else 10' }],
    ['camunda:formKey="embedded:app:forms/a.html"', { form: 'embedded:app:forms/a.html' }],
    ['camunda:formRef="vurdering"', { form: 'vurdering' }],
    ['name="Vurder ${navn}"', { title: 'string join(["Vurder ", string(navn)])', name: 'Vurder ${navn}' }],
    ['flowable:assignee="kari" flowable:candidateGroups="hvk"', { assignee: '"kari"', candidateGroups: ['hvk'] }],
  ])('with %s', async (attributes, expected) => {
    const task = await readMiddle(userTask(attributes), camunda7);

    expect(task).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ['user(kari), group(hvk), bolig', { candidateUsers: ['kari'], candidateGroups: ['hvk', 'bolig'] }],
    ['user(${eier})', { candidateUsers: [`=${namesIn('eier')}`] }],
  ])('with potential owners %s', async (text, expected) => {
    const owner = `<potentialOwner><resourceAssignmentExpression><formalExpression>${text}</formalExpression>
      </resourceAssignmentExpression></potentialOwner>`;

    const task = await readMiddle(userTask('', owner), camunda7);

    expect(task).toMatchObject(expected);
  });

  it('with a human performer, who is the assignee', async () => {
    const performer = `<humanPerformer><resourceAssignmentExpression><formalExpression>\${eier}</formalExpression>
      </resourceAssignmentExpression></humanPerformer>`;

    expect(await readMiddle(userTask('', performer), camunda7)).toMatchObject({ assignee: 'eier' });
  });

  it('whose listeners are ignored with a warning, and whose form data is', async () => {
    const words = extended(
      '<camunda:taskListener class="no.A" event="create"/><camunda:formData><camunda:formField id="a"/></camunda:formData>',
    );

    expect(await findingsOf(userTask('camunda:assignee="kari"', words), camunda7)).toEqual(['VENDOR_WORDS midten']);
  });
});

describe('work of Camunda 7 is a job of a type', () => {
  it.each([
    ['camunda:type="external" camunda:topic="send-brev"', 'send-brev'],
    ['camunda:type="external" camunda:topic="${tema}"', '=tema'],
    ['camunda:class="no.bolig.SendBrev"', 'no.bolig.SendBrev'],
    ['camunda:delegateExpression="${sendBrev}"', '${sendBrev}'],
    ['camunda:expression="${sender.send(brev)}"', '${sender.send(brev)}'],
    ['camunda:type="mail"', 'mail'],
  ])('%s', async (attributes, jobType) => {
    const task = await readMiddle(aroundMiddle(`<serviceTask id="midten" ${attributes}/>`), camunda7);

    expect(task).toMatchObject({ kind: 'serviceTask', jobType });
  });

  it('with its fields and properties as headers and its retries', async () => {
    const words = extended(`<camunda:field name="mal"><camunda:string>svar</camunda:string></camunda:field>
      <camunda:field name="kopi" stringValue="ja"/>
      <camunda:properties><camunda:property name="kanal" value="post"/></camunda:properties>
      <camunda:failedJobRetryTimeCycle>R5/PT10M</camunda:failedJobRetryTimeCycle>`);

    const task = await readMiddle(
      aroundMiddle(`<serviceTask id="midten" camunda:class="A">${words}</serviceTask>`),
      camunda7,
    );

    expect(task).toMatchObject({
      headers: { mal: 'svar', kopi: 'ja', kanal: 'post' },
      retries: '5',
      retryAfter: 'PT10M',
    });
  });

  it('when an event or a send task sends by code', async () => {
    const thrown = `<intermediateThrowEvent id="midten"><messageEventDefinition camunda:type="external"
      camunda:topic="send"/></intermediateThrowEvent>`;

    expect(await readMiddle(aroundMiddle(thrown), camunda7)).toMatchObject({
      result: { kind: 'job', jobType: 'send' },
    });
    expect(await readMiddle(aroundMiddle('<sendTask id="midten" camunda:class="A"/>'), camunda7)).toMatchObject({
      result: { kind: 'job', jobType: 'A' },
    });
  });

  it('but a decision is asked, in the version that is bound', async () => {
    const task = await readMiddle(
      aroundMiddle(`<businessRuleTask id="midten" camunda:decisionRef="takst" camunda:decisionRefBinding="version"
        camunda:decisionRefVersion="3" camunda:resultVariable="sats" camunda:mapDecisionResult="singleEntry"/>`),
      camunda7,
    );

    expect(task).toMatchObject({
      work: {
        kind: 'decision',
        decision: 'takst',
        binding: { kind: 'version', version: 3 },
        resultVariable: 'sats',
      },
    });
  });

  it('but a script in JUEL is FEEL; one in another language is refused, or a job', async () => {
    const script = (format: string): string =>
      aroundMiddle(
        `<scriptTask id="midten" scriptFormat="${format}" camunda:resultVariable="sum"><script>\${a + b}</script></scriptTask>`,
      );

    expect(await readMiddle(script('juel'), camunda7)).toMatchObject({
      work: { kind: 'feel', script: 'a + b', resultVariable: 'sum' },
    });
    expect(await findingsOf(script('groovy').replace('${a + b}', 'a+b'), camunda7)).toEqual([
      'MODEL_SCRIPT_FORBIDDEN midten',
    ]);
    expect(
      await readMiddle(script('groovy').replace('${a + b}', 'a+b'), { ...camunda7, scripts: 'jobs' }),
    ).toMatchObject({
      work: { kind: 'job', jobType: 'script:groovy', headers: { source: 'a+b' } },
    });
  });
});

describe('what goes in and out in Camunda 7', () => {
  const parameter = (content: string): string =>
    aroundMiddle(
      `<userTask id="midten" camunda:assignee="kari">${extended(`<camunda:inputOutput>
      <camunda:inputParameter name="x">${content}</camunda:inputParameter></camunda:inputOutput>`)}</userTask>`,
    );

  it.each([
    ['tekst', '"tekst"'],
    ['', 'null'],
    ['${a + 1}', 'a + 1'],
    ['Sak ${nr}', 'string join(["Sak ", string(nr)])'],
    ['<camunda:list><camunda:value>a</camunda:value><camunda:value>${b}</camunda:value></camunda:list>', '["a", b]'],
    [
      '<camunda:map><camunda:entry key="en">1</camunda:entry><camunda:entry key="to tre">${b}</camunda:entry></camunda:map>',
      '{"en": "1", "to tre": b}',
    ],
    [
      '<camunda:map><camunda:entry key="a"><camunda:list><camunda:value>1</camunda:value></camunda:list></camunda:entry></camunda:map>',
      '{"a": ["1"]}',
    ],
  ])('the parameter «%s» is FEEL', async (content, source) => {
    const task = await readMiddle(parameter(content), camunda7);

    expect(task).toMatchObject({ inputs: [{ source, target: 'x' }] });
  });

  it('a parameter that is a script is refused', async () => {
    const script = '<camunda:script scriptFormat="groovy">1</camunda:script>';

    expect(await findingsOf(parameter(script), camunda7)).toEqual(['MODEL_SCRIPT_FORBIDDEN midten']);
  });

  const call = (words: string, attributes = ''): string =>
    aroundMiddle(`<callActivity id="midten" calledElement="annen" ${attributes}>${extended(words)}</callActivity>`);

  it.each<[string, string, object]>([
    ['', '', { passesAll: false, returnsAll: false, inputs: [] }],
    ['<camunda:in variables="all"/><camunda:out variables="all"/>', '', { passesAll: true, returnsAll: true }],
    [
      '<camunda:in source="a" target="b"/><camunda:out source="c" target="d"/>',
      '',
      { inputs: [{ source: 'a', target: 'b' }], outputs: [{ source: 'c', target: 'd' }] },
    ],
    [
      '<camunda:in sourceExpression="${a * 2}" target="b"/>',
      '',
      { inputs: [{ source: 'a * 2', target: 'b' }], passesAll: false },
    ],
    ['<camunda:in businessKey="#{execution.processBusinessKey}"/>', '', { businessKey: 'businessKey' }],
    ['<camunda:in businessKey="${nr}-1"/>', '', { businessKey: 'string join([string(nr), "-1"])' }],
    ['', 'camunda:calledElementBinding="deployment"', { binding: { kind: 'deployment' } }],
    [
      '',
      'camunda:calledElementBinding="versionTag" camunda:calledElementVersionTag="v2"',
      { binding: { kind: 'version-tag', versionTag: 'v2' } },
    ],
  ])('of a call activity: %s%s', async (words, attributes, expected) => {
    const activity = await readMiddle(call(words, attributes), camunda7);

    expect(activity).toMatchObject(expected);
  });

  it('a process that is named by an expression is called', async () => {
    const activity = await readMiddle(call('').replace('"annen"', '"${prosess}-under"'), camunda7);

    expect(activity).toMatchObject({ calledProcess: '=string join([string(prosess), "-under"])' });
  });
});
