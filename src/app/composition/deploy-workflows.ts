import { basename, join } from 'node:path';
import { choiceNamespace } from '../../cases/local-choices/local-choice.js';
import { priorityKey } from '../../cases/waiting-list/priority/priority-rule.js';
import type { DeploymentFile } from '../../runtime/deployment.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { Configuration } from '../config/configuration.js';
import { refuseToStart } from '../start-refusal.js';
import type { Core } from './open-core.js';
import { projectRoot } from './project-root.js';
import { readWorkflowFiles } from './workflow-files.js';

/**
 * Writes the municipality and deploys what lies in `workflows`, or in one folder of it. What has not changed keeps its version. The files of
 * the priority key and of the local choices are the first ones only: what a municipality has adopted since is never put back by a start.
 */
export async function deployWorkflows(core: Core, configuration: Configuration, folder = ''): Promise<void> {
  const { store, deployment, tenant } = core;
  await store.tenants.enter(tenant, configuration.municipality.name);
  const files = await readWorkflowFiles(join(projectRoot, 'workflows', folder));
  const known = new Set((await store.definitions.decisions(tenant)).map(({ key }) => key));
  const delivered = files.filter((file) => !(isFirstOnly(file) && known.has(basename(file.name, '.dmn'))));
  const outcome = await deployment.deploy(tenant, systemActor, delivered);
  if (outcome.ok) return;

  const problems = outcome.diagnostics.map(({ element, melding }) => `${element ?? ''}: ${melding}`);
  refuseToStart(`Prosessene i workflows/ kan ikke tas i bruk:\n${problems.join('\n')}`);
}

// Such a file has the name of its decision.
const isFirstOnly = ({ name, content }: DeploymentFile): boolean =>
  basename(name) === `${priorityKey}.dmn` || (name.endsWith('.dmn') && content.includes(choiceNamespace));
