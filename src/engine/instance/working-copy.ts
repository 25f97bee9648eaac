import { idOf, type Id } from '../../shared/id.js';
import type { FlowNode } from '../definition/flow-node.js';
import type { Command } from './command.js';
import type { DecisionWorld } from './decision-world.js';
import { evolve } from './evolve.js';
import type { Problem } from './problem.js';
import type { ProcessEvent } from './process-event.js';
import type { ProcessInstance } from './process-instance.js';

/** A step that is still to be taken before the instance rests: data, so that it can be dropped again. */
export type AgendaStep =
  /** A token has come to a node. */
  | { readonly kind: 'enter'; readonly tokenId: Id<'Token'> }
  /** An element may be able to go on: a scope whose token ended, a multi-instance whose body ended. */
  | { readonly kind: 'resume'; readonly elementInstanceId: Id<'ElementInstance'> };

type Untimed<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** An event before the working copy gives it its time. */
export type UntimedEvent = Untimed<ProcessEvent>;

/**
 * One decision in the making: the instance as of the last recorded event, and what is still to do. Everything is
 * recorded as an event and folded in at once, so that what is decided next sees what was decided before.
 */
export interface WorkingCopy {
  readonly world: DecisionWorld;
  readonly command: Command;
  instance(): ProcessInstance;
  events(): readonly ProcessEvent[];
  record(event: UntimedEvent): void;
  nextId<Of extends string>(): Id<Of>;
  enqueue(step: AgendaStep): void;
  nextStep(): AgendaStep | undefined;
  /** Whether a token's arrival has not been dealt with yet. */
  isArriving(tokenId: Id<'Token'>): boolean;
  /** Runs a part that happens wholly or not at all: a problem takes back whatever it recorded or enqueued. */
  attempt(run: () => Problem | undefined): Problem | undefined;
}

/** Opens a working copy; `before` itself is never changed. */
export function createWorkingCopy(
  before: ProcessInstance | undefined,
  command: Command,
  world: DecisionWorld,
): WorkingCopy {
  let current = before;
  const events: ProcessEvent[] = [];
  const agenda: AgendaStep[] = [];
  let lastId = before?.lastId ?? 0;
  const instance = (): ProcessInstance => current ?? notStarted(command);

  return {
    world,
    command,
    instance,
    events: () => events,
    record(event) {
      const timed = { ...event, at: command.at };
      current = evolve(current, timed);
      events.push(timed);
    },
    nextId: () =>
      idOf(`${'processInstanceId' in command ? command.processInstanceId : instance().id}-${(lastId += 1)}`),
    enqueue(step) {
      agenda.push(step);
    },
    nextStep: () => agenda.shift(),
    isArriving: (tokenId) => agenda.some((step) => step.kind === 'enter' && step.tokenId === tokenId),
    attempt(run) {
      const saved = { current, lastId, events: events.length, agenda: agenda.length };
      const problem = run();
      if (problem === undefined) return undefined;

      ({ current, lastId } = saved);
      events.length = saved.events;
      agenda.length = saved.agenda;
      return problem;
    },
  };
}

function notStarted(command: Command): never {
  throw new Error(`Expected a started process instance, but '${command.type}' met none`);
}

/** The node of a diagram by id; an unknown one is a defect, since instances are pinned to their definition. */
export function nodeOf(work: WorkingCopy, id: string): FlowNode {
  const node = work.world.process.definition.nodes.get(id);
  if (node === undefined)
    throw new Error(`Expected node '${id}' in '${work.world.process.definition.key}', but it is unknown`);
  return node;
}
