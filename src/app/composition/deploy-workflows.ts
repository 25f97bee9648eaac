import { join } from 'node:path';
import { priorityKey } from '../../cases/waiting-list/priority/priority-rule.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { Configuration } from '../config/configuration.js';
import { refuseToStart } from '../start-refusal.js';
import type { Core } from './open-core.js';
import { projectRoot } from './project-root.js';
import { readWorkflowFiles } from './workflow-files.js';

/**
 * Writes the municipality and deploys what lies in `workflows`, or in one folder of it. What has not changed keeps its version, and the
 * file of the priority key is the first one only: what a municipality has adopted since is never put back by a start.
 */
export async function deployWorkflows(core: Core, configuration: Configuration, folder = ''): Promise<void> {
  const { store, deployment, tenant } = core;
  await store.tenants.enter(tenant, configuration.municipality.name);
  const files = await readWorkflowFiles(join(projectRoot, 'workflows', folder));
  const own = await hasOwnKey(core);
  const delivered = own ? files.filter(({ name }) => !name.endsWith(`${priorityKey}.dmn`)) : files;
  const outcome = await deployment.deploy(tenant, systemActor, delivered);
  if (outcome.ok) return;

  const problems = outcome.diagnostics.map(({ element, melding }) => `${element ?? ''}: ${melding}`);
  refuseToStart(`Prosessene i workflows/ kan ikke tas i bruk:\n${problems.join('\n')}`);
}

const hasOwnKey = async ({ store, tenant }: Core): Promise<boolean> =>
  (await store.definitions.decisions(tenant)).some(({ key }) => key === priorityKey);
