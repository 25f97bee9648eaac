import { join } from 'node:path';
import { systemActor } from '../../runtime/system-actor.js';
import type { Configuration } from '../config/configuration.js';
import { refuseToStart } from '../start-refusal.js';
import type { Core } from './open-core.js';
import { projectRoot } from './project-root.js';
import { readWorkflowFiles } from './workflow-files.js';

/** Writes the municipality and deploys what lies in `workflows`. What has not changed keeps its version. */
export async function deployWorkflows(
  { store, deployment, tenant }: Core,
  configuration: Configuration,
): Promise<void> {
  await store.tenants.enter(tenant, configuration.municipality.name);
  const outcome = await deployment.deploy(tenant, systemActor, await readWorkflowFiles(join(projectRoot, 'workflows')));
  if (outcome.ok) return;

  const problems = outcome.diagnostics.map(({ element, melding }) => `${element ?? ''}: ${melding}`);
  refuseToStart(`Prosessene i workflows/ kan ikke tas i bruk:\n${problems.join('\n')}`);
}
