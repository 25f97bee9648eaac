import { checkXml } from '../xml/xml-limits.js';
import { attributeOf, type XmlElement } from '../xml/xml-node.js';
import { boundsOf, drawnOf, elementsIn, waypointsOf, type Drawn, type Point } from './diagram-xml.js';
import { arrowHeads, drawEdge, type StartMark } from './draw-edge.js';
import { drawShape } from './draw-shape.js';
import { tag } from './svg-text.js';

const longest = 8_000_000;
const margin = 30;

/**
 * Each diagram of a BPMN document as one SVG, drawn from its own coordinates and colours: each shape and edge is one
 * `<g data-element-id="…">`. Text is only text. Nothing for what is no XML.
 */
export function drawDiagrams(xml: string): readonly string[] {
  const checked = checkXml(xml, longest);
  if (!checked.ok) return [];

  const { root } = checked.document;
  const elements = new Map<string, XmlElement>();
  const defaults = new Set<string>();
  for (const diagramless of elementsIn(root)) {
    if (diagramless.local !== 'BPMNDiagram') collect(diagramless, elements, defaults);
  }
  return elementsIn(root, 'BPMNDiagram').map((diagram) => {
    const figures = elementsIn(diagram, 'BPMNPlane').flatMap((plane) => elementsIn(plane));
    return drawDiagram(
      figures.map((figure) => drawnOf(figure, elements)),
      { elements, defaults },
    );
  });
}

function collect(element: XmlElement, elements: Map<string, XmlElement>, defaults: Set<string>): void {
  const [id, defaultFlow] = [attributeOf(element, 'id'), attributeOf(element, 'default')];
  if (id !== undefined) elements.set(id, element);
  if (defaultFlow !== undefined) defaults.add(defaultFlow);
  for (const child of elementsIn(element)) if (child.local !== 'extensionElements') collect(child, elements, defaults);
}

interface Shown {
  readonly elements: ReadonlyMap<string, XmlElement>;
  /** Ids of default flows. */
  readonly defaults: ReadonlySet<string>;
}

function markOf({ id, element }: Drawn, { elements, defaults }: Shown): StartMark {
  if (element?.local !== 'sequenceFlow') return undefined;
  if (defaults.has(id)) return 'default';
  const source = elements.get(attributeOf(element, 'sourceRef') ?? '')?.local ?? '';
  const isConditional = elementsIn(element, 'conditionExpression').length > 0 && !source.endsWith('Gateway');
  return isConditional ? 'condition' : undefined;
}

function drawDiagram(drawn: readonly Drawn[], { elements, defaults }: Shown): string {
  const shapes = drawn.filter(({ figure }) => figure.local === 'BPMNShape');
  const edges = drawn.filter(({ figure }) => figure.local === 'BPMNEdge');
  const group = (one: Drawn, content: string): string =>
    tag('g', { 'data-element-id': one.id, class: one.element?.local ?? 'ukjent' }, content === '' ? ' ' : content);
  // Pools and open sub-processes are written before what stands in them, so that the order of the document is the order
  // of painting; events on a border come last.
  const groups = [
    ...shapes.filter((one) => !isOnBorder(one)).map((one) => group(one, drawShape(one))),
    ...edges.map((one) => group(one, drawEdge(one, markOf(one, { elements, defaults })))),
    ...shapes.filter(isOnBorder).map((one) => group(one, drawShape(one))),
  ];
  const style = tag('style', {}, 'text{font:11px sans-serif;fill:#1f2937}.port{font-size:20px}.tegn{font-size:13px}');
  const { x, y, width, height } = frameOf(drawn);
  const size = { viewBox: `${x} ${y} ${width} ${height}`, width, height };
  return tag('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, style + arrowHeads + groups.join(''));
}

const isOnBorder = ({ element }: Drawn): boolean => element?.local === 'boundaryEvent';

function frameOf(drawn: readonly Drawn[]): Point & { readonly width: number; readonly height: number } {
  const corners = drawn.flatMap(({ figure, label }) =>
    [boundsOf(figure), label].flatMap((box): readonly Point[] =>
      box === undefined ? [] : [box, { x: box.x + box.width, y: box.y + box.height }],
    ),
  );
  const points = [...corners, ...drawn.flatMap(({ figure }) => waypointsOf(figure))];
  const least = (of: (point: Point) => number): number =>
    points.reduce((found, point) => Math.min(found, of(point)), Infinity);
  const most = (of: (point: Point) => number): number =>
    points.reduce((found, point) => Math.max(found, of(point)), -Infinity);
  if (points.length === 0) return { x: 0, y: 0, width: 100, height: 100 };
  const [x, y] = [Math.floor(least((point) => point.x)) - margin, Math.floor(least((point) => point.y)) - margin];
  return {
    x,
    y,
    width: Math.ceil(most((point) => point.x)) + margin - x,
    height: Math.ceil(most((point) => point.y)) + margin - y,
  };
}
