import type { Diagnostic } from '../../engine/index.js';
import type { Deployed } from '../../contract/definition.contract.js';
import type { DeploymentFile } from '../../runtime/deployment.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** Deploys the set, or answers 422 with the code and the element of everything that is wrong. */
export async function deploy(
  ports: Pick<ApiPorts, 'deployment'>,
  { tenant, actor }: RequestActor,
  files: readonly DeploymentFile[],
): Promise<Deployed> {
  const outcome = await ports.deployment.deploy(tenant, actor, files);
  if (outcome.ok) {
    return {
      processes: outcome.processes.map(({ key, version }) => ({ key, version })),
      decisions: outcome.decisions.map(({ key, version }) => ({ key, version })),
      warnings: [...outcome.warnings],
    };
  }
  throw problem('invalid-model', {
    detail: outcome.diagnostics
      .map(({ melding }) => melding)
      .join(' ')
      .slice(0, 2000),
    errors: outcome.diagnostics.filter(({ severity }) => severity === 'error').map(modelError),
  });
}

const modelError = ({ code, element, melding }: Diagnostic) => ({
  path: element ?? '',
  code,
  message: melding,
});
