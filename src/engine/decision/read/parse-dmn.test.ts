import { dmnXml } from '../../../../test/support/dmn-xml.js';
import { isDmnElement } from './dmn-element.js';
import { parseDmn } from './parse-dmn.js';

const everything = dmnXml(
  `<description>All of DMN 1.5</description><extensionElements><v:anything v:a="1"><v:b/></v:anything></extensionElements>
  <import name="i" namespace="https://example.org/i" importType="https://www.omg.org/spec/DMN/20230324/MODEL/" locationURI="i.dmn"/>
  <itemDefinition id="t" name="t" isCollection="true" typeLanguage="feel"><typeRef>string</typeRef>
    <allowedValues><text>"a"</text></allowedValues><typeConstraint><text>count(?) &lt; 9</text></typeConstraint></itemDefinition>
  <itemDefinition id="f" name="f"><functionItem outputTypeRef="t"><parameters name="p" typeRef="t"/></functionItem></itemDefinition>
  <inputData id="in" name="in"><variable name="in" id="in-v"/></inputData>
  <decision id="d" name="d"><question>?</question><allowedAnswers>a</allowedAnswers><variable name="d"/>
    <informationRequirement id="r1"><requiredInput href="#in"/></informationRequirement>
    <knowledgeRequirement id="r2"><requiredKnowledge href="#k"/></knowledgeRequirement>
    <authorityRequirement id="r3"><requiredAuthority href="#s"/></authorityRequirement>
    <supportedObjective href="#o"/><impactedPerformanceIndicator href="#pi"/><decisionMaker href="#ou"/><decisionOwner href="#ou"/>
    <usingProcess href="#p"/><usingTask href="#q"/>
    <decisionTable id="dt" hitPolicy="COLLECT" aggregation="SUM" preferredOrientation="CrossTable" outputLabel="l">
      <input id="c1" label="l"><inputExpression id="ie"><text>in</text></inputExpression><inputValues><text>1</text></inputValues></input>
      <output id="c2" name="o" typeRef="t"><outputValues><text>1</text></outputValues><defaultOutputEntry><text>1</text></defaultOutputEntry></output>
      <annotation name="why"/><rule id="r"><description>x</description><inputEntry id="e1"><text>-</text></inputEntry>
      <outputEntry id="e2"><text>1</text></outputEntry><annotationEntry><text>why</text></annotationEntry></rule></decisionTable></decision>
  <businessKnowledgeModel id="k" name="k"><variable name="k"/><encapsulatedLogic kind="FEEL"><formalParameter name="p"/><context/></encapsulatedLogic></businessKnowledgeModel>
  <decisionService id="ds" name="ds"><variable name="ds"/><outputDecision href="#d"/><encapsulatedDecision href="#d"/><inputDecision href="#d"/><inputData href="#in"/></decisionService>
  <knowledgeSource id="s" name="s" locationURI="x"><authorityRequirement><requiredInput href="#in"/></authorityRequirement><type>law</type><owner href="#ou"/></knowledgeSource>
  <textAnnotation id="ta" textFormat="text/plain"><text>n</text></textAnnotation><group id="g" name="g"/>
  <association id="as" associationDirection="One"><sourceRef href="#d"/><targetRef href="#ta"/></association>
  <elementCollection id="ec" name="ec"><drgElement href="#d"/></elementCollection>
  <performanceIndicator id="pi" name="pi" URI="x"><impactingDecision href="#d"/></performanceIndicator>
  <organizationUnit id="ou" name="ou"><decisionMade href="#d"/><decisionOwned href="#d"/></organizationUnit>`,
).replace(
  '<definitions ',
  '<definitions xmlns:v="https://example.org/vendor" v:drawn="yes" exporter="x" exporterVersion="1" ',
);

describe('a document with every element of DMN 1.5', () => {
  it('is read without a complaint', async () => {
    const parsed = await parseDmn(everything);

    expect(parsed).toMatchObject({ ok: true, warnings: [] });
  });

  it('keeps what the reader of DMN 1.3 would lose: iterators, conditionals, filters, constraints of types', async () => {
    const child = (name: string): string => `<${name}><literalExpression><text>1</text></literalExpression></${name}>`;
    const logic = [
      `<for iteratorVariable="n" typeRef="t"><in typeRef="t"><list/></in>${child('return')}</for>`,
      `<some iteratorVariable="n">${child('in')}${child('satisfies')}</some>`,
      `<every iteratorVariable="n">${child('in')}${child('satisfies')}</every>`,
      `<conditional>${child('if')}${child('then')}${child('else')}</conditional>`,
      `<filter>${child('in')}${child('match')}</filter>`,
    ].map((one, at) => `<decision id="d${at}" name="d${at}">${one}</decision>`);

    const parsed = await parseDmn(dmnXml(logic.join('')));

    const read = parsed.ok ? parsed.root.get('drgElement') : [];
    const kinds = (Array.isArray(read) ? read : []).map((one: unknown) => {
      const expression = isDmnElement(one) ? one.get('decisionLogic') : undefined;
      return isDmnElement(expression) ? expression.$type : undefined;
    });
    expect(kinds).toEqual(['dmn:For', 'dmn:Some', 'dmn:Every', 'dmn:Conditional', 'dmn:Filter']);
  });
});
