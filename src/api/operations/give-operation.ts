import type { CommandAnswer } from '../../contract/command.contract.js';
import type { CaseOperation } from '../../runtime/operations/operation.js';
import { operationRequest } from '../../runtime/operations/operation-command.js';
import { operatedCase } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';
import { rejectionProblem } from '../problem/rejection-problem.js';

/** What an operator wants done to one case. */
export interface WantedOperation {
  readonly id: string;
  readonly operation: CaseOperation;
}

/** Carries out an operator's wish on one case; If-Match is the revision of the case. */
export async function giveOperation(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, operation }: WantedOperation,
): Promise<CommandAnswer> {
  const { who, expectedRevision } = asked;
  const { id: processInstanceId, process, version } = await operatedCase(ports, who, id);
  const owes = operation.kind === 'cancel' && operation.withoutDecision === undefined;
  if (owes && (await ports.decisionDebt.owes(who.tenant, processInstanceId))) throw problem('decision-owed');
  const ready = await ports.migrations.ready(who.tenant, { key: process, version }, operation);
  if (!('kind' in ready)) throw rejectionProblem(ready);

  const seen = expectedRevision === undefined ? {} : { expectedRevision };
  return giveCommand(ports, asked, {
    processInstanceId,
    ...operationRequest(ready, { processInstanceId, actor: who.actor }),
    ...seen,
  });
}
