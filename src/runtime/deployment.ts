import type { Actor } from '../engine/index.js';
import type { TenantId } from './ports.js';

/** A file to deploy: a BPMN diagram (`.bpmn`) or a form (`.form.json`). */
export interface DeploymentFile {
  readonly name: string;
  readonly content: string;
}

/** What is wrong with a file, or doubtful: a code and the element it is about. */
export interface DeploymentDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly element?: string;
  /** One English sentence. */
  readonly message: string;
  /** The same in Norwegian. */
  readonly melding: string;
}

/** What was deployed, or why nothing was. A file that has not changed keeps its version. */
export type DeploymentOutcome =
  | {
      readonly ok: true;
      readonly processes: readonly { readonly key: string; readonly version: number }[];
      readonly warnings: readonly DeploymentDiagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly DeploymentDiagnostic[] };

/** Deploys a set of files: all of them or none. */
export interface DefinitionDeployment {
  deploy(tenant: TenantId, by: Actor, files: readonly DeploymentFile[]): Promise<DeploymentOutcome>;
}
