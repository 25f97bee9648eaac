import type { ProcessInstance } from '../../src/engine/index.js';
import type { CommandOutcome, CommandReceipt, CommandRequest } from '../../src/runtime/ports.js';
import { idOf, type Id } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';
import { trondheim } from './store-world.js';

/** Who does the work in the contracts. */
export const kari = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };

let lastCase = 0;
/** An id that no other case of this suite has. */
export const newCase = (): Id<'ProcessInstance'> => idOf(`sak${(lastCase += 1)}`);

export interface Start {
  readonly key?: string;
  readonly variables?: JsonObject;
  readonly receipt?: CommandReceipt;
}

/** Starts a `henvendelse` from Siv, if nothing else is said. */
export const start = (processInstanceId: Id<'ProcessInstance'>, options: Start = {}): CommandRequest => ({
  tenant: trondheim,
  processInstanceId,
  definition: { key: options.key ?? 'henvendelse' },
  command: {
    type: 'StartProcessInstance',
    processInstanceId,
    variables: options.variables ?? { soker: 'siv' },
    actor: kari,
  },
  ...(options.receipt === undefined ? {} : { receipt: options.receipt }),
});

export const claim = (instance: ProcessInstance, receipt?: CommandReceipt): CommandRequest => ({
  tenant: trondheim,
  processInstanceId: instance.id,
  command: { type: 'ClaimUserTask', userTaskId: onlyTask(instance), actor: kari },
  ...(receipt === undefined ? {} : { receipt }),
});

export const complete = (instance: ProcessInstance, variables: JsonObject = {}): CommandRequest => ({
  tenant: trondheim,
  processInstanceId: instance.id,
  command: { type: 'CompleteUserTask', userTaskId: onlyTask(instance), variables, actor: kari },
});

export const ring = (processInstanceId: Id<'ProcessInstance'>, timerId: Id<'Timer'>): CommandRequest => ({
  tenant: trondheim,
  processInstanceId,
  command: { type: 'TriggerTimer', timerId, actor: { id: idOf('system'), groups: [] } },
});

export const accepted = (outcome: CommandOutcome | undefined): CommandOutcome & { readonly ok: true } => {
  if (outcome?.ok !== true) throw new Error(`Expected to be accepted, but: ${JSON.stringify(outcome)}`);
  return outcome;
};

function onlyTask({ userTasks }: ProcessInstance): Id<'UserTask'> {
  const [task] = userTasks.values();
  if (task === undefined) throw new Error('Expected an open user task, but there is none');
  return task.id;
}
