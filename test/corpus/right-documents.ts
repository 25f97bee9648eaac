import { documentXml, flow, processXml } from '../support/bpmn-xml.js';
import { around, model, task, type RightModel } from './model.js';

const right = (name: string, content: string): RightModel => ({ name, xml: model(content) });
const namespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const middle = around(task('midten'));

const io = `<ioSpecification id="io"><dataInput id="inn" name="beløp" itemSubjectRef="tall"/><dataOutput id="ut" isCollection="0"/>
  <inputSet id="is"><dataInputRefs>inn</dataInputRefs><outputSetRefs>os</outputSetRefs></inputSet>
  <outputSet id="os"><dataOutputRefs>ut</dataOutputRefs><inputSetRefs>is</inputSetRefs></outputSet></ioSpecification>
  <property id="egenskap" name="x"/>
  <dataInputAssociation id="d1"><sourceRef>ref</sourceRef><targetRef>inn</targetRef><transformation>=x * 2</transformation></dataInputAssociation>
  <dataOutputAssociation id="d2"><sourceRef>ut</sourceRef><targetRef>ref</targetRef><assignment><from>=ut</from><to>=x</to></assignment></dataOutputAssociation>`;

const collaboration = `<collaboration id="sam" isClosed="false"><documentation>Hei</documentation>
  <participant id="p1" name="Vi" processRef="prosess"><participantMultiplicity minimum="1" maximum="4"/></participant><participant id="p2" name="De"/>
  <messageFlow id="mf" sourceRef="p2" targetRef="midten" messageRef="melding"/>
  <correlationKey id="nokkel" name="saksnr"><correlationPropertyRef>saksnr</correlationPropertyRef></correlationKey></collaboration>
  <correlationProperty id="saksnr" name="saksnr" type="tall"><correlationPropertyRetrievalExpression messageRef="melding"><messagePath>=saksnr</messagePath></correlationPropertyRetrievalExpression></correlationProperty>
  <itemDefinition id="tall" structureRef="xsd:int" itemKind="Information"/><message id="melding" itemRef="tall"/>`;

const rest = `<category id="kat"><categoryValue id="verdi" value="Viktig"/></category><dataStore id="lager" name="Lager" capacity="3" isUnlimited="false"/>
  <resource id="rolle" name="Saksbehandler"><resourceParameter id="rp" name="enhet" type="tall" isRequired="true"/></resource><itemDefinition id="tall"/>
  <partnerRole id="pr"/><partnerEntity id="pe"/><endPoint id="ep"/><error id="e"/><globalTask id="gt"/><globalUserTask id="gut"/><globalScriptTask id="gst"/>
  <globalManualTask id="gmt"/><globalBusinessRuleTask id="gbt"/><signal id="sig" structureRef="tall"/><escalation id="esk"/>
  <choreography id="kor"><participant id="kp1"/><participant id="kp2"/><messageFlow id="kmf" sourceRef="kp1" targetRef="kp2"/>
  <startEvent id="ks"/><choreographyTask id="kt" initiatingParticipantRef="kp1"><participantRef>kp1</participantRef><participantRef>kp2</participantRef><messageFlowRef>kmf</messageFlowRef></choreographyTask></choreography>
  <collaboration id="konv"><participant id="cp1"><endPointRef>ep</endPointRef></participant><participant id="cp2"/><messageFlow id="cmf" sourceRef="cp1" targetRef="cp2"/>
  <conversation id="k1"><participantRef>cp1</participantRef><participantRef>cp2</participantRef><messageFlowRef>cmf</messageFlowRef></conversation>
  <subConversation id="k2"><participantRef>cp1</participantRef></subConversation><callConversation id="k3" calledCollaborationRef="konv"/>
  <conversationLink id="kl" sourceRef="cp1" targetRef="k1"/></collaboration>`;

const people = `<userTask id="midten" implementation="##unspecified"><rendering id="r"/><potentialOwner id="po"><resourceAssignmentExpression><formalExpression>="gruppe"</formalExpression></resourceAssignmentExpression></potentialOwner>
  <humanPerformer id="hp"><resourceRef>rolle</resourceRef><resourceParameterBinding parameterRef="rp"><expression>=1</expression></resourceParameterBinding></humanPerformer></userTask>`;

