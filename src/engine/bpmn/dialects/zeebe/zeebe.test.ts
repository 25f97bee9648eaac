import { aroundMiddle } from '../../../../../test/support/bpmn-xml.js';
import { findingsOf, readContent, readMiddle } from '../../../../../test/support/read-xml.js';

const zeebe = { dialect: 'zeebe' } as const;
const middle = (type: string, words: string, attributes = '', content = ''): string =>
  aroundMiddle(
    `<${type} id="midten" ${attributes}><extensionElements>${words}</extensionElements>${content}</${type}>`,
  );

describe('a model of Camunda 8', () => {
  it.each<[string, string, string, object]>([
    [
      'a job',
      'serviceTask',
      '<zeebe:taskDefinition type="send-brev" retries="5"/><zeebe:taskHeaders><zeebe:header key="mal" value="svar"/></zeebe:taskHeaders>',
      { jobType: 'send-brev', retries: '5', headers: { mal: 'svar' } },
    ],
    ['a job by FEEL', 'serviceTask', '<zeebe:taskDefinition type="=hva + 1"/>', { jobType: '=hva + 1' }],
    [
      'mappings',
      'serviceTask',
      '<zeebe:taskDefinition type="x"/><zeebe:ioMapping><zeebe:input source="=a.b" target="c"/><zeebe:input source="fast" target="d"/><zeebe:output source="=e" target="f"/></zeebe:ioMapping>',
      {
        inputs: [
          { source: 'a.b', target: 'c' },
          { source: '"fast"', target: 'd' },
        ],
        outputs: [{ source: 'e', target: 'f' }],
      },
    ],
    [
      'people',
      'userTask',
      '<zeebe:userTask/><zeebe:assignmentDefinition assignee="kari" candidateGroups="hvk, bolig" candidateUsers="=folk"/>',
      { assignee: '"kari"', candidateGroups: ['hvk', 'bolig'], candidateUsers: ['=folk'] },
    ],
    [
      'dates and priority',
      'userTask',
      '<zeebe:assignmentDefinition assignee="=eier"/><zeebe:taskSchedule dueDate="=frist" followUpDate="2026-12-24T08:00:00Z"/><zeebe:priorityDefinition priority="=90"/>',
      { assignee: 'eier', dueDate: 'frist', followUpDate: '"2026-12-24T08:00:00Z"', priority: '90' },
    ],
    ['a form', 'userTask', '<zeebe:formDefinition formId="vurdering" bindingType="latest"/>', { form: 'vurdering' }],
    [
      'a call',
      'callActivity',
      '<zeebe:calledElement processId="annen" propagateAllChildVariables="false" bindingType="deployment"/>',
      { calledProcess: 'annen', passesAll: true, returnsAll: false, binding: { kind: 'deployment' } },
    ],
    [
      'a call by FEEL, with its outputs mapped',
      'callActivity',
      '<zeebe:calledElement processId="=prosess" propagateAllParentVariables="false"/><zeebe:ioMapping><zeebe:output source="=a" target="b"/></zeebe:ioMapping>',
      { calledProcess: '=prosess', passesAll: false, returnsAll: false, outputs: [{ source: 'a', target: 'b' }] },
    ],
    [
      'a decision',
      'businessRuleTask',
      '<zeebe:calledDecision decisionId="takst" resultVariable="sats" bindingType="versionTag" versionTag="v1"/>',
      {
        work: {
          kind: 'decision',
          decision: 'takst',
          resultVariable: 'sats',
          binding: { kind: 'version-tag', versionTag: 'v1' },
        },
      },
    ],
    [
      'rules by a worker',
      'businessRuleTask',
      '<zeebe:taskDefinition type="regler"/>',
      { work: { kind: 'job', jobType: 'regler' } },
    ],
    [
      'a script',
      'scriptTask',
      '<zeebe:script expression="=a + b" resultVariable="sum"/>',
      { work: { kind: 'feel', script: 'a + b', resultVariable: 'sum' } },
    ],
    [
      'a script by a worker',
      'scriptTask',
      '<zeebe:taskDefinition type="skript"/>',
      { work: { kind: 'job', jobType: 'skript' } },
    ],
    [
      'sending by a worker',
      'sendTask',
      '<zeebe:taskDefinition type="send"/>',
      { result: { kind: 'job', jobType: 'send' } },
    ],
  ])('has %s', async (_, type, words, expected) => {
    const node = await readMiddle(middle(type, words), zeebe);

    expect(node).toMatchObject(expected);
  });

  it('sends by a worker from a throw event', async () => {
    const content = middle(
      'intermediateThrowEvent',
      '<zeebe:taskDefinition type="send"/>',
      '',
      '<messageEventDefinition/>',
    );

    expect(await readMiddle(content, zeebe)).toMatchObject({ result: { kind: 'job', jobType: 'send' } });
  });

  it('correlates a message by its subscription, under a name in FEEL', async () => {
    const beside = `<message id="m" name="=navn"><extensionElements><zeebe:subscription correlationKey="=saksnr"/>
      </extensionElements></message>`;
    const content = aroundMiddle('<receiveTask id="midten" messageRef="m"/>');

    expect(await readMiddle(content, { ...zeebe, beside })).toMatchObject({
      trigger: { message: '=navn', correlationKey: 'saksnr' },
    });
  });

  it('repeats over a list, and chooses the activities of an ad-hoc sub-process', async () => {
    const loop = `<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=liste"
      inputElement="en" outputCollection="svar" outputElement="=svaret"/></extensionElements></multiInstanceLoopCharacteristics>`;
    const adHoc = middle(
      'adHocSubProcess',
      '<zeebe:adHoc activeElementsCollection="=[&quot;a&quot;]"/>',
      '',
      '<task id="a"/>',
    );

    expect(await readMiddle(aroundMiddle(`<task id="midten">${loop}</task>`), zeebe)).toMatchObject({
      multiInstance: { collection: 'liste', elementVariable: 'en', outputCollection: 'svar', outputElement: 'svaret' },
    });
    expect(await readMiddle(adHoc, zeebe)).toMatchObject({ kind: 'adHocSubProcess', activeElements: '["a"]' });
  });

  it('has a version tag, and listeners that are ignored with a warning', async () => {
    const tagged = `<extensionElements><zeebe:versionTag value="1.2"/></extensionElements>${aroundMiddle('<task id="midten"/>')}`;
    const listening = middle(
      'task',
      '<zeebe:executionListeners><zeebe:executionListener type="x"/></zeebe:executionListeners>',
    );

    expect(await readContent(tagged, zeebe)).toMatchObject({ versionTag: '1.2' });
    expect(await findingsOf(listening, zeebe)).toEqual(['VENDOR_WORDS midten']);
  });
});
