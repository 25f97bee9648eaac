import { createMachine, transition } from 'xstate';

/** Where an open or ended user task stands in its life. */
export type UserTaskState = 'created' | 'assigned' | 'inProgress' | 'completed' | 'cancelled';

/** What can happen to a user task. `force` completes what nobody has taken, or what is delegated. */
export type UserTaskStep =
  | 'claim'
  | 'unclaim'
  | 'assign'
  | 'delegate'
  | 'resolve'
  | 'start'
  | 'stop'
  | 'reject'
  | 'complete'
  | 'force'
  | 'cancel';

/** What the machine knows of a task: its state, and whether somebody does it on behalf of its owner. */
export interface UserTaskPlace {
  readonly state: UserTaskState;
  readonly isDelegated: boolean;
}

const marks = ['delegated', 'undelegated'] as const;
const to = (target: UserTaskState, mark?: (typeof marks)[number]) =>
  ({ target, reenter: true, actions: mark === undefined ? ['moved'] : ['moved', mark] }) as const;
const whenOwn = (target: UserTaskState) => ({ ...to(target), guard: 'isOwn' }) as const;
const whenDelegated = (target: UserTaskState) => ({ ...to(target, 'undelegated'), guard: 'isDelegated' }) as const;

const taken = {
  unclaim: whenOwn('created'),
  assign: to('assigned', 'undelegated'),
  delegate: to('assigned', 'delegated'),
  resolve: whenDelegated('assigned'),
  reject: to('created', 'undelegated'),
  complete: whenOwn('completed'),
  force: to('completed'),
  cancel: to('cancelled'),
} as const;

// The life of BPMN 2.0.2 §10.3.4 (after WS-HumanTask, which it leans on); actions are only names of what is remembered.
const machine = createMachine(
  {
    id: 'userTask',
    initial: 'created',
    context: ({ input }) => ({ isDelegated: Object(input).isDelegated === true }),
    states: {
      created: {
        on: {
          claim: to('assigned'),
          assign: to('assigned'),
          force: to('completed'),
          cancel: to('cancelled'),
        },
      },
      assigned: { on: { ...taken, start: to('inProgress') } },
      inProgress: { on: { ...taken, stop: to('assigned') } },
      completed: { type: 'final' },
      cancelled: { type: 'final' },
    },
  },
  {
    guards: {
      isOwn: ({ context }) => !context.isDelegated,
      isDelegated: ({ context }) => context.isDelegated,
    },
  },
);

const isState = (value: unknown): value is UserTaskState =>
  typeof value === 'string' && Object.hasOwn(machine.states, value);

/** Where a task stands after a step, or undefined when the step cannot be taken there. Changes nothing. */
export function userTaskAfter({ state, isDelegated }: UserTaskPlace, step: UserTaskStep): UserTaskPlace | undefined {
  const key = `${state} ${isDelegated} ${step}`;
  if (!stepsAsked.has(key)) stepsAsked.set(key, askMachine({ state, isDelegated }, step));
  return stepsAsked.get(key);
}

/** A task has few places and few steps: the machine is asked once for each. */
const stepsAsked = new Map<string, UserTaskPlace | undefined>();

function askMachine({ state, isDelegated }: UserTaskPlace, step: UserTaskStep): UserTaskPlace | undefined {
  const standing = machine.resolveState({ value: state, context: { isDelegated } });
  const [next, actions] = transition(machine, standing, { type: step });
  const names: readonly string[] = actions.map(({ type }) => type);
  if (!names.includes('moved') || !isState(next.value)) return undefined;

  const mark = marks.find((one) => names.includes(one));
  return { state: next.value, isDelegated: mark === undefined ? isDelegated : mark === 'delegated' };
}
