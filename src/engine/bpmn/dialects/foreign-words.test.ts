import { aroundMiddle } from '../../../../test/support/bpmn-xml.js';
import { findingsOf, readMiddle } from '../../../../test/support/read-xml.js';

describe('without a dialect', () => {
  it('harmless words of vendors are ignored with a warning', async () => {
    const content = aroundMiddle(
      '<userTask id="midten" camunda:assignee="kari" camunda:asyncBefore="true" boligflyt:candidateGroups="hvk"/>',
    );

    expect(await findingsOf(content)).toEqual(['VENDOR_WORDS midten']);
    expect(await readMiddle(content)).toMatchObject({ candidateGroups: ['hvk'] });
    expect(await readMiddle(content)).not.toHaveProperty('assignee');
  });

  it('words of Zeebe are ignored with a warning', async () => {
    const content = aroundMiddle(
      '<serviceTask id="midten" boligflyt:jobType="a"><extensionElements><zeebe:taskDefinition type="x"/></extensionElements></serviceTask>',
    );

    expect(await findingsOf(content)).toEqual(['VENDOR_WORDS midten']);
    expect(await readMiddle(content)).toMatchObject({ jobType: 'a' });
  });

  it.each([
    '<serviceTask id="midten" camunda:class="no.A"/>',
    '<serviceTask id="midten" camunda:expression="${a.b()}"/>',
    '<serviceTask id="midten" camunda:delegateExpression="${a}"/>',
    '<serviceTask id="midten" flowable:class="no.A"/>',
    '<task id="midten"><extensionElements><camunda:executionListener class="no.A" event="start"/></extensionElements></task>',
    '<task id="midten"><extensionElements><camunda:inputOutput><camunda:inputParameter name="x"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></task>',
  ])('code is refused: %s', async (task) => {
    expect(await findingsOf(aroundMiddle(task))).toContain('MODEL_SCRIPT_FORBIDDEN midten');
  });

  it('our own words are read beside those of a dialect, and go first', async () => {
    const content = aroundMiddle('<userTask id="midten" camunda:assignee="kari" boligflyt:assignee="=eier"/>');

    expect(await readMiddle(content, { dialect: 'camunda7' })).toMatchObject({ assignee: 'eier' });
  });
});
