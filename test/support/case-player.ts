import {
  compileProcess,
  decide,
  deserializeInstance,
  evolveAll,
  serializeInstance,
  type Actor,
  type Command,
  type DeadlineRegister,
  type DecisionRegister,
  type Decision,
  type ProcessDefinition,
  type ProcessEvent,
  type ProcessInstance,
  type Subscription,
  type UserTaskInstance,
} from '../../src/engine/index.js';
import { idOf, type Id } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';

type Untimed<Whole> = Whole extends unknown ? Omit<Whole, 'at' | 'actor'> : never;

/** A command without time and actor: the player adds its own. */
export type PlayedCommand = Untimed<Command> & { readonly actor?: Actor };

/** Somebody of the group `hvk`. */
export const kari: Actor = { id: idOf('kari'), groups: ['hvk'] };

/** Somebody else of the group `hvk`. */
export const liv: Actor = { id: idOf('liv'), groups: ['hvk', 'hvk-leder'] };

/** Plays one case in memory: keeps its snapshot and its journal, and refuses to go on after a rejection. */
export class CasePlayer {
  readonly id: Id<'ProcessInstance'> = idOf('sak');
  readonly journal: ProcessEvent[] = [];
  at = '2026-11-23T09:00:00.000Z';
  /** The version that the case is to go on with when it is migrated. */
  target: ProcessDefinition | undefined;
  /** How many steps a command may cause; absent: what is usual. */
  mostSteps: number | undefined;
  #instance: ProcessInstance | undefined;

  constructor(
    private definition: ProcessDefinition,
    private readonly deadlineRegister: DeadlineRegister = [],
    private readonly decisions?: DecisionRegister,
  ) {}

  get instance(): ProcessInstance {
    if (this.#instance === undefined) throw new Error('Expected a started case, but it has not begun');
    return this.#instance;
  }

  start(variables: JsonObject = {}, startEvent?: string): readonly ProcessEvent[] {
    const command = { type: 'StartProcessInstance', processInstanceId: this.id, variables } as const;
    return this.play(startEvent === undefined ? command : { ...command, startEvent });
  }

  /** What the engine says to a command, without carrying it out. */
  ask(command: PlayedCommand): Decision {
    const world = {
      process: compileProcess(this.definition),
      deadlineRegister: this.deadlineRegister,
      ...(this.target === undefined ? {} : { target: compileProcess(this.target) }),
      ...(this.mostSteps === undefined ? {} : { mostSteps: this.mostSteps }),
      ...(this.decisions === undefined ? {} : { decisions: this.decisions }),
    };
    return decide(this.#instance, { actor: kari, ...command, at: this.at }, world);
  }

  play(command: PlayedCommand): readonly ProcessEvent[] {
    const decision = this.ask(command);
    if (!decision.ok) throw new Error(`Expected '${command.type}' to be accepted, but: ${decision.rejection.reason}`);
    // Every case is stored and read back after every step, as the real one is.
    this.#instance = storedAndReadBack(evolveAll(this.#instance, decision.events));
    this.journal.push(...decision.events);
    if (command.type === 'MigrateProcessInstance') this.definition = this.target ?? this.definition;
    return decision.events;
  }

  /** The open user task on a node, claimed and completed by Kari. */
  complete(node: string, variables: JsonObject = {}): readonly ProcessEvent[] {
    const { id: userTaskId, assignee } = this.task(node);
    if (assignee === undefined) this.play({ type: 'ClaimUserTask', userTaskId });
    const actor = { ...kari, id: assignee ?? kari.id };
    return this.play({ type: 'CompleteUserTask', userTaskId, variables, actor });
  }

  completeJob(node: string, variables: JsonObject = {}): readonly ProcessEvent[] {
    return this.play({ type: 'CompleteJob', jobId: onNode(this.instance.jobs, node).id, variables });
  }

  correlate(node: string, variables: JsonObject = {}): readonly ProcessEvent[] {
    return this.play({
      type: 'CorrelateMessage',
      subscriptionId: onNode(messagesOf(this.instance), node).id,
      variables,
    });
  }

  /** Moves the clock to the next timer that is set and triggers it. */
  ring(): readonly ProcessEvent[] {
    const [next] = [...this.instance.timers.values()].toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
    if (next === undefined) throw new Error('Expected a timer that is set, but there is none');
    if (next.dueAt > this.at) this.at = next.dueAt;
    return this.play({ type: 'TriggerTimer', timerId: next.id });
  }

  /** Everything in the case that waits for a signal hears it. */
  signal(signal: string, variables: JsonObject = {}): readonly ProcessEvent[] {
    return this.play({ type: 'ReceiveSignal', signal, variables });
  }

  throwError(node: string, code: string, said: { readonly message?: string; readonly variables?: JsonObject } = {}) {
    return this.play({ type: 'ThrowError', jobId: onNode(this.instance.jobs, node).id, code, ...said });
  }

  escalate(node: string, code: string, variables: JsonObject = {}): readonly ProcessEvent[] {
    return this.play({ type: 'Escalate', jobId: onNode(this.instance.jobs, node).id, code, variables });
  }

  trigger(node: string, variables: JsonObject = {}): readonly ProcessEvent[] {
    return this.play({ type: 'TriggerElement', node, variables });
  }

  resolve(variables?: JsonObject): readonly ProcessEvent[] {
    const [incident] = this.instance.incidents.values();
    if (incident === undefined) throw new Error('Expected an open incident, but there is none');
    const command = { type: 'ResolveIncident', incidentId: incident.id } as const;
    return this.play(variables === undefined ? command : { ...command, variables });
  }

  /** The open user task on a node. */
  task(node: string): UserTaskInstance {
    return onNode(this.instance.userTasks, node);
  }

  /** The variables of the process itself. */
  get variables(): JsonObject {
    const root = [...this.instance.elements.values()].find((element) => element.parentId === undefined);
    return root?.variables ?? this.instance.finalVariables ?? {};
  }

  /** Where tokens stand, in alphabetical order. */
  get standing(): readonly string[] {
    return [...this.instance.tokens.values()].map((token) => token.node).toSorted();
  }

  get incidents(): readonly string[] {
    return [...this.instance.incidents.values()].map(({ code, node }) => `${code} ${node}`);
  }

  /** The nodes that tokens have come to so far, in order. */
  get entered(): readonly string[] {
    return this.journal.flatMap((event) => (event.type === 'NodeEntered' ? [event.node] : []));
  }

  /** The events that were thrown and caught so far, as `caught error feil`. */
  get happened(): readonly string[] {
    return this.journal.flatMap((event) => {
      if (event.type !== 'EventThrown' && event.type !== 'EventCaught') return [];
      return `${event.type === 'EventThrown' ? 'threw' : 'caught'} ${event.kind} ${event.node}`;
    });
  }

  /** The types of the events so far, for a reader's eye. */
  get trace(): readonly string[] {
    return this.journal.map((event) => event.type);
  }
}

const storedAndReadBack = (instance: ProcessInstance | undefined): ProcessInstance | undefined =>
  instance && deserializeInstance(JSON.parse(JSON.stringify(serializeInstance(instance))));

const messagesOf = ({ subscriptions }: ProcessInstance): ReadonlyMap<unknown, Subscription> =>
  new Map([...subscriptions].filter(([, { kind }]) => kind === 'message'));

function onNode<Item extends { readonly node: string }>(items: ReadonlyMap<unknown, Item>, node: string): Item {
  const found = [...items.values()].find((item) => item.node === node);
  if (found === undefined) throw new Error(`Expected something open on '${node}', but there is nothing`);
  return found;
}
