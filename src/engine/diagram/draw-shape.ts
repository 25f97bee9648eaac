import { attributeOf } from '../xml/xml-node.js';
import { drawActivity } from './draw-activity.js';
import { drawEvent } from './draw-event.js';
import { boundsOf, elementsIn, type Box, type Drawn } from './diagram-xml.js';
import { path, tag, textIn } from './svg-text.js';

const none: Box = { x: 0, y: 0, width: 0, height: 0 };

/** A shape, drawn as the standard draws its element (BPMN 2.0.2 §7.3), with its name. */
export function drawShape(drawn: Drawn): string {
  const box = boundsOf(drawn.figure) ?? none;
  const type = drawn.element?.local ?? '';
  if (type.endsWith('Event')) return drawEvent(drawn, box) + labelBelow(drawn, box);
  if (type.endsWith('Gateway')) return drawGateway(drawn, box) + labelBelow(drawn, box);
  if (type === 'participant' || type === 'lane') return drawPool(drawn, box);
  if (/^data|^message$|^textAnnotation$|^group$/.test(type)) return drawArtifact(drawn, box);
  if (type.endsWith('onversation')) return drawConversation(drawn, box) + labelBelow(drawn, box);
  return drawActivity(drawn, box);
}

const nameOf = ({ element }: Drawn): string => (element && attributeOf(element, 'name')) ?? '';

function labelBelow(drawn: Drawn, box: Box): string {
  const below = { x: box.x + box.width / 2 - 50, y: box.y + box.height + 2, width: 100, height: 28 };
  return textIn(nameOf(drawn), drawn.label ?? below, 'top');
}

const gatewaySigns: Readonly<Record<string, string>> = {
  exclusiveGateway: '✕',
  parallelGateway: '✚',
  inclusiveGateway: '◯',
  complexGateway: '✱',
  eventBasedGateway: '⬠',
};

function drawGateway({ element, stroke, fill }: Drawn, { x, y, width, height }: Box): string {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const corners = [
    { x: middle.x, y },
    { x: x + width, y: middle.y },
    { x: middle.x, y: y + height },
    { x, y: middle.y },
  ];
  const sign = gatewaySigns[element?.local ?? ''] ?? '';
  const text = { x: middle.x, y: middle.y + 7, 'text-anchor': 'middle', fill: stroke, class: 'port' };
  return path(corners, { stroke, fill, 'stroke-width': 1.5 }, true) + (sign === '' ? '' : tag('text', text, sign));
}

function drawPool(drawn: Drawn, box: Box): string {
  const { stroke, fill, figure, element } = drawn;
  const isUpright = /^(false|0)$/.test(attributeOf(figure, 'isHorizontal') ?? 'true');
  const frame = tag('rect', { ...box, stroke, fill, 'stroke-width': 1.5 });
  const strip = element?.local === 'participant' ? stripLine(box, isUpright, stroke) : '';
  if (isUpright) return frame + strip + textIn(nameOf(drawn), { ...box, height: 30 });

  const at = { x: box.x + 19, y: box.y + box.height / 2 };
  const turned = textIn(nameOf(drawn), { x: at.x - box.height / 2, y: at.y - 22, width: box.height, height: 30 });
  return frame + strip + (turned === '' ? '' : tag('g', { transform: `rotate(-90 ${at.x} ${at.y})` }, turned));
}

function stripLine({ x, y, width, height }: Box, isUpright: boolean, stroke: string): string {
  const line = isUpright
    ? [
        { x, y: y + 30 },
        { x: x + width, y: y + 30 },
      ]
    : [
        { x: x + 30, y },
        { x: x + 30, y: y + height },
      ];
  return path(line, { stroke, fill: 'none' });
}

function drawArtifact(drawn: Drawn, box: Box): string {
  const { element, stroke, fill } = drawn;
  const { x, y, width, height } = box;
  const line = { stroke, fill, 'stroke-width': 1.5 };
  if (element?.local === 'textAnnotation') {
    const [text] = elementsIn(element, 'text');
    const words = (text?.children ?? []).map((child) => (child.kind === 'element' ? '' : child.text)).join(' ');
    const bracket = [
      { x: x + 10, y },
      { x, y },
      { x, y: y + height },
      { x: x + 10, y: y + height },
    ];
    return path(bracket, { ...line, fill: 'none' }) + textIn(words, box);
  }
  if (element?.local === 'group') {
    return tag('rect', { ...box, rx: 10, stroke, fill: 'none', 'stroke-dasharray': '8 3 2 3' });
  }
  if (element?.local.startsWith('dataStore') === true) {
    const top = tag('ellipse', { cx: x + width / 2, cy: y + 6, rx: width / 2, ry: 6, ...line });
    return tag('rect', { ...box, rx: 6, ...line }) + top + labelBelow(drawn, box);
  }
  if (element?.local === 'message') {
    const flap = [
      { x, y },
      { x: x + width / 2, y: y + height / 2 },
      { x: x + width, y },
    ];
    return tag('rect', { ...box, ...line }) + path(flap, { ...line, fill: 'none' }) + labelBelow(drawn, box);
  }
  const fold = Math.min(12, width / 3);
  const sheet = [
    { x, y },
    { x: x + width - fold, y },
    { x: x + width, y: y + fold },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return path(sheet, line, true) + labelBelow(drawn, box);
}

function drawConversation({ stroke, fill }: Drawn, { x, y, width, height }: Box): string {
  const quarter = width / 4;
  const corners = [
    { x: x + quarter, y },
    { x: x + width - quarter, y },
    { x: x + width, y: y + height / 2 },
    { x: x + width - quarter, y: y + height },
    { x: x + quarter, y: y + height },
    { x, y: y + height / 2 },
  ];
  return path(corners, { stroke, fill, 'stroke-width': 1.5 }, true);
}
