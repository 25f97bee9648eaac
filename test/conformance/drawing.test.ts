import { drawDiagrams } from '../../src/engine/index.js';
import { documentXml } from '../support/bpmn-xml.js';
import { xmlEvents } from '../support/xml-events.js';
import { diagramOf, processKeys } from '../workflows/workflow-files.js';

const groupsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<g data-element-id="([^"]*)"/g)].map(([, id = '']) => id);

const drawing = (
  inside: string,
  attributes = '',
): string => `<bpmndi:BPMNDiagram id="d" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0">
  <bpmndi:BPMNPlane ${attributes}>${inside}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
const shape = (element: string, attributes = ''): string =>
  `<bpmndi:BPMNShape id="${element}-figur" bpmnElement="${element}" ${attributes}><dc:Bounds x="10" y="20" width="100" height="80"/></bpmndi:BPMNShape>`;

describe('a diagram as SVG', () => {
  it.each([...processKeys])('%s has one group for each shape and edge, and is well-formed', (key) => {
    const xml = diagramOf(key);
    const shown = [...xml.matchAll(/<bpmndi:BPMN(?:Shape|Edge)[^>]* bpmnElement="([^"]*)"/g)].map(([, id]) => id);

    const [svg = '', ...others] = drawDiagrams(xml);

    expect(others).toEqual([]);
    expect(groupsIn(svg).toSorted()).toEqual(shown.toSorted());
    expect(xmlEvents(svg).length).toBeGreaterThan(shown.length);
  });

  it('has one drawing for each diagram, in the order of the document', () => {
    const svgs = drawDiagrams(
      documentXml(`<process id="p"><task id="a"/><task id="b"/></process>${drawing(shape('a'))}${drawing(shape('b'))}`),
    );

    expect(svgs.map(groupsIn)).toEqual([['a'], ['b']]);
  });

  it('writes names as text, and colours only if they are colours', () => {
    const [svg = ''] = drawDiagrams(
      documentXml(`<process id="p"><task id="a" name="&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;"/></process>
        ${drawing(shape('a', `bioc:stroke="red&quot; onload=&quot;x" bioc:fill="#ffE0b2"`))}`),
    );

    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(svg).toContain('fill="#ffE0b2"');
    expect(svg).not.toMatch(/<script|onload/);
  });

  it.each([
    ...[
      'startEvent',
      'endEvent',
      'intermediateCatchEvent',
      'intermediateThrowEvent',
      'boundaryEvent',
      'task',
      'userTask',
    ],
    ...['sendTask', 'scriptTask', 'manualTask', 'callActivity', 'subProcess', 'transaction', 'adHocSubProcess'],
    ...['exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'complexGateway', 'eventBasedGateway'],
    ...['dataObjectReference', 'dataStoreReference', 'textAnnotation', 'group', 'choreographyTask', 'hopp'],
  ])('draws a %s', (type) => {
    const xml =
      documentXml(`<process id="p"><${type} id="a" name="Navn" isForCompensation="true"><messageEventDefinition/><standardLoopCharacteristics/>
      <text>Navn</text></${type}></process>${drawing(shape('a'))}`);

    const [svg = ''] = drawDiagrams(xml);

    expect(groupsIn(svg)).toEqual(['a']);
    expect(svg).toMatch(type === 'group' ? /stroke-dasharray/ : />Navn</);
  });

  it('draws what has no bounds, no element and no end as far as it can', () => {
    const [svg = ''] = drawDiagrams(
      documentXml(
        drawing(
          '<bpmndi:BPMNShape id="s" bpmnElement="borte"/><bpmndi:BPMNEdge id="e"><di:waypoint x="a" y="1e999"/></bpmndi:BPMNEdge>',
        ),
      ),
    );

    expect(groupsIn(svg)).toEqual(['borte', 'e']);
    expect(drawDiagrams('hei')).toEqual([]);
    expect(drawDiagrams(documentXml(''))).toEqual([]);
  });
});
