import type { Period } from '../../shared/time.js';
import type { FeelSource } from './activity-parts.js';
import type { FlowNode } from './flow-node.js';
import type { SequenceFlow } from './sequence-flow.js';
import type { VariableTypes } from './variable-type.js';

/** A process or an embedded sub-process: what one flat machine is compiled from. */
export interface Scope {
  /** The process key for the root, the sub-process's node id otherwise. */
  readonly id: string;
  readonly parent?: string;
  readonly nodes: readonly string[];
  readonly startEvents: readonly string[];
  /** Sub-processes in it that begin when their start event occurs. */
  readonly eventSubProcesses: readonly string[];
  /** Properties and data objects that live in it (BPMN 2.0.2 §10.4.1): variables of its own from its beginning. */
  readonly variables: readonly DeclaredVariable[];
}

/** A property or data object: a variable that a scope has from its beginning, null unless something is given. */
export interface DeclaredVariable {
  readonly name: string;
  readonly initial?: FeelSource;
}

/** What the process says about itself to read models and access rules (attributes in our BPMN namespace). */
export interface ProcessHint {
  /** Groups whose members may read every case of this process. */
  readonly readers: readonly string[];
  /** Variable that holds the id of the person the case is about. */
  readonly subject?: string;
  /** FEEL giving the case's title, evaluated when the instance starts. */
  readonly title?: FeelSource;
  /** `project`, `applicant` or `shared`: which kind of work the process is. */
  readonly family: string;
  /** How often somebody must look at a case at least, e.g. `P7D`; absent: nobody counts. */
  readonly attention?: Period;
  /** Text of bpmn:documentation: what the process is for. */
  readonly about?: string;
}

/** A process as deployed: frozen, compiled from BPMN, pinned by every instance through key and version. */
export interface ProcessDefinition {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  /** What the author calls this version, e.g. `1.2.0`. */
  readonly versionTag?: string;
  /** Raised whenever the same XML would compile to something that decides differently. */
  readonly compilerVersion: number;
  readonly hint: ProcessHint;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  /**
   * By scope and node: the declared types of the names that are seen from there (BPMN 2.0.2 §8.4.10, §10.4.1), where an inner
   * name hides an outer one. Absent where the diagram declares no type that we know.
   */
  readonly types?: ReadonlyMap<string, VariableTypes>;
}

/** A definition as read from a diagram; the store gives it its version when it is deployed. */
export type UnversionedDefinition = Omit<ProcessDefinition, 'version'>;
