import { decisionsOf, startTimersOf } from '../../engine/index.js';
import type { Binding, DecisionModel, ProcessDefinition } from '../../engine/index.js';
import type { DecisionModelToDeploy, DeployedDecision, ModelReference } from '../../runtime/decision-ports.js';
import type {
  DefinitionStore,
  DeployedProcess,
  Deployment,
  ProcessCall,
  ProcessToDeploy,
} from '../../runtime/definition-ports.js';
import type { DefinitionReference, TenantId } from '../../runtime/ports.js';
import { checksumOf } from '../definitions/checksum-of.js';
import { dueAtDeployment } from '../definitions/next-start.js';
import type { KeptDefinition, Municipalities, Municipality } from './municipality.js';

/** Keeps what is deployed in memory. */
export class MemoryDefinitionStore implements DefinitionStore {
  constructor(private readonly municipalities: Municipalities) {}

  async deploy(tenant: TenantId, { processes, forms, models = [] }: Deployment): Promise<readonly DeployedProcess[]> {
    const municipality = this.municipalities.of(tenant);
    municipality.deployments += 1;
    for (const model of models) deployModel(municipality, model);
    for (const { id, schema } of forms) municipality.forms.set(id, schema);
    return processes.map((process) => deployProcess(municipality, process));
  }

  async formIds(tenant: TenantId): Promise<readonly string[]> {
    return [...this.municipalities.of(tenant).forms.keys()].sort();
  }

  async versionCalled(tenant: TenantId, { processKey, binding, caller }: ProcessCall): Promise<number | undefined> {
    const { definitions, instances } = this.municipalities.of(tenant);
    const versions = definitions.get(processKey) ?? [];
    const own = instances.get(caller)?.definition;
    const by = own === undefined ? 0 : await this.deploymentOf({ tenant, key: own.key, version: own.version });
    return versions.findLast((one) => isCalled(one, binding, by))?.definition.version;
  }

  async decisions(tenant: TenantId): Promise<readonly DeployedDecision[]> {
    return [...this.municipalities.of(tenant).decisions];
  }

  async models(tenant: TenantId): Promise<readonly ModelReference[]> {
    const { models } = this.municipalities.of(tenant);
    const later = models.map(({ model }, at) => models.slice(at + 1).some((other) => isSameModel(other.model, model)));
    return models.filter((_, at) => later[at] === false).map(({ reference }) => reference);
  }

  async model(tenant: TenantId, wanted: ModelReference): Promise<DecisionModel> {
    const { models } = this.municipalities.of(tenant);
    const found = models.find(
      ({ model, reference }) => isSameModel(model, wanted) && reference.version === wanted.version,
    );
    if (found === undefined)
      throw new Error(`Expected version ${wanted.version} of model '${wanted.id}' to be deployed`);
    return found.model;
  }

  async deploymentOf({ tenant, key, version }: DefinitionReference): Promise<number> {
    return this.municipalities.of(tenant).definitions.get(key)?.[version - 1]?.deployment ?? 0;
  }

  async load({ tenant, key, version }: DefinitionReference): Promise<ProcessDefinition | undefined> {
    return this.municipalities.of(tenant).definitions.get(key)?.[version - 1]?.definition;
  }
}

function deployProcess(municipality: Municipality, { definition, xml }: ProcessToDeploy): DeployedProcess {
  const { key, compilerVersion } = definition;
  const versions = municipality.definitions.get(key) ?? [];
  const checksum = checksumOf(String(compilerVersion), xml);
  if (versions.at(-1)?.checksum === checksum) return { key, version: versions.length, isNew: false };

  const version = versions.length + 1;
  const { now } = municipality;
  municipality.definitions.set(key, [
    ...versions,
    { definition: { ...definition, version }, checksum, deployedAt: now, deployment: municipality.deployments },
  ]);
  const before = new Map(municipality.starts);
  for (const [name, { processKey }] of before) if (processKey === key) municipality.starts.delete(name);
  for (const { startEvent, schedule } of startTimersOf(definition)) {
    const name = `${key}/${startEvent}`;
    const dueAt = dueAtDeployment(schedule, { at: now, planned: before.get(name)?.dueAt });
    municipality.starts.set(name, { processKey: key, startEvent, schedule, setAt: now, dueAt });
  }
  return { key, version, isNew: true };
}

const isSameModel = (one: Named, other: Named): boolean => one.namespace === other.namespace && one.id === other.id;

type Named = Pick<ModelReference, 'namespace' | 'id'>;

function deployModel(municipality: Municipality, { model, xml }: DecisionModelToDeploy): void {
  const { models, decisions, deployments: deployment } = municipality;
  const latestOf = (namespace: string): string =>
    models.findLast((one) => one.model.namespace === namespace)?.checksum ?? '';
  const checksum = checksumOf(xml, ...model.imports.map((one) => latestOf(one.model.namespace)));
  const versions = models.filter((one) => isSameModel(one.model, model));
  if (versions.at(-1)?.checksum === checksum) return;

  const { namespace, id } = model;
  const reference = { namespace, id, version: versions.length + 1 };
  models.push({ reference, model, checksum });
  for (const { id: key, ...named } of decisionsOf(model)) {
    const version = 1 + decisions.filter((one) => one.key === key).length;
    decisions.push({ key, version, ...named, deployment, model: reference });
  }
}

function isCalled({ definition, deployment }: KeptDefinition, binding: Binding, by: number): boolean {
  switch (binding.kind) {
    case 'latest':
      return true;
    case 'deployment':
      return deployment <= by;
    case 'version':
      return definition.version === binding.version;
    case 'version-tag':
      return definition.versionTag === binding.versionTag;
  }
}
