import { attributeOf, type XmlElement } from '../xml/xml-node.js';
import { drawSign } from './draw-event.js';
import { elementsIn, type Box, type Drawn } from './diagram-xml.js';
import { path, tag, textIn } from './svg-text.js';

const isTrue = (element: XmlElement | undefined, name: string): boolean =>
  /^(true|1)$/.test((element && attributeOf(element, name)?.trim()) ?? '');

const isSubProcess = /ubProcess$|^transaction$|^subChoreography$/;

/** An activity: a rounded box with its name, a sign for its type above and signs for how often it is done below. */
export function drawActivity(drawn: Drawn, box: Box): string {
  const { element, stroke, fill, figure } = drawn;
  const type = element?.local ?? '';
  const name = (element && attributeOf(element, 'name')) ?? '';
  const isOpen = isSubProcess.test(type) && !/^(false|0)$/.test(attributeOf(figure, 'isExpanded') ?? 'false');
  const frame = {
    ...box,
    rx: 10,
    stroke,
    fill,
    'stroke-width': type.startsWith('call') ? 4 : 1.5,
    ...(isTrue(element, 'triggeredByEvent') && { 'stroke-dasharray': '2 4' }),
  };
  const inner = { x: box.x + 3, y: box.y + 3, width: Math.max(0, box.width - 6), height: Math.max(0, box.height - 6) };
  return [
    tag('rect', frame),
    type === 'transaction' ? tag('rect', { ...inner, rx: 8, stroke, fill: 'none' }) : '',
    drawTypeSign(type, box, stroke),
    textIn(name, isOpen ? { ...box, height: 24 } : box),
    drawMarkers(element, { box, stroke, isClosed: isSubProcess.test(type) && !isOpen }),
  ].join('');
}

const typeSigns: Readonly<Record<string, string>> = {
  sendTask: 'message',
  receiveTask: 'message',
  scriptTask: 'conditional',
  businessRuleTask: 'conditional',
  serviceTask: 'multiple',
};

function drawTypeSign(type: string, { x, y }: Box, stroke: string): string {
  const middle = { x: x + 14, y: y + 13 };
  if (type === 'userTask') {
    const shoulders = [
      { x: x + 7, y: y + 20 },
      { x: x + 10, y: y + 14 },
      { x: x + 18, y: y + 14 },
      { x: x + 21, y: y + 20 },
    ];
    return (
      tag('circle', { cx: x + 14, cy: y + 10, r: 4, stroke, fill: 'none' }) +
      path(shoulders, { stroke, fill: 'none' }, true)
    );
  }
  if (type === 'manualTask')
    return tag('rect', { x: x + 7, y: y + 9, width: 14, height: 8, rx: 3, stroke, fill: 'none' });
  return drawSign(typeSigns[type] ?? '', { middle, radius: 13, stroke }, type === 'sendTask' ? stroke : 'none');
}

interface Markers {
  readonly box: Box;
  readonly stroke: string;
  readonly isClosed: boolean;
}

function drawMarkers(element: XmlElement | undefined, { box, stroke, isClosed }: Markers): string {
  const loop = elementsIn(element).find(({ local }) => local.endsWith('LoopCharacteristics'));
  const signs = [
    ...(loop === undefined ? [] : [loop.local.startsWith('standard') ? '↻' : isTrue(loop, 'isSequential') ? '≡' : '⦀']),
    ...(isTrue(element, 'isForCompensation') ? ['⏪'] : []),
    ...(element?.local === 'adHocSubProcess' ? ['∼'] : []),
    ...(isClosed ? ['⊞'] : []),
  ];
  if (signs.length === 0) return '';
  const at = { x: box.x + box.width / 2, y: box.y + box.height - 4 };
  return tag('text', { ...at, 'text-anchor': 'middle', fill: stroke, class: 'tegn' }, signs.join(' '));
}
