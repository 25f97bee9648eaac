import type { EventTrigger } from '../../src/engine/index.js';
import {
  boundaryEvent,
  catchEvent,
  endEvent,
  eventSubProcess,
  exclusiveGateway,
  flow,
  manualTask,
  parallelGateway,
  receiveTask,
  scriptTask,
  sendTask,
  serviceTask,
  startEvent,
  subProcess,
  throwEvent,
  type NodeSketch,
  type ScopeSketch,
} from '../support/process-builder.js';

/** Leaves of a random process that wait for events or let them happen. */
export const eventLeaves = [
  'signal',
  'condition',
  'either',
  'together',
  'receive',
  'waiting',
  'throwing signal',
  'throwing message',
  'escalating',
  'sending',
  'script',
] as const;

/** A leaf that waits for an event or lets one happen. */
export type EventLeaf = (typeof eventLeaves)[number];

/** The part of a diagram that a block becomes, with the nodes where it begins and ends. */
export interface Part extends ScopeSketch {
  readonly first: string;
  readonly last: string;
}

/** How an event sub-process of a random scope begins. */
export const guards = ['error', 'escalation', 'signal', 'message', 'timer', 'condition'] as const;

const onSignal: EventTrigger = { kind: 'signal', signal: 'alarm' };
const onMessage: EventTrigger = { kind: 'message', message: 'svar' };
const onCondition: EventTrigger = { kind: 'conditional', condition: 'x = 1' };
const triggers: Readonly<Record<(typeof guards)[number], EventTrigger>> = {
  error: { kind: 'error', codeVariable: 'kode' },
  escalation: { kind: 'escalation' },
  // A name of its own: one that starts what waits for it would go round for ever.
  signal: { kind: 'signal', signal: 'vakt' },
  message: onMessage,
  timer: { kind: 'timer', schedule: { kind: 'duration', expression: '"P2D"' } },
  condition: { kind: 'conditional', condition: 'y = 1' },
};
const outputs = [{ source: 'x', target: 'brakt' }];

/** The node that a leaf is drawn as. */
export function eventLeaf(id: string, kind: EventLeaf): NodeSketch {
  switch (kind) {
    case 'signal':
      return catchEvent(id, onSignal, { outputs });
    case 'condition':
      return catchEvent(id, onCondition);
    case 'either':
    case 'together':
      return catchEvent(id, { kind: 'multiple', triggers: [onSignal, onMessage], parallel: kind === 'together' });
    case 'receive':
      return receiveTask(id, { outputs });
    case 'waiting':
      return manualTask(id, { waits: true });
    case 'throwing signal':
      return throwEvent(id, { kind: 'signal', signal: 'alarm' }, { inputs: outputs });
    case 'throwing message':
      return throwEvent(id, { kind: 'message', message: 'svar', targets: [] });
    case 'escalating':
      return throwEvent(id, { kind: 'escalation', code: 'E' });
    case 'sending':
      return sendTask(id, { result: { kind: 'message', message: 'svar', correlationKey: '1', targets: [] } });
    case 'script':
      return scriptTask(id, { work: { kind: 'feel', script: '{regnet: 1}' } });
  }
}

/** A scope with an event sub-process in it, and one way in and out. */
export function guarded(
  id: string,
  guard: (typeof guards)[number],
  parts: { readonly inside: ScopeSketch; readonly handler: Part; readonly interrupting: boolean },
): NodeSketch {
  const { inside, handler, interrupting } = parts;
  const [start, end] = [`${id}-utlost`, `${id}-behandlet`];
  const trigger = triggers[guard];
  const within: ScopeSketch = {
    nodes: [
      startEvent(start, trigger, { interrupting: interrupting || guard === 'error' }),
      ...handler.nodes,
      endEvent(end),
    ],
    flows: [flow(start, handler.first), ...handler.flows, flow(handler.last, end)],
  };
  return subProcess(id, { nodes: [...inside.nodes, eventSubProcess(`${id}-ved`, within)], flows: inside.flows });
}

/** A sub-process that ends by an error or a cancellation of everything in it beside what it does, and what catches that. */
export function ending(id: string, by: 'error' | 'terminate', inside: Part): Part {
  const ids = {
    start: `${id}-start`,
    split: `${id}-del`,
    end: `${id}-slutt`,
    work: `${id}-jobb`,
    stop: `${id}-stopp`,
    edge: `${id}-kant`,
    close: `${id}-flett`,
  };
  const result = by === 'error' ? ({ kind: 'error', code: 'F' } as const) : ({ kind: 'terminate' } as const);
  const within: ScopeSketch = {
    nodes: [
      startEvent(ids.start),
      parallelGateway(ids.split),
      ...inside.nodes,
      endEvent(ids.end),
      serviceTask(ids.work),
      endEvent(ids.stop, result),
    ],
    flows: [
      flow(ids.start, ids.split),
      flow(ids.split, inside.first),
      ...inside.flows,
      flow(inside.last, ids.end),
      flow(ids.split, ids.work),
      flow(ids.work, ids.stop),
    ],
  };
  return {
    nodes: [
      subProcess(id, within),
      boundaryEvent(ids.edge, id, { trigger: { kind: 'error' } }),
      exclusiveGateway(ids.close),
    ],
    flows: [flow(id, ids.close), flow(ids.edge, ids.close)],
    first: id,
    last: ids.close,
  };
}
