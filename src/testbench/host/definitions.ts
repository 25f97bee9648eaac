import {
  compileProcess,
  type Binding,
  type CompiledProcess,
  type ProcessDefinition,
  type UnversionedDefinition,
} from '../../engine/index.js';

/** A version of a process. */
export interface DeployedProcess {
  readonly definition: ProcessDefinition;
  readonly compiled: CompiledProcess;
  /** What it was read from; the same again keeps its version. */
  readonly source: string;
  /** Number of the set of files that it came with. */
  readonly deployment: number;
}

/** Deployed processes by key and version. */
export class Definitions {
  readonly #versions = new Map<string, DeployedProcess[]>();

  /** Adds the next version of a process, unless it is what the latest one is. */
  add(read: UnversionedDefinition, source: string, deployment: number): DeployedProcess {
    const versions = this.#versions.get(read.key) ?? [];
    const latest = versions.at(-1);
    if (latest?.source === source) return latest;

    const definition = { ...read, version: versions.length + 1 };
    const deployed = { definition, compiled: compileProcess(definition), source, deployment };
    this.#versions.set(read.key, [...versions, deployed]);
    return deployed;
  }

  latest(key: string): DeployedProcess | undefined {
    return this.#versions.get(key)?.at(-1);
  }

  version(key: string, version: number): DeployedProcess | undefined {
    return this.#versions.get(key)?.find(({ definition }) => definition.version === version);
  }

  /** The version that a call means, made by a process of some deployment. */
  bound(key: string, binding: Binding | undefined, deployment: number): DeployedProcess | undefined {
    switch (binding?.kind) {
      case 'version':
        return this.version(key, binding.version);
      case 'version-tag':
        return this.#versions.get(key)?.findLast(({ definition }) => definition.versionTag === binding.versionTag);
      case 'deployment':
        return this.#versions.get(key)?.findLast((deployed) => deployed.deployment <= deployment);
      default:
        return this.latest(key);
    }
  }

  /** The latest version of every process. */
  allLatest(): readonly DeployedProcess[] {
    return [...this.#versions.values()].flatMap((versions) => versions.slice(-1));
  }

  forget(): void {
    this.#versions.clear();
  }
}
