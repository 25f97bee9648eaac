import type { UnversionedDefinition } from '../../definition/process-definition.js';
import type { Diagnostic } from '../../xml/diagnostic.js';

/** What exists around a diagram; a list that is not given is not checked. */
export interface KnownNames {
  /** Ids in the deadline register. */
  readonly deadlineRules?: readonly string[];
  /** Ids of the forms. */
  readonly forms?: readonly string[];
  /** Ids and names of the decisions. */
  readonly decisions?: readonly string[];
  /** Types of work that somebody handles. */
  readonly jobTypes?: readonly string[];
  /** Whether our own rules for casework hold too; absent: they do where any list is given. */
  readonly strict?: boolean;
}

/** Whether a diagram is to be put into production, so that it must keep our own rules beside those of the standard. */
export const isStrict = ({ strict, deadlineRules, forms, jobTypes, decisions }: KnownNames): boolean =>
  strict ?? [deadlineRules, forms, jobTypes, decisions].some((list) => list !== undefined);

/** One thing that must be true of a process; each finding names the element. */
export type ProcessRule = (definition: UnversionedDefinition, known: KnownNames) => readonly Diagnostic[];
