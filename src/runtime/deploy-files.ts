import { decisionsOf, processesTwice, readBpmn } from '../engine/index.js';
import type { Actor, BpmnReading, DecisionModel, Diagnostic, KnownNames } from '../engine/index.js';
import type { DecisionModelToDeploy } from './decision-ports.js';
import type { FormToDeploy, DefinitionStore, ProcessToDeploy } from './definition-ports.js';
import type { DefinitionDeployment, DeploymentFile, DeploymentOutcome } from './deployment.js';
import type { TenantId } from './ports.js';
import { readDecisionFiles } from './read-decision-files.js';
import { readFormFile } from './read-form-file.js';

/** What diagrams may name that no file of the set brings: rules of the deadline register, types of work. */
export interface DeploymentSurroundings {
  readonly deadlineRules: readonly string[];
  readonly jobTypes: readonly string[];
  /** The types of work that workers outside do; asked at every deployment. */
  readonly externalJobTypes?: (tenant: TenantId) => Promise<readonly string[]>;
  /** Decisions that no set of files may change. */
  readonly guarded?: readonly GuardedDecisions[];
}

/** Decisions whose next version comes into force by a case only. */
export interface GuardedDecisions {
  /** The process in which they are decided. */
  readonly process: string;
  /** The ids of those of a model that are guarded. */
  among(model: DecisionModel): readonly string[];
  /** The document of the version in force; undefined where none is: then a set of files may bring the first. */
  inForce(tenant: TenantId, key: string): Promise<string | undefined>;
}

/** What a set of files is read and deployed with. */
type Shelf = Pick<DefinitionStore, 'deploy' | 'formIds' | 'decisions' | 'models' | 'model'>;

/** Reads every file, and deploys the set only if nothing in it is wrong. */
export class FileDeployment implements DefinitionDeployment {
  constructor(
    private readonly store: Shelf,
    private readonly surroundings: DeploymentSurroundings,
  ) {}

  async deploy(tenant: TenantId, by: Actor, files: readonly DeploymentFile[]): Promise<DeploymentOutcome> {
    const named = (ending: string): readonly DeploymentFile[] => files.filter(({ name }) => name.endsWith(ending));
    const others = files.filter(({ name }) => !name.endsWith('.bpmn') && !name.endsWith('.dmn'));
    const readings = others.map(readFormFile);
    const forms = readings.flatMap((reading) => (reading.ok ? [reading.form] : []));
    const rules = await readDecisionFiles(named('.dmn'), () => this.deployedModels(tenant));
    const read = await readDiagrams(named('.bpmn'), await this.known(tenant, { forms, models: rules.models }));
    const processes = read.flatMap(({ xml, reading }): readonly ProcessToDeploy[] =>
      reading.ok ? reading.definitions.map((definition) => ({ definition, xml })) : [],
    );
    const problems = [
      ...readings.flatMap((reading) => (reading.ok ? [] : [reading.diagnostic])),
      ...rules.diagnostics,
      ...(await this.guardedIn(tenant, rules.models)),
      ...read.flatMap(({ reading }) => (reading.ok ? [] : reading.diagnostics)),
      ...processesTwice(processes.map(({ definition }) => definition.key)),
    ];
    if (problems.length > 0) return { ok: false, diagnostics: problems };

    const { models } = rules;
    const deployed = await this.store.deploy(tenant, { by: by.id, processes, forms, models });
    const warnings = [...rules.warnings, ...read.flatMap(({ reading }) => (reading.ok ? reading.warnings : []))];
    const decisions = models.length === 0 ? [] : await this.versionsOf(tenant, models);
    return { ok: true, processes: deployed.map(({ key, version }) => ({ key, version })), decisions, warnings };
  }

  private async known(
    tenant: TenantId,
    { forms, models }: { readonly forms: readonly FormToDeploy[]; readonly models: readonly DecisionModelToDeploy[] },
  ): Promise<KnownNames> {
    const { externalJobTypes, ...surroundings } = this.surroundings;
    const deployed = await this.store.decisions(tenant);
    const outside = (await externalJobTypes?.(tenant)) ?? [];
    const brought = models.flatMap(({ model }) => decisionsOf(model));
    return {
      ...surroundings,
      jobTypes: [...surroundings.jobTypes, ...outside],
      forms: [...(await this.store.formIds(tenant)), ...forms.map(({ id }) => id)],
      decisions: [
        ...deployed.flatMap(({ key, name }) => [key, name]),
        ...brought.flatMap(({ id, name }) => [id, name]),
      ],
    };
  }

  private async guardedIn(tenant: TenantId, models: readonly DecisionModelToDeploy[]): Promise<readonly Diagnostic[]> {
    const { guarded = [] } = this.surroundings;
    const brought = models.flatMap(({ model, xml }) =>
      guarded.flatMap((guard) => guard.among(model).map((key) => ({ guard, key, xml }))),
    );
    const checked = brought.map(async ({ guard, key, xml }): Promise<readonly Diagnostic[]> => {
      const written = await guard.inForce(tenant, key);
      return written === undefined || written === xml ? [] : [changedWithoutCase(key, guard.process)];
    });
    return (await Promise.all(checked)).flat();
  }

  private async deployedModels(tenant: TenantId): Promise<readonly DecisionModel[]> {
    const latest = await this.store.models(tenant);
    return Promise.all(latest.map((reference) => this.store.model(tenant, reference)));
  }

  private async versionsOf(
    tenant: TenantId,
    models: readonly DecisionModelToDeploy[],
  ): Promise<readonly { readonly key: string; readonly version: number }[]> {
    const deployed = await this.store.decisions(tenant);
    const keys = models.flatMap(({ model }) => decisionsOf(model).map(({ id }) => id));
    return keys.map((key) => ({ key, version: deployed.findLast((one) => one.key === key)?.version ?? 0 }));
  }
}

const changedWithoutCase = (key: string, process: string): Diagnostic => ({
  severity: 'error',
  code: 'DECISION_GUARDED',
  element: key,
  message: `Expected decision '${key}' to be changed in a case of process '${process}', but a set of files changes it`,
  melding: `Beslutningen «${key}» kan bare endres i en sak i prosessen «${process}». Foreslå endringen der, eller ta filen ut.`,
});

const readDiagrams = (
  files: readonly DeploymentFile[],
  known: KnownNames,
): Promise<readonly { readonly xml: string; readonly reading: BpmnReading }[]> =>
  Promise.all(files.map(async ({ content: xml }) => ({ xml, reading: await readBpmn(xml, known) })));
