import {
  adHocSubProcess,
  boundaryEvent,
  endEvent,
  exclusiveGateway,
  flow,
  inOrder,
  parallelGateway,
  startEvent,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';
import type { BlockOf, EdgeKind } from './block.js';
import { alone, type Part } from './part.js';
import { partOf, type Plan } from './plan.js';
import { endWith, eventStart, room, taskOf, throwEvent, triggerOf, undoable } from './sketches.js';

/** How the blocks inside are drawn. */
interface Pen {
  readonly part: (plan: Plan) => Part;
  readonly scope: (plan: Plan, id: string) => ScopeSketch;
}

/** Draws a block that is a sub-process. */
export function drawRoom(plan: Plan, pen: Pen): Part {
  const { block, id } = plan;
  switch (block.kind) {
    case 'sub':
      return alone(room('subProcess', { id, inside: pen.scope(partOf(plan, 0), id) }));
    case 'free':
      return alone(drawFree(plan, pen));
    case 'repeat': {
      const standardLoop = { condition: 'x < 2', testBefore: block.testBefore, maximum: 3 };
      return alone(room('subProcess', { id, inside: pen.scope(partOf(plan, 0), id), standardLoop }));
    }
    case 'each':
      return drawEach(plan, block, pen);
    case 'edge':
      return drawEdge(plan, block, pen);
    case 'guards':
      return drawGuards(plan, pen);
    case 'guard':
      return drawGuard(plan, block, pen);
    case 'throws':
      return drawThrows(plan, block, pen);
    case 'undo':
      return drawUndo(plan, block);
    case 'cancel':
      return drawCancel(plan, pen);
    default:
      throw new Error(`Expected a block with a scope, but got ${block.kind}`);
  }
}

function drawFree({ id, parts: plans }: Plan, pen: Pen): NodeSketch {
  const parts = plans.map(pen.part);
  return adHocSubProcess(id, {
    nodes: parts.flatMap(({ nodes }) => nodes),
    flows: parts.flatMap(({ flows }) => flows),
  });
}

function drawEach(plan: Plan, { sequential, early }: BlockOf<'each'>, pen: Pen): Part {
  const { id } = plan;
  const condition = early ? { completionCondition: 'numberOfCompletedInstances >= 2' } : {};
  const multiInstance = { sequential, collection: '[1, 2, 3]', elementVariable: 'ting', ...condition };
  return alone(room('subProcess', { id, inside: pen.scope(partOf(plan, 0), id), multiInstance }));
}

function drawEdge(plan: Plan, { by, interrupting }: BlockOf<'edge' | 'guard'>, pen: Pen): Part {
  const { id } = plan;
  const [host, edge, merge, end] = [`${id}-vert`, `${id}-kant`, `${id}-flett`, `${id}-slutt`];
  const after = pen.part(partOf(plan, 1));
  return {
    nodes: [
      room('subProcess', { id: host, inside: pen.scope(partOf(plan, 0), host) }),
      boundaryEvent(edge, host, { trigger: triggerOf(edge, by), interrupting }),
      exclusiveGateway(merge),
      ...after.nodes,
      ...(interrupting ? [] : [endEvent(end)]),
    ],
    flows: [flow(host, merge), flow(edge, after.first), ...after.flows, flow(after.last, interrupting ? merge : end)],
    first: host,
    last: merge,
  };
}

function drawGuard(plan: Plan, { by, interrupting }: BlockOf<'edge' | 'guard'>, pen: Pen): Part {
  const id = `${plan.id}-rom`;
  const guard = `${plan.id}-vakt`;
  const handler = pen.part(partOf(plan, 1));
  const start = `${guard}-start`;
  const inside = pen.scope(partOf(plan, 0), id);
  const handling: ScopeSketch = {
    nodes: [eventStart(start, triggerOf(start, by), interrupting), ...handler.nodes, endEvent(`${guard}-slutt`)],
    flows: [flow(start, handler.first), ...handler.flows, flow(handler.last, `${guard}-slutt`)],
  };
  return alone(
    room('subProcess', {
      id,
      inside: {
        nodes: [...inside.nodes, room('eventSubProcess', { id: guard, inside: handling })],
        flows: inside.flows,
      },
    }),
  );
}

function drawGuards(plan: Plan, pen: Pen): Part {
  const id = `${plan.id}-rom`;
  const inside = pen.scope(partOf(plan, 0), id);
  const guards = [
    guarding(`${plan.id}-vakt`, 'message', pen.part(partOf(plan, 1))),
    guarding(`${plan.id}-vakt2`, 'signal', undefined),
  ];
  return alone(room('subProcess', { id, inside: { nodes: [...inside.nodes, ...guards], flows: inside.flows } }));
}

/** An event sub-process that ends everything beside it, with something to do then or nothing. */
function guarding(id: string, by: EdgeKind, handler: Part | undefined): Part['nodes'][number] {
  const [start, end] = [`${id}-start`, `${id}-slutt`];
  const event = eventStart(start, triggerOf(start, by), true);
  const inside: ScopeSketch =
    handler === undefined
      ? { nodes: [event, endEvent(end)], flows: [flow(start, end)] }
      : {
          nodes: [event, ...handler.nodes, endEvent(end)],
          flows: [flow(start, handler.first), ...handler.flows, flow(handler.last, end)],
        };
  return room('eventSubProcess', { id, inside });
}

function drawThrows(plan: Plan, { result, inside: isInside }: BlockOf<'throws'>, pen: Pen): Part {
  const id = `${plan.id}-rom`;
  const [before, beside, after] = [0, 1, 2].map((place) => pen.part(partOf(plan, place)));
  if (before === undefined || beside === undefined || after === undefined) throw new Error('Expected three parts');

  const thrown = result === 'terminate' ? ({ kind: 'terminate' } as const) : ({ kind: result, code: plan.id } as const);
  const inside = split(id, [
    { part: before, end: endWith(`${id}-kast`, thrown) },
    { part: beside, end: endEvent(`${id}-slutt`) },
  ]);
  if (result === 'error' && isInside)
    return alone(room('subProcess', { id, inside: catching(plan.id, inside, after) }));
  const host = room('subProcess', { id, inside });
  if (result === 'terminate') return alone(host);

  const [edge, merge, end] = [`${plan.id}-kant`, `${plan.id}-flett`, `${plan.id}-ute`];
  const isError = result === 'error';
  return {
    nodes: [
      host,
      boundaryEvent(edge, id, { trigger: { kind: result, code: plan.id }, interrupting: isError }),
      exclusiveGateway(merge),
      ...after.nodes,
      ...(isError ? [] : [endEvent(end)]),
    ],
    flows: [flow(id, merge), flow(edge, after.first), ...after.flows, flow(after.last, isError ? merge : end)],
    first: id,
    last: merge,
  };
}

/** A scope with an event sub-process that catches its error. */
function catching(code: string, { nodes, flows }: ScopeSketch, after: Part): ScopeSketch {
  const [guard, start, end] = [`${code}-vakt`, `${code}-vakt-start`, `${code}-vakt-slutt`];
  const handling: ScopeSketch = {
    nodes: [eventStart(start, { kind: 'error', code }, true), ...after.nodes, endEvent(end)],
    flows: [flow(start, after.first), ...after.flows, flow(after.last, end)],
  };
  return { nodes: [...nodes, room('eventSubProcess', { id: guard, inside: handling })], flows };
}

/** A scope whose start leads to several ways at once, each with an end of its own. */
function split(id: string, ways: readonly { readonly part: Part; readonly end: Part['nodes'][number] }[]): ScopeSketch {
  const [start, gateway] = [`${id}-start`, `${id}-del`];
  return {
    nodes: [startEvent(start), parallelGateway(gateway), ...ways.flatMap(({ part, end }) => [...part.nodes, end])],
    flows: [
      flow(start, gateway),
      ...ways.flatMap(({ part, end }) => [flow(gateway, part.first), ...part.flows, flow(part.last, end.id)]),
    ],
  };
}

function drawUndo({ id }: Plan, { within }: BlockOf<'undo'>): Part {
  const [rom, a, b, undo, after] = [`${id}-rom`, `${id}-a`, `${id}-b`, `${id}-angre`, `${id}-etter`];
  const done: ScopeSketch = {
    nodes: [startEvent(`${id}-inne`), ...undoable(a), ...undoable(b), endEvent(`${id}-inne-slutt`)],
    flows: inOrder(`${id}-inne`, a, b, `${id}-inne-slutt`),
  };
  const frame = [
    startEvent(`${rom}-start`),
    throwEvent(undo, { kind: 'compensation', waits: true }),
    // Only what comes after tells whether anybody has waited.
    taskOf(after),
    endEvent(`${rom}-slutt`),
  ];
  const inside: ScopeSketch = within
    ? {
        nodes: [...frame, room('subProcess', { id: `${id}-indre`, inside: done })],
        flows: inOrder(`${rom}-start`, `${id}-indre`, undo, after, `${rom}-slutt`),
      }
    : {
        nodes: [...frame, ...undoable(a), ...undoable(b)],
        flows: inOrder(`${rom}-start`, a, b, undo, after, `${rom}-slutt`),
      };
  return alone(room('subProcess', { id: rom, inside }));
}

function drawCancel(plan: Plan, pen: Pen): Part {
  const id = `${plan.id}-rom`;
  const [before, beside, after] = [0, 1, 2].map((place) => pen.part(partOf(plan, place)));
  if (before === undefined || beside === undefined || after === undefined) throw new Error('Expected three parts');

  const task = `${plan.id}-a`;
  const first: Part = {
    nodes: [...undoable(task), ...before.nodes],
    flows: [flow(task, before.first), ...before.flows],
    first: task,
    last: before.last,
  };
  const inside = split(id, [
    { part: first, end: endWith(`${id}-avbrutt`, { kind: 'cancel' }) },
    { part: beside, end: endEvent(`${id}-slutt`) },
  ]);
  const [edge, merge] = [`${plan.id}-kant`, `${plan.id}-flett`];
  return {
    nodes: [
      room('transaction', { id, inside }),
      boundaryEvent(edge, id, { trigger: { kind: 'cancel' }, interrupting: true }),
      exclusiveGateway(merge),
      ...after.nodes,
    ],
    flows: [flow(id, merge), flow(edge, after.first), ...after.flows, flow(after.last, merge)],
    first: id,
    last: merge,
  };
}
