import { dmn15, dmnXml, decision, literal } from '../../support/dmn-xml.js';
import { valueOfDmn } from '../../support/evaluate-dmn.js';

describe('DMN 1.5 §7.3.4 a decision and its variable', () => {
  const renamed = `<decision id="d" name="Fee"><variable name="Fee 2026"/>${literal('120')}</decision>`;

  it('is found by its name and, where nothing else is called that, by the name of its variable', async () => {
    expect(await valueOfDmn(dmnXml(renamed), 'Fee')).toBe(120);
    expect(await valueOfDmn(dmnXml(renamed), 'Fee 2026')).toBe(120);
    expect(await valueOfDmn(dmnXml(renamed + decision('Fee 2026', literal('7'))), 'Fee 2026')).toBe(7);
  });

  it('needs no id', async () => {
    const nameless = ['one', 'two', 'three']
      .map((name, at) => `<decision name="${name}"><variable name="${name}"/>${literal(String(at + 1))}</decision>`)
      .join('');

    expect(await valueOfDmn(dmnXml(nameless), 'two')).toBe(2);
  });
});

describe('DMN 1.5 §10.4 a service whose input is a decision of an imported model', () => {
  const base = 'https://example.org/base';
  const imported = dmnXml(
    decision('Rate', literal('1'), { typeRef: 'number' }) +
      decision('Price', literal('100 * Rate'), { requires: 'decision:Rate' }),
    { namespace: base },
  );
  const priced = (call: string): string =>
    dmnXml(
      `<import name="b" namespace="${base}" importType="${dmn15}"/>
       <decisionService id="Service" name="Service"><variable name="Service"/>
         <outputDecision href="${base}#Price"/><inputDecision href="${base}#Rate"/></decisionService>
       <decision id="Called" name="Called"><variable name="Called"/>
         <knowledgeRequirement><requiredKnowledge href="#Service"/></knowledgeRequirement>${literal(call)}</decision>`,
    );

  it.each([
    ['Service(b.Rate: 3)', 300],
    ['Service(3)', 300],
    ['Service(c.Rate: 3)', null],
  ])('%s is %j: its parameter has the name of the import and its own', async (call, expected) => {
    expect(await valueOfDmn([imported, priced(call)], 'Called')).toBe(expected);
  });
});