/** Whole documents in the many ways in which XML and BPMN can be written. */
export const rightDocuments: readonly RightModel[] = [
  right('a declaration, comments and instructions', `<!-- a --><?b c?>${middle}`),
  {
    name: 'another prefix',
    xml: `<m:definitions xmlns:m="${namespace}" targetNamespace="t"><m:process id="p" isExecutable="true"><m:task id="a"/></m:process></m:definitions>`,
  },
  {
    name: 'the namespace of BPMN declared again inside',
    xml: `<definitions xmlns="${namespace}" targetNamespace="t"><b:process xmlns:b="${namespace}" id="p" isExecutable="true"><task id="a"/></b:process></definitions>`,
  },
  { name: 'a byte order mark and Windows line ends', xml: `\uFEFF${processXml(middle).replaceAll('\n', '\r\n')}` },
  { name: 'another encoding', xml: processXml(middle).replace('UTF-8', 'ISO-8859-1') },
  { name: 'booleans as 1', xml: processXml(middle).replace('isExecutable="true"', 'isExecutable="1"') },
  {
    name: 'booleans with space around',
    xml: processXml(middle).replace('isExecutable="true"', 'isExecutable=" true "'),
  },
  {
    name: 'references with the prefix of the target namespace',
    xml: `<definitions xmlns="${namespace}" xmlns:tns="urn:t" targetNamespace="urn:t"><message id="m" name="m"/><process id="p" isExecutable="true"><startEvent id="s">
      <outgoing> tns:f </outgoing><messageEventDefinition messageRef="tns:m"/></startEvent><task id="a"><incoming>f</incoming></task><sequenceFlow id="f" sourceRef="s" targetRef="a"/></process></definitions>`,
  },
  {
    name: 'references to imported documents',
    xml: `<definitions xmlns="${namespace}" xmlns:x="urn:x" xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><import importType="http://www.w3.org/2001/XMLSchema" location="x.xsd" namespace="urn:x"/>
      <itemDefinition id="i" structureRef="x:sak"/><process id="p" isExecutable="true" definitionalCollaborationRef="x:sam"><task id="a"/><callActivity id="c" calledElement="x:annen"/>${flow('a', 'c')}</process></definitions>`,
  },
  {
    name: 'foreign attributes and extensions everywhere',
    xml: processXml(
      `<extensionElements><v:a xmlns:v="urn:v" id="midten"><v:b/>tekst</v:a></extensionElements>${middle}`,
    )
      .replace(
        '<definitions',
        '<definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:diagramRelationId="x"',
      )
      .replace('<task', '<task camunda:asyncBefore="true"'),
  },
  right(
    'documentation with mark-up',
    `<documentation textFormat="text/html"><p xmlns="http://www.w3.org/1999/xhtml">Vær <b>snill</b></p></documentation>${middle}`,
  ),
  right(
    'scripts in documentation, which are only text',
    `<documentation>&lt;script&gt;alert(1)&lt;/script&gt; javascript:alert(1)</documentation>${middle}`,
  ),
  right(
    'notes, groups and associations',
    `${middle}<textAnnotation id="n"><text>Husk</text></textAnnotation><association id="as" sourceRef="midten" targetRef="n"/><group id="g"/>`,
  ),
  right(
    'data of every kind',
    `<ioSpecification id="pio"><dataInput id="pi"/><inputSet/><outputSet/></ioSpecification><property id="pr" name="y"/><dataObject id="o" itemSubjectRef="tall"><dataState id="ds" name="ny"/></dataObject><dataObjectReference id="ref" dataObjectRef="o"/>
    <dataStoreReference id="sr"/>${around(task('midten', '', io))}`.replaceAll(' itemSubjectRef="tall"', ''),
  ),
  {
    name: 'pools, messages and correlation',
    xml: processXml(
      `${middle}<correlationSubscription id="cs" correlationKeyRef="nokkel"><correlationPropertyBinding correlationPropertyRef="saksnr"><dataPath>=saksnr</dataPath></correlationPropertyBinding></correlationSubscription>`,
      collaboration,
    ).replace('<definitions', '<definitions xmlns:xsd="http://www.w3.org/2001/XMLSchema"'),
  },
  { name: 'every other root element', xml: processXml(around(people), rest) },
  {
    name: 'monitoring, auditing and supports',
    xml: processXml(
      `<auditing id="au"/><monitoring id="mo"/>${middle}<supports>annen</supports>`,
      '<process id="annen" isExecutable="false"/>',
    ),
  },
  {
    name: 'a diagram with labels and colours',
    xml: documentXml(`<process id="p" isExecutable="true"><task id="t"/></process><bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
      xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:c="http://www.omg.org/spec/BPMN/non-normative/color/1.0" id="d" name="x" resolution="96.00000267028808">
      <bpmndi:BPMNPlane id="pl" bpmnElement="p"><bpmndi:BPMNShape id="s" bpmnElement="t" c:background-color="#fff" isHorizontal="false"><dc:Bounds x="1.5" y="-2" width="100" height="8.0E1"/>
      <bpmndi:BPMNLabel id="la" labelStyle="st"><dc:Bounds x="0" y="0" width="1" height="1"/></bpmndi:BPMNLabel></bpmndi:BPMNShape></bpmndi:BPMNPlane><bpmndi:BPMNLabelStyle id="st"><dc:Font name="Arial" size="11" isBold="false"/></bpmndi:BPMNLabelStyle></bpmndi:BPMNDiagram>`),
  },
];
