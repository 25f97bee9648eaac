import { attributeOf, type XmlElement } from '../xml/xml-node.js';
import { waypointsOf, type Drawn, type Point } from './diagram-xml.js';
import { path, tag, textIn } from './svg-text.js';

/** What marks the beginning of a sequence flow: a default has a stroke, a condition out of an activity a diamond. */
export type StartMark = 'default' | 'condition' | undefined;

/** An edge: a line with the arrow, dashes and marks of its kind (BPMN 2.0.2 §7.3), with its name. */
export function drawEdge(drawn: Drawn, mark: StartMark): string {
  const { element, figure, stroke } = drawn;
  const points = waypointsOf(figure);
  if (points.length < 2) return '';
  const line = path(points, { stroke, fill: 'none', 'stroke-width': 1.5, ...lineStyle(element) });
  return line + drawStart(points, mark) + drawLabel(drawn, points);
}

function lineStyle(element: XmlElement | undefined): Readonly<Record<string, string>> {
  const type = element?.local ?? '';
  if (type === 'sequenceFlow') return { 'marker-end': 'url(#pil)' };
  if (type === 'messageFlow')
    return { 'stroke-dasharray': '8 5', 'marker-start': 'url(#ring)', 'marker-end': 'url(#spiss)' };
  if (/^data.*Association$/.test(type)) return { 'stroke-dasharray': '2 4', 'marker-end': 'url(#spiss)' };
  if (type !== 'association') return {};
  const direction = element && attributeOf(element, 'associationDirection');
  return { 'stroke-dasharray': '2 4', ...(/^(One|Both)$/.test(direction ?? '') && { 'marker-end': 'url(#spiss)' }) };
}

function drawStart([first, second]: readonly Point[], mark: StartMark): string {
  if (mark === undefined || first === undefined || second === undefined) return '';
  const length = Math.hypot(second.x - first.x, second.y - first.y) || 1;
  const [dx, dy] = [(second.x - first.x) / length, (second.y - first.y) / length];
  const at = (along: number, aside: number): Point => ({
    x: first.x + dx * along - dy * aside,
    y: first.y + dy * along + dx * aside,
  });
  if (mark === 'default') return path([at(6, -6), at(14, 6)], { stroke: '#1f2937', 'stroke-width': 1.5 });
  return path([at(0, 0), at(8, -5), at(16, 0), at(8, 5)], { stroke: '#1f2937', fill: '#ffffff' }, true);
}

function drawLabel({ element, label }: Drawn, points: readonly Point[]): string {
  const name = (element && attributeOf(element, 'name')) ?? '';
  const middle = points[Math.floor((points.length - 1) / 2)];
  const next = points[Math.floor((points.length - 1) / 2) + 1];
  if (name === '' || middle === undefined || next === undefined) return '';
  const beside = { x: (middle.x + next.x) / 2 - 45, y: (middle.y + next.y) / 2 - 18, width: 90, height: 16 };
  return textIn(name, label ?? beside, 'top');
}

const triangle: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 10, y: 5 },
  { x: 0, y: 10 },
];

/** The arrow heads that edges end with. */
export const arrowHeads = tag(
  'defs',
  {},
  [
    head('pil', path(triangle, { fill: '#1f2937' }, true), 10),
    head('spiss', path(triangle, { fill: 'none', stroke: '#1f2937' }), 10),
    head('ring', tag('circle', { cx: 5, cy: 5, r: 4, fill: '#ffffff', stroke: '#1f2937' }), 5),
  ].join(''),
);

function head(id: string, drawing: string, at: number): string {
  const size = { markerWidth: 8, markerHeight: 8, refX: at, refY: 5, orient: 'auto', viewBox: '0 0 10 10' };
  return tag('marker', { id, ...size }, drawing);
}
