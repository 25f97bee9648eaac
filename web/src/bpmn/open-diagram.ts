import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import type Canvas from 'diagram-js/lib/core/Canvas.js';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry.js';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays.js';

/** Where the case stands, and what is said beside its nodes. */
export interface Tokens {
  readonly activeNodes: readonly string[];
  readonly completedNodes: readonly string[];
  readonly here: string;
  readonly notesOf: (node: string) => readonly string[];
}

/** A diagram on the screen, and what can be done with it. */
export interface OpenDiagram {
  readonly mark: (tokens: Tokens) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
  readonly focus: () => void;
  readonly left: () => void;
  readonly right: () => void;
  readonly up: () => void;
  readonly down: () => void;
  readonly close: () => void;
}

const zoomStep = 1.3;
const scrollStep = 120;
const readableZoom = 0.9;
const overlayType = 'token';

function tokenLabel({ here, notesOf }: Tokens, node: string): HTMLElement {
  const label = document.createElement('div');
  label.className = 'token-label';
  label.textContent = [here, ...notesOf(node)].join(' · ');
  return label;
}

/** True for a sub-process that is drawn with its content: the token inside says more than the frame. */
const isContainer = (registry: ElementRegistry, node: string): boolean =>
  registry.filter(({ parent }) => parent?.id === node).length > 0;

function createMarker(canvas: Canvas, registry: ElementRegistry, overlays: Overlays) {
  let marked: readonly (readonly [node: string, marker: string])[] = [];
  return (tokens: Tokens) => {
    const exists = (node: string) => registry.get(node) !== undefined;
    marked.forEach(([node, marker]) => canvas.removeMarker(node, marker));
    overlays.remove({ type: overlayType });
    const inside = tokens.activeNodes.filter((node) => exists(node) && isContainer(registry, node));
    const active = tokens.activeNodes.filter((node) => exists(node) && !isContainer(registry, node));
    marked = [
      ...tokens.completedNodes.filter(exists).map((node) => [node, 'is-completed'] as const),
      ...inside.map((node) => [node, 'is-inside'] as const),
      ...active.map((node) => [node, 'is-active'] as const),
    ];
    marked.forEach(([node, marker]) => canvas.addMarker(node, marker));
    active.forEach((node) =>
      overlays.add(node, overlayType, { position: { bottom: -6, left: 0 }, html: tokenLabel(tokens, node) }),
    );
    return active;
  };
}

function zoomTo(canvas: Canvas, factor: number): void {
  canvas.zoom(canvas.zoom() * factor);
}

/** Shows the part of the diagram where the case stands, large enough to read. */
function showNode(canvas: Canvas, node: string | undefined): void {
  if (node === undefined) return;
  canvas.zoom(readableZoom);
  canvas.scrollToElement(node, 80);
}

/** Draws a diagram in `container`. */
export async function openDiagram(container: HTMLElement, xml: string): Promise<OpenDiagram> {
  const colors = {
    defaultFillColor: 'var(--diagram-fill)',
    defaultStrokeColor: 'var(--diagram-line)',
    defaultLabelColor: 'var(--diagram-line)',
  };
  const viewer = new NavigatedViewer({ container, bpmnRenderer: colors });
  await viewer.importXML(xml);
  const canvas = viewer.get<Canvas>('canvas');
  const mark = createMarker(canvas, viewer.get('elementRegistry'), viewer.get('overlays'));
  let active: readonly string[] = [];
  const fit = () => canvas.zoom('fit-viewport');
  fit();

  return {
    mark: (tokens) => {
      const isFirst = active.length === 0;
      active = mark(tokens);
      if (isFirst) showNode(canvas, active[0]);
    },
    zoomIn: () => zoomTo(canvas, zoomStep),
    zoomOut: () => zoomTo(canvas, 1 / zoomStep),
    fit,
    focus: () => showNode(canvas, active[0]),
    left: () => canvas.scroll({ dx: scrollStep, dy: 0 }),
    right: () => canvas.scroll({ dx: -scrollStep, dy: 0 }),
    up: () => canvas.scroll({ dx: 0, dy: scrollStep }),
    down: () => canvas.scroll({ dx: 0, dy: -scrollStep }),
    close: () => viewer.destroy(),
  };
}
