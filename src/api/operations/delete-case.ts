import type { Deletion } from '../../contract/operation.contract.js';
import { deletionSchema } from '../../contract/operation.contract.js';
import type { ErasureOutcome } from '../../runtime/operations/operation-ports.js';
import { idOf } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { ProblemCode } from '../problem/problem-codes.js';

/** Why a case was not deleted. */
export const erasureProblems: Readonly<Record<Exclude<ErasureOutcome, 'deleted'>, ProblemCode>> = {
  'not-found': 'not-found',
  active: 'process-instance-active',
  unsettled: 'process-instance-unsettled',
};

/** Deletes an ended case for good. The same request again is told so again, also when the first answer never arrived. */
export async function deleteCase(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Deletion> {
  const { who, receipt } = asked;
  return onlyOnce(ports.receipts, asked, {
    schema: deletionSchema,
    run: async () => {
      const request = JSON.stringify([who.actor.id, receipt.key, receipt.requestHash]);
      const erasure = { processInstanceId: idOf<'ProcessInstance'>(id), actor: who.actor.id, reason, request };
      const outcome = await ports.eraser.erase(who.tenant, erasure);
      if (outcome !== 'deleted') throw problem(erasureProblems[outcome]);
      return { processInstanceId: id, deleted: true };
    },
  });
}
