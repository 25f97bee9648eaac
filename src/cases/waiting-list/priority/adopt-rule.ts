import type { DefinitionStore } from '../../../runtime/definition-ports.js';
import { FileDeployment } from '../../../runtime/deploy-files.js';
import type { JobHandler } from '../../../runtime/jobs/job-handler.js';
import { systemActor } from '../../../runtime/system-actor.js';
import { priorityKey } from './priority-rule.js';

/**
 * Job `ta-i-bruk-prioriteringsregel`: deploys the key in `regelDmn`, beside which everything else stays as it is, and gives `regelVersjon`.
 * Rounds that are built from then on use it; what was decided before keeps its version. Safe to repeat: what has not changed keeps its version.
 */
export function createAdoptRule(definitions: DefinitionStore): JobHandler['run'] {
  const deployment = new FileDeployment(definitions, { deadlineRules: [], jobTypes: [] });
  return async ({ tenant, variables }) => {
    const { regelDmn } = variables;
    const content = typeof regelDmn === 'string' ? regelDmn : '';
    const outcome = await deployment.deploy(tenant, systemActor, [{ name: `${priorityKey}.dmn`, content }]);
    if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join(' '));

    const adopted = outcome.decisions.find(({ key }) => key === priorityKey);
    if (adopted === undefined) throw new Error(`Expected the adopted file to have '${priorityKey}', but it has not`);
    return { regelVersjon: adopted.version };
  };
}
