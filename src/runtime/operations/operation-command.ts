import type { Actor } from '../../engine/index.js';
import { unreachable } from '../../shared/unreachable.js';
import type { CommandRequest } from '../ports.js';
import type { CaseOperation, Migration } from './operation.js';

/** What a request says of an operation: the command, and for a migration the version it is decided with. */
export type OperationRequest = Pick<CommandRequest, 'command' | 'definition'>;

/** An operation whose every part is known: a migration has its mapping. */
export type ReadyOperation = Exclude<CaseOperation, Migration> | ReadyMigration;

/** A migration with the mapping that it is carried out by. */
export type ReadyMigration = Required<Migration> & { readonly process: string };

/** The command by which an operation is carried out. */
export function operationRequest(operation: ReadyOperation, actor: Actor): OperationRequest {
  switch (operation.kind) {
    case 'suspend':
      return { command: { type: 'SuspendProcessInstance', actor } };
    case 'resume':
      return { command: { type: 'ResumeProcessInstance', actor } };
    case 'cancel':
      return { command: { type: 'CancelProcessInstance', reason: operation.reason, actor } };
    case 'modify': {
      const { cancel, start } = operation;
      return { command: { type: 'ModifyProcessInstance', cancel, start, actor } };
    }
    case 'set-variables': {
      const { kind: _, ...rest } = operation;
      return { command: { type: 'SetVariables', ...rest, actor } };
    }
    case 'migrate': {
      const { process: key, version, mapping } = operation;
      return { command: { type: 'MigrateProcessInstance', mapping, actor }, definition: { key, version } };
    }
    default:
      return unreachable(operation);
  }
}
