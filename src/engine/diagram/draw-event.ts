import { attributeOf, type XmlElement } from '../xml/xml-node.js';
import { elementsIn, type Box, type Drawn, type Point } from './diagram-xml.js';
import { path, tag } from './svg-text.js';

const isFalse = (element: XmlElement | undefined, name: string): boolean =>
  /^(false|0)$/.test((element && attributeOf(element, name)?.trim()) ?? '');

/** An event: one line where something starts, two where it passes, a thick one where it ends, and what it is about. */
export function drawEvent({ element, stroke, fill }: Drawn, box: Box): string {
  const type = element?.local ?? '';
  const radius = Math.min(box.width, box.height) / 2;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const isDashed = isFalse(element, 'cancelActivity') || isFalse(element, 'isInterrupting');
  const line = {
    stroke,
    fill,
    'stroke-width': type === 'endEvent' ? 4 : 1.5,
    ...(isDashed && { 'stroke-dasharray': '5 3' }),
  };
  const circle = (r: number): string => tag('circle', { cx: middle.x, cy: middle.y, r, ...line });
  const isPassed = /^(boundary|intermediate)/.test(type);
  return (
    circle(radius) +
    (isPassed ? circle(Math.max(1, radius - 3)) : '') +
    drawTrigger(element, { middle, radius, stroke })
  );
}

interface Sign {
  readonly middle: Point;
  readonly radius: number;
  readonly stroke: string;
}

// Signs as points around the middle, in parts of the radius.
const signs: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  signal: [
    [0, -0.5],
    [0.5, 0.4],
    [-0.5, 0.4],
  ],
  error: [
    [-0.5, 0.4],
    [-0.2, -0.4],
    [0.15, 0.1],
    [0.5, -0.5],
    [0.2, 0.4],
    [-0.15, -0.1],
  ],
  escalation: [
    [0, -0.55],
    [0.4, 0.5],
    [0, 0.1],
    [-0.4, 0.5],
  ],
  compensate: [
    [-0.5, 0],
    [0, -0.4],
    [0, 0],
    [0.45, -0.4],
    [0.45, 0.4],
    [0, 0],
    [0, 0.4],
  ],
  cancel: [
    [-0.5, -0.3],
    [-0.3, -0.5],
    [0, -0.2],
    [0.3, -0.5],
    [0.5, -0.3],
    [0.2, 0],
    [0.5, 0.3],
    [0.3, 0.5],
    [0, 0.2],
    [-0.3, 0.5],
    [-0.5, 0.3],
    [-0.2, 0],
  ],
  link: [
    [-0.5, -0.2],
    [0.1, -0.2],
    [0.1, -0.45],
    [0.55, 0],
    [0.1, 0.45],
    [0.1, 0.2],
    [-0.5, 0.2],
  ],
  conditional: [
    [-0.4, -0.5],
    [0.4, -0.5],
    [0.4, 0.5],
    [-0.4, 0.5],
    [-0.4, -0.2],
    [0.3, -0.2],
    [-0.3, 0],
    [0.3, 0],
    [-0.3, 0.2],
    [0.3, 0.2],
    [-0.4, 0.35],
  ],
  message: [
    [-0.55, -0.38],
    [0.55, -0.38],
    [0.55, 0.38],
    [-0.55, 0.38],
    [-0.55, -0.38],
    [0, 0.1],
    [0.55, -0.38],
  ],
  multiple: [
    [0, -0.55],
    [0.52, -0.17],
    [0.32, 0.45],
    [-0.32, 0.45],
    [-0.52, -0.17],
  ],
  parallel: [
    [-0.15, -0.5],
    [0.15, -0.5],
    [0.15, -0.15],
    [0.5, -0.15],
    [0.5, 0.15],
    [0.15, 0.15],
    [0.15, 0.5],
    [-0.15, 0.5],
    [-0.15, 0.15],
    [-0.5, 0.15],
    [-0.5, -0.15],
    [-0.15, -0.15],
  ],
};

function drawTrigger(element: XmlElement | undefined, sign: Sign): string {
  const definitions = elementsIn(element).filter(({ local }) => /^event|EventDefinition$/.test(local));
  const [first] = definitions;
  if (first === undefined) return '';
  const isParallel = /^(true|1)$/.test((element && attributeOf(element, 'parallelMultiple')?.trim()) ?? '');
  const kind =
    definitions.length > 1 ? (isParallel ? 'parallel' : 'multiple') : first.local.replace('EventDefinition', '');
  const isThrown = /^(end|intermediateThrow)/.test(element?.local ?? '');
  return drawSign(kind, sign, isThrown ? sign.stroke : 'none');
}

/** The sign for a kind of event, e.g. an envelope for a message. */
export function drawSign(kind: string, { middle, radius, stroke }: Sign, fill: string): string {
  const { x, y } = middle;
  const line = { stroke, 'stroke-width': 1.2, fill };
  if (kind === 'terminate') return tag('circle', { cx: x, cy: y, r: radius * 0.55, fill: stroke });
  if (kind === 'timer') {
    const hands = [
      { x, y: y - radius * 0.4 },
      { x, y },
      { x: x + radius * 0.3, y: y + radius * 0.1 },
    ];
    return (
      tag('circle', { cx: x, cy: y, r: radius * 0.6, ...line, fill: 'none' }) + path(hands, { ...line, fill: 'none' })
    );
  }
  const points = (signs[kind] ?? []).map(([dx, dy]) => ({ x: x + dx * radius, y: y + dy * radius }));
  return points.length === 0 ? '' : path(points, line, true);
}
