import type { z } from 'zod';
import type {
  CancelInstructionInput,
  modifyProcessInstanceSchema,
  setVariablesSchema,
  StartInstructionInput,
  tryMigrationSchema,
} from '../../contract/operation.contract.js';
import type { CancelInstruction, StartInstruction } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';

/** What the engine is told to take away. */
export function cancelInstruction(given: CancelInstructionInput): CancelInstruction {
  if ('tokenId' in given) return { tokenId: idOf(given.tokenId) };
  return 'node' in given ? given : { elementInstanceId: idOf(given.elementInstanceId) };
}

/** Where the engine is told to put a token. */
export function startInstruction({ node, place, scopeInstanceId, variables }: StartInstructionInput): StartInstruction {
  return {
    node,
    ...(place === undefined ? {} : { place }),
    ...(scopeInstanceId === undefined ? {} : { scopeInstanceId: idOf(scopeInstanceId) }),
    ...(variables === undefined ? {} : { variables }),
  };
}

/** The modification that a body asks for. */
export const modificationOf = ({ cancel, start, reason }: z.output<typeof modifyProcessInstanceSchema>) =>
  ({ kind: 'modify', cancel: cancel.map(cancelInstruction), start: start.map(startInstruction), reason }) as const;

/** The correction that a body asks for. */
export const variablesOf = ({ variables, elementInstanceId, reason }: z.output<typeof setVariablesSchema>) =>
  ({
    kind: 'set-variables',
    variables,
    reason,
    ...(elementInstanceId === undefined ? {} : { elementInstanceId: idOf<'ElementInstance'>(elementInstanceId) }),
  }) as const;

/** The migration that a body asks for. */
export const migrationOf = ({ version, mapping }: z.output<typeof tryMigrationSchema>) =>
  ({ kind: 'migrate', version, ...(mapping === undefined ? {} : { mapping }) }) as const;
