import { readBpmn } from '../engine/index.js';
import type { Actor, Diagnostic } from '../engine/index.js';
import type { FormToDeploy, DefinitionStore, ProcessToDeploy } from './definition-ports.js';
import type { DefinitionDeployment, DeploymentFile, DeploymentOutcome } from './deployment.js';
import type { TenantId } from './ports.js';
import { readFormFile } from './read-form-file.js';

/** What diagrams may name that no file of the set brings: rules of the deadline register, types of work. */
export interface DeploymentSurroundings {
  readonly deadlineRules: readonly string[];
  readonly jobTypes: readonly string[];
}

/** Reads every file, and deploys the set only if nothing in it is wrong. */
export class FileDeployment implements DefinitionDeployment {
  constructor(
    private readonly store: Pick<DefinitionStore, 'deploy' | 'formIds'>,
    private readonly surroundings: DeploymentSurroundings,
  ) {}

  async deploy(tenant: TenantId, by: Actor, files: readonly DeploymentFile[]): Promise<DeploymentOutcome> {
    const readings = files.filter(({ name }) => !name.endsWith('.bpmn')).map(readFormFile);
    const forms = readings.flatMap((reading) => (reading.ok ? [reading.form] : []));
    const known = { ...this.surroundings, forms: await this.formsAfter(tenant, forms) };
    const diagrams = files.filter(({ name }) => name.endsWith('.bpmn'));
    const read = await Promise.all(
      diagrams.map(async ({ content: xml }) => ({ xml, reading: await readBpmn(xml, known) })),
    );
    const diagnostics = [
      ...readings.flatMap((reading) => (reading.ok ? [] : [reading.diagnostic])),
      ...read.flatMap(({ reading }) => (reading.ok ? [] : reading.diagnostics)),
    ];
    const processes = read.flatMap(({ xml, reading }): readonly ProcessToDeploy[] =>
      reading.ok ? reading.definitions.map((definition) => ({ definition, xml })) : [],
    );
    const problems = [...diagnostics, ...twice(processes.map(({ definition }) => definition.key))];
    if (problems.length > 0) return { ok: false, diagnostics: problems };

    const deployed = await this.store.deploy(tenant, { by: by.id, processes, forms });
    const warnings = read.flatMap(({ reading }) => (reading.ok ? reading.warnings : []));
    return { ok: true, processes: deployed.map(({ key, version }) => ({ key, version })), warnings };
  }

  private async formsAfter(tenant: TenantId, forms: readonly FormToDeploy[]): Promise<readonly string[]> {
    return [...(await this.store.formIds(tenant)), ...forms.map(({ id }) => id)];
  }
}

function twice(keys: readonly string[]): readonly Diagnostic[] {
  return keys
    .filter((key, index) => keys.indexOf(key) !== index)
    .map((key) => ({
      severity: 'error',
      code: 'PROCESS_TWICE',
      element: key,
      message: `Expected each process once in a set of files, but '${key}' is there twice`,
      melding: `Prosessen «${key}» ligger i to av filene. Ta bort den ene.`,
    }));
}
