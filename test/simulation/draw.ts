import type { ProcessDefinition } from '../../src/engine/index.js';
import {
  buildProcess,
  callActivity,
  catchEvent,
  complexGateway,
  endEvent,
  exclusiveGateway,
  flow,
  inOrder,
  noneTask,
  parallelGateway,
  serviceTask,
  startEvent,
  userTask,
  type FlowSketch,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';
import type { LeafKind } from './block.js';
import { drawRoom } from './draw-rooms.js';
import { alone, type Part } from './part.js';
import { partOf, type Plan } from './plan.js';
import {
  eventBasedGateway,
  inclusiveGateway,
  linkPair,
  receiveTask,
  scriptTask,
  triggerOf,
  twoMessages,
} from './sketches.js';

/** The process that a plan stands for. */
export const drawProcess = (plan: Plan): ProcessDefinition => buildProcess('simulert', drawScope(plan, 'prosess'));

/** A plan between a start and an end. */
export function drawScope(plan: Plan, id: string): ScopeSketch {
  const part = drawPart(plan);
  const [start, end] = [`${id}-start`, `${id}-slutt`];
  return {
    nodes: [startEvent(start), ...part.nodes, endEvent(end)],
    flows: [flow(start, part.first), ...part.flows, flow(part.last, end)],
  };
}

/** A plan as nodes and flows. */
export function drawPart(plan: Plan): Part {
  const { block, id, parts } = plan;
  switch (block.kind) {
    case 'leaf':
      return alone(drawLeaf(id, block.wait));
    case 'sequence':
      return drawSequence(parts.map(drawPart));
    case 'and':
      return between(plan, parallelGateway(`${id}-del`), parallelGateway(`${id}-saml`));
    case 'split':
      return between(plan, noneTask(`${id}-del`), parallelGateway(`${id}-saml`));
    case 'xor':
      return between(plan, exclusiveGateway(`${id}-del`, defaultOf(plan)), exclusiveGateway(`${id}-saml`), '=');
    case 'or':
      return between(plan, inclusiveGateway(`${id}-del`, defaultOf(plan)), inclusiveGateway(`${id}-saml`), '>=');
    case 'race':
      return drawRace(plan, block.events);
    case 'both':
      return alone(catchEvent(id, twoMessages(id, block.parallel)));
    case 'first': {
      const condition = { activationCondition: 'activationCount >= 1' };
      return between(plan, parallelGateway(`${id}-del`), complexGateway(`${id}-saml`, condition));
    }
    case 'link':
      return drawLink(plan);
    default:
      return drawRoom(plan, { part: drawPart, scope: drawScope });
  }
}

function drawLeaf(id: string, wait: LeafKind): NodeSketch {
  switch (wait) {
    case 'task':
      return userTask(id, { assignee: '"kari"' });
    case 'job':
      return serviceTask(id);
    case 'timer':
    case 'condition':
    case 'stuck':
    case 'message':
    case 'signal':
      return catchEvent(id, triggerOf(id, wait));
    case 'receive':
      return receiveTask(id);
    case 'call':
      return callActivity(id, 'kalt', {
        inputs: [{ source: '1', target: 'n' }],
        outputs: [{ source: '1', target: 'y' }],
      });
    case 'none':
      return noneTask(id);
    case 'script':
      return scriptTask(id);
  }
}

function drawSequence(parts: readonly Part[]): Part {
  const links = parts.slice(1).map((part, index) => flow(parts[index]?.last ?? '', part.first));
  return {
    nodes: parts.flatMap((part) => part.nodes),
    flows: [...parts.flatMap((part) => part.flows), ...links],
    first: parts[0]?.first ?? '',
    last: parts.at(-1)?.last ?? '',
  };
}

const defaultOf = (plan: Plan): { readonly defaultFlow: string } => ({
  defaultFlow: `${plan.id}-del-${drawPart(partOf(plan, 0)).first}`,
});

/** Parts beside each other; all but the first with a condition when `compared` says how `x` is asked. */
function between({ parts: plans }: Plan, open: NodeSketch, close: NodeSketch, compared?: '=' | '>='): Part {
  const parts = plans.map(drawPart);
  const ways: readonly FlowSketch[] = parts.flatMap((part, index) => [
    flow(open.id, part.first, compared === undefined || index === 0 ? undefined : `x ${compared} ${index}`),
    flow(part.last, close.id),
  ]);
  return {
    nodes: [open, ...parts.flatMap((part) => part.nodes), close],
    flows: [...ways, ...parts.flatMap((part) => part.flows)],
    first: open.id,
    last: close.id,
  };
}

function drawRace(plan: Plan, events: readonly ('timer' | 'message' | 'signal' | 'receive')[]): Part {
  const { id } = plan;
  const [gateway, merge] = [`${id}-port`, `${id}-flett`];
  const waits = events.map((event, index) => {
    const node = `${id}-e${index}`;
    return event === 'receive' ? receiveTask(node) : catchEvent(node, triggerOf(node, event));
  });
  const after = drawPart(partOf(plan, 0));
  return {
    nodes: [eventBasedGateway(gateway), ...waits, exclusiveGateway(merge), ...after.nodes],
    flows: [...waits.flatMap((wait) => inOrder(gateway, wait.id, merge)), flow(merge, after.first), ...after.flows],
    first: gateway,
    last: after.last,
  };
}

function drawLink(plan: Plan): Part {
  const before = drawPart(partOf(plan, 0));
  const [leave, land] = linkPair(plan.id);
  return {
    nodes: [...before.nodes, leave, land],
    flows: [...before.flows, flow(before.last, leave.id)],
    first: before.first,
    last: land.id,
  };
}
