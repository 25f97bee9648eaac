import { idOf, type Id } from '../../../shared/id.js';
import type { FlowNode } from '../../definition/flow-node.js';
import type { AgendaStep } from '../state/agenda-step.js';
import { createAgenda, type Agenda } from './agenda.js';
import type { Command } from '../commands/command.js';
import type { DecisionWorld } from '../commands/decision-world.js';
import { growInstance, type InstanceGroups } from '../state/growing-instance.js';
import type { Problem } from './problem.js';
import type { ProcessEvent } from '../facts/process-event.js';
import type { ProcessInstance } from '../state/process-instance.js';

type Untimed<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** An event before the working copy gives it its time. */
export type UntimedEvent = Untimed<ProcessEvent>;

/** What is still to do in a decision, and what is kept for a later one. */
interface AgendaParts extends Pick<Agenda, 'enqueue' | 'isArriving' | 'hold' | 'release' | 'isOnHold'> {
  nextStep(): AgendaStep | undefined;
  /** Allows so many steps more before the process is taken for one that goes round. */
  grantSteps(steps: number): void;
  /** How many steps have been granted beside the budget. */
  grantedSteps(): number;
}

/**
 * One decision in the making: the instance as of the last recorded event, and what is still to do. Everything is
 * recorded as an event and folded in at once, so that what is decided next sees what was decided before.
 */
export interface WorkingCopy extends AgendaParts {
  readonly world: DecisionWorld;
  readonly command: Command;
  /** The instance as it was before; absent when it begins by this decision. */
  readonly before: ProcessInstance | undefined;
  instance(): ProcessInstance;
  events(): readonly ProcessEvent[];
  /** What is alive by what it belongs to: quicker than a look at everything. */
  groups(): InstanceGroups;
  record(event: UntimedEvent): void;
  nextId<Of extends string>(): Id<Of>;
  /** Runs a part that happens wholly or not at all: a problem takes back whatever it recorded or enqueued. */
  attempt(run: () => Problem | undefined): Problem | undefined;
}

/** Opens a working copy; `before` itself is never changed. */
export function createWorkingCopy(
  before: ProcessInstance | undefined,
  command: Command,
  world: DecisionWorld,
): WorkingCopy {
  const growing = growInstance(before);
  const agenda = createAgenda();
  agenda.hold(heldBefore(before, command));
  let lastId = before?.lastId ?? 0;
  const instance = (): ProcessInstance => growing.instance() ?? notStarted(command);

  return {
    world,
    command,
    before,
    instance,
    events: growing.events,
    groups: growing.groups,
    // A fact is nobody else's before it is recorded: it is given its time in place, without a copy.
    record: (event) => growing.add(Object.assign(event, { at: command.at })),
    nextId: () =>
      idOf(`${'processInstanceId' in command ? command.processInstanceId : instance().id}-${(lastId += 1)}`),
    ...agenda,
    nextStep: agenda.next,
    grantSteps: agenda.grant,
    grantedSteps: agenda.granted,
    attempt(run) {
      const saved = { mark: growing.mark(), lastId, agenda: agenda.length() };
      const problem = run();
      if (problem === undefined) {
        growing.keep(saved.mark);
        return undefined;
      }
      growing.goBack(saved.mark);
      agenda.cutTo(saved.agenda);
      ({ lastId } = saved);
      return problem;
    },
  };
}

/** What earlier decisions have left to do, but for what this very command takes up. */
function heldBefore(before: ProcessInstance | undefined, command: Command): readonly AgendaStep[] {
  const resolved = command.type === 'ResolveIncident' ? command.incidentId : undefined;
  return [...(before?.incidents.values() ?? [])].flatMap(({ id, pending = [] }) => (id === resolved ? [] : pending));
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
