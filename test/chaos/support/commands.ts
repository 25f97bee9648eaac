import type { Actor } from '../../../src/engine/index.js';
import type { CommandRequest, UntimedCommand } from '../../../src/runtime/ports.js';
import { idOf, type Id } from '../../../src/shared/id.js';
import { trondheim } from '../../support/stack.js';
import { provingProcess } from './proving-process.js';

export type CaseId = Id<'ProcessInstance'>;

/** Who does everything in the programme. */
export const kari: Actor = { id: idOf<'Actor'>('kari'), groups: ['hvk', 'admin'] };

/** Starts a case with an id of one's own choice; `frist` is how long it waits for an answer. */
export const start = (
  name: string,
  { process = provingProcess, frist = 'P30D', key = `${name}-start` }: StartOptions = {},
): CommandRequest => {
  const processInstanceId = idOf<'ProcessInstance'>(name);
  const variables = { nummer: name, frist };
  return {
    ...to(name, { type: 'StartProcessInstance', processInstanceId, variables, businessKey: name, actor: kari }, key),
    definition: { key: process, ...(process === provingProcess && { version: 1 }) },
  };
};

export interface StartOptions {
  readonly process?: string;
  readonly frist?: string;
  readonly key?: string;
}

/** A command to a case, with an Idempotency-Key if one is given. */
export const to = (name: string, command: UntimedCommand, key?: string): CommandRequest => ({
  tenant: trondheim,
  processInstanceId: idOf<'ProcessInstance'>(name),
  command,
  ...(key === undefined ? {} : { receipt: { key, requestHash: key } }),
});

/** What is open in a case, as a command needs it. */
export interface OpenWork {
  readonly id: string;
  readonly what: 'task' | 'wait' | 'timer';
  readonly state: string;
}

/** What is open in a case, read from the rows. */
export const openWorkSql = `
  select id, 'task' as what, state from user_task where instance = $1 and state in ('created', 'assigned')
  union all select id, 'wait', '' from subscription where instance = $1
  union all select id, 'timer', '' from timer where instance = $1 and purpose = 'event' and fired_at is null and cancelled_at is null`;

export const claimOf = (name: string, { id }: OpenWork, key?: string): CommandRequest =>
  to(name, { type: 'ClaimUserTask', userTaskId: idOf<'UserTask'>(id), actor: kari }, key);

export const completeOf = (name: string, { id }: OpenWork, key?: string): CommandRequest =>
  to(name, { type: 'CompleteUserTask', userTaskId: idOf<'UserTask'>(id), variables: {}, actor: kari }, key);

export const answerOf = (name: string, { id }: OpenWork, key?: string): CommandRequest =>
  to(name, { type: 'CorrelateMessage', subscriptionId: idOf<'Subscription'>(id), variables: {}, actor: kari }, key);

export const ringOf = (name: string, { id }: OpenWork, key?: string): CommandRequest =>
  to(name, { type: 'TriggerTimer', timerId: idOf<'Timer'>(id), early: true, actor: kari }, key);

export const cancelOf = (name: string, key?: string): CommandRequest =>
  to(name, { type: 'CancelProcessInstance', reason: 'Prøven er over.', actor: kari }, key);

export const migrateOf = (name: string, key?: string): CommandRequest => ({
  ...to(name, { type: 'MigrateProcessInstance', mapping: {}, actor: kari }, key),
  definition: { key: provingProcess, version: 2 },
});

/** Takes the task away and puts a token before it again. */
export const modifyOf = (name: string, key?: string): CommandRequest => {
  const again = [{ node: 'behandle' }];
  return to(name, { type: 'ModifyProcessInstance', cancel: again, start: again, actor: kari }, key);
};
