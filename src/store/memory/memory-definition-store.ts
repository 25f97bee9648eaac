import { startTimersOf } from '../../engine/index.js';
import type { ProcessDefinition } from '../../engine/index.js';
import type { DefinitionStore, DeployedProcess, Deployment, ProcessToDeploy } from '../../runtime/definition-ports.js';
import type { DefinitionReference, TenantId } from '../../runtime/ports.js';
import { checksumOf } from '../definitions/checksum-of.js';
import { nextStart } from '../definitions/next-start.js';
import type { Municipalities, Municipality } from './municipality.js';

/** Keeps what is deployed in memory. */
export class MemoryDefinitionStore implements DefinitionStore {
  constructor(private readonly municipalities: Municipalities) {}

  async deploy(tenant: TenantId, { processes, forms }: Deployment): Promise<readonly DeployedProcess[]> {
    const municipality = this.municipalities.of(tenant);
    for (const { id, schema } of forms) municipality.forms.set(id, schema);
    return processes.map((process) => deployProcess(municipality, process));
  }

  async formIds(tenant: TenantId): Promise<readonly string[]> {
    return [...this.municipalities.of(tenant).forms.keys()].sort();
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
    { definition: { ...definition, version }, checksum, deployedAt: now },
  ]);
  for (const [name, { processKey }] of municipality.starts) if (processKey === key) municipality.starts.delete(name);
  for (const { startEvent, schedule } of startTimersOf(definition)) {
    const dueAt = nextStart(schedule, { setAt: now, after: now });
    municipality.starts.set(`${key}/${startEvent}`, { processKey: key, startEvent, schedule, setAt: now, dueAt });
  }
  return { key, version, isNew: true };
}
