import type { Actor } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import { unreachable } from '../../shared/unreachable.js';
import { releaseKept } from '../homes/release-kept.js';
import type { CommandRequest } from '../ports.js';
import { endWithoutDecision } from './operation.js';
import type { CaseOperation, Migration, Reasoned } from './operation.js';

/** What a request says of an operation: the command, for a migration the version it is decided with, and what it does to registers. */
export type OperationRequest = Pick<CommandRequest, 'command' | 'definition' | 'registers'>;

/** An operation whose every part is known: a migration has its mapping. */
export type ReadyOperation = Exclude<CaseOperation, Migration> | (ReadyMigration & Reasoned);

/** A migration with the mapping that it is carried out by. */
export type ReadyMigration = Required<Migration> & { readonly process: string };

/** Who operates on which case. */
export interface Operated {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly actor: Actor;
}

/** The command by which an operation is carried out. */
export function operationRequest(operation: ReadyOperation, { processInstanceId, actor }: Operated): OperationRequest {
  const { reason } = operation;
  switch (operation.kind) {
    case 'suspend':
      return { command: { type: 'SuspendProcessInstance', reason, actor } };
    case 'resume':
      return { command: { type: 'ResumeProcessInstance', reason, actor } };
    case 'cancel':
      return cancelRequest({ processInstanceId, actor }, reasonOf(operation));
    case 'modify': {
      const { cancel, start } = operation;
      return { command: { type: 'ModifyProcessInstance', cancel, start, reason, actor } };
    }
    case 'set-variables': {
      const { kind: _, ...rest } = operation;
      return { command: { type: 'SetVariables', ...rest, actor } };
    }
    case 'migrate': {
      const { process: key, version, mapping } = operation;
      return { command: { type: 'MigrateProcessInstance', mapping, reason, actor }, definition: { key, version } };
    }
    default:
      return unreachable(operation);
  }
}

const reasonOf = ({ reason, withoutDecision }: Extract<CaseOperation, { readonly kind: 'cancel' }>): string =>
  withoutDecision === undefined ? reason : `${endWithoutDecision[withoutDecision]} ${reason}`;

/** Ends a case before its time; the homes that it keeps for somebody are free with that, in the same transaction. */
export const cancelRequest = ({ processInstanceId, actor }: Operated, reason: string) => ({
  command: { type: 'CancelProcessInstance' as const, reason, actor },
  registers: releaseKept(processInstanceId),
});
