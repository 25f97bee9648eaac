import type { DecisionModel } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { DefinitionReference, TenantId } from './ports.js';

/** A decision model that is to be deployed, and the document it was read from. */
export interface DecisionModelToDeploy {
  readonly model: DecisionModel;
  readonly xml: string;
}

/** A deployed version of a decision model. */
export interface ModelReference {
  readonly namespace: string;
  readonly id: string;
  readonly version: number;
}

/** A deployed version of a decision, and where its rules stand. */
export interface DeployedDecision {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly versionTag?: string;
  /** Number of the set of files it came with. */
  readonly deployment: number;
  readonly model: ModelReference;
}

/** Gives deployed decisions; a version never changes, but there may be another one the next time. */
export interface DecisionSource {
  /** Every version of every decision, the oldest of each first. */
  decisions(tenant: TenantId): Promise<readonly DeployedDecision[]>;
  /** The latest version of every model, the one that was deployed last at the end. */
  models(tenant: TenantId): Promise<readonly ModelReference[]>;
  /** A version of a model, compiled with the models that it imported when it was deployed. */
  model(tenant: TenantId, reference: ModelReference): Promise<DecisionModel>;
  /** Number of the set of files that a version of a process came with; 0 where nobody knows. */
  deploymentOf(reference: DefinitionReference): Promise<number>;
}

/** A version of a decision as it was deployed. */
export interface WrittenDecision {
  readonly version: number;
  readonly deployedAt: Instant;
  readonly deployedBy: Id<'Actor'>;
  /** The document that it stands in. */
  readonly xml: string;
}

/** What deployed decisions were read from. */
export interface DecisionBook {
  /** Every version of a decision with its document, the newest first; none where it is not deployed. */
  versionsOf(tenant: TenantId, key: string): Promise<readonly WrittenDecision[]>;
  /** The ids of the decisions whose model's namespace begins so, in the order of the alphabet. */
  keysUnder(tenant: TenantId, namespace: string): Promise<readonly string[]>;
}
