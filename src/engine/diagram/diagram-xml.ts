import { attributeOf, type XmlElement } from '../xml/xml-node.js';

/** A point of a drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box of a drawing. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A shape or an edge of a diagram with the element that it shows, as far as the document has it. */
export interface Drawn {
  /** Id of the element that is shown; of the shape itself where it shows none. */
  readonly id: string;
  readonly figure: XmlElement;
  readonly element: XmlElement | undefined;
  readonly label: Box | undefined;
  readonly stroke: string;
  readonly fill: string;
}

/** The elements directly inside an element, by local name if one is given. */
export const elementsIn = (element: XmlElement | undefined, local?: string): readonly XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => child.kind === 'element' && (local === undefined || child.local === local),
  );

const numberIn = (element: XmlElement, name: string): number => {
  const number = Number(attributeOf(element, name));
  return Number.isFinite(number) ? Math.max(-100_000, Math.min(100_000, number)) : 0;
};

/** The bounds written inside a shape or a label. */
export function boundsOf(element: XmlElement | undefined): Box | undefined {
  const [bounds] = elementsIn(element, 'Bounds');
  if (bounds === undefined) return undefined;
  const [x, y] = [numberIn(bounds, 'x'), numberIn(bounds, 'y')];
  return { x, y, width: Math.abs(numberIn(bounds, 'width')), height: Math.abs(numberIn(bounds, 'height')) };
}

/** The way of an edge. */
export const waypointsOf = (edge: XmlElement): readonly Point[] =>
  elementsIn(edge, 'waypoint').map((point) => ({ x: numberIn(point, 'x'), y: numberIn(point, 'y') }));

// A colour is written into the drawing as it is, so that nothing else may pass for one.
const colour = /^(#[\da-f]{3,8}|[a-z]{3,30}|rgba?\([\d.,%\s]{3,40}\))$/i;

const colourOf = (figure: XmlElement, names: readonly string[], otherwise: string): string =>
  figure.attributes.find(({ name, value }) => names.includes(name.split(':')[1] ?? '') && colour.test(value))?.value ??
  otherwise;

/** Joins a shape or edge with what it shows. */
export function drawnOf(figure: XmlElement, elements: ReadonlyMap<string, XmlElement>): Drawn {
  const reference = attributeOf(figure, 'bpmnElement')?.trim() ?? '';
  const element = elements.get(reference) ?? elements.get(reference.split(':').at(-1) ?? '');
  return {
    id: (element && attributeOf(element, 'id')) ?? (reference || (attributeOf(figure, 'id') ?? '')),
    figure,
    element,
    label: boundsOf(elementsIn(figure, 'BPMNLabel')[0]),
    stroke: colourOf(figure, ['stroke', 'border-color'], '#1f2937'),
    fill: colourOf(figure, ['fill', 'background-color'], '#ffffff'),
  };
}
