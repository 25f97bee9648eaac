import type { MigrationTrial } from '../../contract/operation.contract.js';
import type { Migration } from '../../runtime/operations/operation.js';
import { operatedCase } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import { problemOf } from '../problem/problem.js';
import { refusalCode, rejectionErrors, rejectionProblem } from '../problem/rejection-problem.js';
import type { RequestActor } from '../request-actor.js';

/** What would become of a migration now, each element that stands in its way named; changes nothing. */
export async function tryMigration(
  ports: ApiPorts,
  who: RequestActor,
  { id, migration }: { readonly id: string; readonly migration: Migration },
): Promise<MigrationTrial> {
  const { tenant, actor } = who;
  const { id: processInstanceId, process, version } = await operatedCase(ports, who, id);
  const ready = await ports.migrations.readyMigration(tenant, { key: process, version }, migration);
  if ('reason' in ready) throw rejectionProblem(ready);

  const refusal = await ports.question.askMigration(tenant, processInstanceId, { ...ready, actor });
  return {
    possible: refusal === undefined,
    mapping: { ...ready.mapping },
    problem: refusal === undefined ? null : problemOf(refusalCode(refusal), rejectionErrors(refusal)),
  };
}
