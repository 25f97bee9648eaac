import type { EventResult, EventTrigger, FlowNode, MultiInstance, StandardLoop } from '../../src/engine/index.js';
import type { NodeSketch, ScopeSketch } from '../support/process-builder.js';
import type { EdgeKind } from './block.js';
import { firstName } from './plan.js';

type Place = Parameters<NodeSketch['build']>[0];

const nodeParts = (id: string, { scope, incoming, outgoing }: Place) =>
  ({ id, name: id, hint: {}, scope, incoming, outgoing }) as const;
const activityParts = (id: string, place: Place) =>
  ({ ...nodeParts(id, place), inputs: [], outputs: [], boundaryEvents: place.boundaryEvents }) as const;

const sketch = (id: string, build: (place: Place) => FlowNode, more: Partial<NodeSketch> = {}): NodeSketch => ({
  id,
  build,
  ...more,
});

/** What makes an event of a simulated process occur; every event has a name of its own. */
export function triggerOf(id: string, kind: EdgeKind | 'stuck'): EventTrigger {
  switch (kind) {
    case 'condition':
      return { kind: 'conditional', condition: 'x = 2' };
    case 'stuck':
      return { kind: 'timer', schedule: { kind: 'duration', expression: 'if x = 0 then "aldri" else "P3D"' } };
    case 'timer':
      return { kind: 'timer', schedule: { kind: 'duration', expression: '"P3D"' } };
    case 'cycle':
      return { kind: 'timer', schedule: { kind: 'cycle', expression: '"R/P7D"' } };
    case 'message':
      return { kind: 'message', message: `melding ${firstName(id)}` };
    case 'signal':
      return { kind: 'signal', signal: `signal ${firstName(id)}` };
  }
}

export const receiveTask = (id: string): NodeSketch =>
  sketch(id, (place) => ({
    kind: 'receiveTask',
    ...activityParts(id, place),
    trigger: { kind: 'message', message: `melding ${firstName(id)}` },
  }));

export const scriptTask = (id: string): NodeSketch =>
  sketch(id, (place) => ({
    kind: 'scriptTask',
    ...activityParts(id, place),
    work: { kind: 'feel', script: '1 + 1', resultVariable: 'r' },
  }));

export const inclusiveGateway = (id: string, options: { readonly defaultFlow?: string } = {}): NodeSketch =>
  sketch(id, (place) => ({ kind: 'inclusiveGateway', ...nodeParts(id, place), ...options }));

export const eventBasedGateway = (id: string): NodeSketch =>
  sketch(id, (place) => ({ kind: 'eventBasedGateway', ...nodeParts(id, place), instantiate: false, parallel: false }));

/** An event with two messages, of which one or both must come. */
export const twoMessages = (id: string, parallel: boolean): EventTrigger => ({
  kind: 'multiple',
  parallel,
  triggers: [0, 1].map((part) => ({ kind: 'message', message: `melding ${firstName(id)} ${part}` })),
});

export const throwEvent = (id: string, result: EventResult): NodeSketch =>
  sketch(id, (place) => ({ kind: 'intermediateThrowEvent', ...nodeParts(id, place), result }));

export const endWith = (id: string, result: EventResult): NodeSketch =>
  sketch(id, (place) => ({ kind: 'endEvent', ...nodeParts(id, place), result }));

/** A throwing link and the catching one that it leads to. */
export const linkPair = (id: string): readonly [NodeSketch, NodeSketch] => [
  throwEvent(`${id}-hopp`, { kind: 'link', link: id }),
  sketch(`${id}-land`, (place) => ({
    kind: 'intermediateCatchEvent',
    ...nodeParts(`${id}-land`, place),
    trigger: { kind: 'link', link: id },
  })),
];

interface Loops {
  readonly multiInstance?: MultiInstance;
  readonly standardLoop?: StandardLoop;
}

/** A sub-process of any kind with a scope inside. */
export const room = (
  kind: 'subProcess' | 'transaction' | 'eventSubProcess',
  { id, inside, ...loops }: { readonly id: string; readonly inside: ScopeSketch } & Loops,
): NodeSketch => sketch(id, (place) => ({ kind, ...activityParts(id, place), ...loops }), { inside });

/** The start event of an event sub-process. */
export const eventStart = (id: string, trigger: EventTrigger, interrupting: boolean): NodeSketch =>
  sketch(id, (place) => ({ kind: 'startEvent', ...nodeParts(id, place), trigger, interrupting }));

const work = { candidateGroups: ['hvk'], assignee: '"kari"' } as const;

/** A task of Kari's. */
export const taskOf = (id: string): NodeSketch =>
  sketch(id, (place) => ({ kind: 'userTask', ...activityParts(id, place), ...work }));

/** A task, the event that remembers it, and the task that undoes it. */
export function undoable(id: string): readonly NodeSketch[] {
  const [event, handler] = [`${id}-angre`, `${id}-om`];
  return [
    taskOf(id),
    sketch(
      event,
      (place) => ({
        kind: 'boundaryEvent',
        ...nodeParts(event, place),
        attachedTo: id,
        interrupting: true,
        trigger: { kind: 'compensation' },
        compensationHandler: handler,
      }),
      { attachedTo: id },
    ),
    sketch(handler, (place) => ({
      kind: 'userTask',
      ...activityParts(handler, place),
      ...work,
      isForCompensation: true,
    })),
  ];
}
