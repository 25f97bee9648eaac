import type { UnversionedDefinition } from '../../definition/process-definition.js';
import type { Diagnostic } from '../diagnostic.js';

/** What exists around a diagram; a list that is not given is not checked. */
export interface KnownNames {
  /** Ids in the deadline register. */
  readonly deadlineRules?: readonly string[];
  /** Ids of the forms. */
  readonly forms?: readonly string[];
  /** Types of work that somebody handles. */
  readonly jobTypes?: readonly string[];
}

/** One thing that must be true of a process; each finding names the element. */
export type ProcessRule = (definition: UnversionedDefinition, known: KnownNames) => readonly Diagnostic[];
