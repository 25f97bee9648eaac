import { exportBpmn } from '../../src/engine/index.js';
import { documentXml, processXml } from '../support/bpmn-xml.js';
import { xmlEvents } from '../support/xml-events.js';
import { diagramOf, processKeys } from '../workflows/workflow-files.js';

async function exported(xml: string): Promise<string> {
  const result = await exportBpmn(xml);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.content;
}

const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

const foreign = `<extensionElements><v:a xmlns:v="urn:v" v:b="1" c=" x&#10;y "><v:d/>text<v:d>&lt;&amp;</v:d> tail</v:a>
  <w xmlns="urn:w"><inner xmlns="">…</inner></w></extensionElements>`;

describe('export gives back what came in', () => {
  it.each([...processKeys])('%s, with every element, attribute, extension and line of its diagram', async (key) => {
    const xml = diagramOf(key);

    expect(xmlEvents(await exported(xml))).toEqual(xmlEvents(xml));
  });

  it.each<[string, string]>([
    ['foreign elements and attributes', processXml(`<task id="t" x:y="1" xmlns:x="urn:x">${foreign}</task>`)],
    ['attributes that say the default', processXml('<task id="t" startQuantity="1" isForCompensation="false"/>')],
    [
      'any prefix for BPMN',
      `<a:definitions xmlns:a="${model}" targetNamespace="t" a:x="1"><a:process id="p"/></a:definitions>`,
    ],
    ['CDATA', processXml('<scriptTask id="s"><script><![CDATA[a < b && c]]></script></scriptTask>')],
    ['line breaks and quotes in names', processXml('<task id="t" name="Én&#10;to &quot;tre&quot; &lt;fire&gt;&#9;"/>')],
    [
      'documentation with mark-up',
      processXml('<documentation><p xmlns="http://www.w3.org/1999/xhtml">Vær <b>snill</b> her</p></documentation>'),
    ],
    [
      'several languages',
      processXml(
        '<documentation textFormat="text/html" xml:lang="nn"> hei </documentation><documentation>hi</documentation>',
      ),
    ],
    [
      'comments and instructions',
      `<?xml version="1.0"?><!-- før -->\n<?pi x?>${documentXml('<!-- inni -->').slice(39)}<!-- etter -->`,
    ],
    ['references that lead nowhere', processXml('<sequenceFlow id="f" sourceRef="borte" targetRef="vekk"/>')],
    ['elements that BPMN does not have', processXml('<hopp id="h"><sprett/></hopp>')],
    ['ids beyond ASCII, Windows line ends', processXml('<task id="å"/>\r\n<task id="constructor"/>')],
    [
      'colours and labels of a diagram',
      documentXml(`<process id="p"><task id="t"/></process><bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
        xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" id="d"><bpmndi:BPMNPlane
        id="pl" bpmnElement="p"><bpmndi:BPMNShape id="s" bpmnElement="t" bioc:stroke="#1E88E5"><dc:Bounds x="1.50" y="-2" width="100" height="80"/>
        <bpmndi:BPMNLabel><dc:Bounds x="0" y="0" width="1e2" height="1"/></bpmndi:BPMNLabel></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
        <bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="d2"/>`),
    ],
  ])('%s', async (_, xml) => {
    const content = await exported(xml);

    expect(xmlEvents(content)).toEqual(xmlEvents(xml));
    expect(await exported(content)).toBe(content);
  });

  it('and says what is not valid BPMN', async () => {
    const result = await exportBpmn(processXml('<sequenceFlow id="f" sourceRef="borte" targetRef="f"/>'));

    expect(result.ok && result.warnings.map(({ severity, rule, element }) => [severity, rule, element])).toEqual([
      ['warning', 'unresolved-reference', 'f'],
    ]);
  });

  it.each([
    ['hei', 'xml-invalid'],
    ['<html/>', 'xml-invalid'],
    ['<!DOCTYPE a><a/>', 'xml-doctype'],
  ])('and refuses what is no BPMN document: %s', async (xml, rule) => {
    const result = await exportBpmn(xml);

    expect(result.ok || result.diagnostics[0]?.rule).toBe(rule);
  });
});
