import type { Binding, UnversionedDefinition } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import type { DecisionModelToDeploy, DecisionSource } from './decision-ports.js';
import type { DefinitionSource, TenantId } from './ports.js';

/** A process that is to be deployed, and the document it was read from. */
export interface ProcessToDeploy {
  readonly definition: UnversionedDefinition;
  readonly xml: string;
}

/** A form that is to be deployed: a JSON Schema. */
export interface FormToDeploy {
  readonly id: string;
  readonly schema: JsonObject;
}

/** Processes, forms and decision models that are deployed together. */
export interface Deployment {
  readonly by: Id<'Actor'>;
  readonly processes: readonly ProcessToDeploy[];
  readonly forms: readonly FormToDeploy[];
  /** Each after those that it imports. */
  readonly models?: readonly DecisionModelToDeploy[];
}

/** The version that a deployed process has; `isNew` is false when the same document was deployed before. */
export interface DeployedProcess {
  readonly key: string;
  readonly version: number;
  readonly isNew: boolean;
}

/** Which process is called: by its key, and by how the diagram of the caller is bound to it. */
export interface ProcessCall {
  readonly processKey: string;
  readonly binding: Binding;
  /** The instance that calls. */
  readonly caller: Id<'ProcessInstance'>;
}

/** Knows which version of a process a call means. */
export interface ProcessVersions {
  /** Undefined where there is no such version. */
  versionCalled(tenant: TenantId, call: ProcessCall): Promise<number | undefined>;
}

/** Keeps what is deployed. */
export interface DefinitionStore extends DefinitionSource, DecisionSource, ProcessVersions {
  /**
   * Deploys all of it or none. What has not changed keeps its version; what has gets the next one, and its timer and message
   * start events take the places of those of the version before. Running cases stay on their versions.
   */
  deploy(tenant: TenantId, deployment: Deployment): Promise<readonly DeployedProcess[]>;
  /** Ids of the forms that are deployed. */
  formIds(tenant: TenantId): Promise<readonly string[]>;
}
