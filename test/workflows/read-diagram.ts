import { BpmnModdle } from 'bpmn-moddle';
import { boligflytModdle } from '../../src/engine/index.js';

/** An element of a diagram as bpmn-moddle gives it. */
export interface Element {
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly get: (name: string) => unknown;
}

/** A point or the upper left corner of something. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a node is drawn. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A diagram: what it means, and where it is drawn. */
export interface Diagram {
  readonly warnings: readonly string[];
  readonly process: Element;
  readonly nodes: readonly Element[];
  readonly flows: readonly Element[];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly waypoints: ReadonlyMap<string, readonly Point[]>;
}

const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && '$type' in value && 'get' in value;

/** Children or references of one name. */
export function childrenOf(element: Element, name: string): readonly Element[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : isElement(value) ? [value] : [];
}

/** Text of an attribute; empty when there is none. */
export function textOf(element: Element, name: string): string {
  const value = element.get(name);
  return typeof value === 'string' ? value : '';
}

/** The extension elements of one type of ours. */
export const extensionsOf = (element: Element, type: string): readonly Element[] =>
  childrenOf(element, 'extensionElements')
    .flatMap((extensions) => childrenOf(extensions, 'values'))
    .filter(({ $type }) => $type === type);

function elementsIn(scope: Element): readonly Element[] {
  const own = childrenOf(scope, 'flowElements');
  return own.flatMap((element) => [element, ...elementsIn(element)]);
}

function pointOf(element: Element): Point {
  return { x: Number(element.get('x')), y: Number(element.get('y')) };
}

function boxOf(shape: Element): Box {
  const [bounds] = childrenOf(shape, 'bounds');
  if (bounds === undefined) throw new Error(`Expected bounds of '${shape.id}', but there are none`);
  return { ...pointOf(bounds), width: Number(bounds.get('width')), height: Number(bounds.get('height')) };
}

const elementId = (drawn: Element): string => childrenOf(drawn, 'bpmnElement')[0]?.id ?? '';

/** Reads a diagram with our extensions, as any BPMN tool would that knows them. */
export async function readDiagram(xml: string): Promise<Diagram> {
  const { rootElement, warnings } = await new BpmnModdle({ boligflyt: boligflytModdle }).fromXML(xml);
  if (!isElement(rootElement)) throw new Error('Expected a BPMN document');

  const process = childrenOf(rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process');
  if (process === undefined) throw new Error('Expected a process');
  const elements = elementsIn(process);
  const drawn = childrenOf(rootElement, 'diagrams')
    .flatMap((diagram) => childrenOf(diagram, 'plane'))
    .flatMap((plane) => childrenOf(plane, 'planeElement'));
  const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape');
  const edges = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge');
  return {
    warnings: warnings.map(({ message }) => message),
    process,
    nodes: elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow'),
    flows: elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow'),
    boxes: new Map(shapes.map((shape) => [elementId(shape), boxOf(shape)])),
    waypoints: new Map(edges.map((edge) => [elementId(edge), childrenOf(edge, 'waypoint').map(pointOf)])),
  };
}
