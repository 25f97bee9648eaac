import type { OperationEvent } from '../facts/operation-event.js';
import type { Command } from './command.js';
import type { Decision } from './decision.js';

type ReasonGiven = Extract<OperationEvent, { readonly type: 'ReasonGiven' }>;

const operations: Partial<Record<Command['type'], ReasonGiven['command']>> = {
  StartProcessInstance: 'restart',
  SuspendProcessInstance: 'suspend',
  ResumeProcessInstance: 'resume',
  SetVariables: 'set-variables',
  ModifyProcessInstance: 'modify',
  MigrateProcessInstance: 'migrate',
};

/** The decision with why an operator wanted it as a fact of its own: before what follows, or behind the beginning of a new instance. */
export function withReason(command: Command, decision: Decision): Decision {
  const operation = operations[command.type];
  const reason = 'reason' in command ? command.reason : undefined;
  if (!decision.ok || operation === undefined || reason === undefined) return decision;
  const given: ReasonGiven = { type: 'ReasonGiven', command: operation, reason, by: command.actor.id, at: command.at };
  const place = command.type === 'StartProcessInstance' ? 1 : 0;
  return { ok: true, events: decision.events.toSpliced(place, 0, given) };
}
