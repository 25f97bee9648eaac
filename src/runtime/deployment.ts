import type { Actor, Diagnostic } from '../engine/index.js';
import type { TenantId } from './ports.js';

/** A file to deploy: a BPMN diagram (`.bpmn`), a decision model (`.dmn`) or a form (`.form.json`). */
export interface DeploymentFile {
  readonly name: string;
  readonly content: string;
}

/** What was deployed, or why nothing was. A file that has not changed keeps its version. */
export type DeploymentOutcome =
  | {
      readonly ok: true;
      readonly processes: readonly { readonly key: string; readonly version: number }[];
      readonly decisions: readonly { readonly key: string; readonly version: number }[];
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Deploys a set of files: all of them or none. */
export interface DefinitionDeployment {
  deploy(tenant: TenantId, by: Actor, files: readonly DeploymentFile[]): Promise<DeploymentOutcome>;
}
