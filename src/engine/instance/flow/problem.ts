import type { Id } from '../../../shared/id.js';
import type { AgendaStep } from '../state/agenda-step.js';
import type { IncidentCode } from '../state/process-instance.js';

/** Why a phase of an element's life could not be carried through; becomes an incident. */
export interface Problem {
  readonly code: IncidentCode;
  /** One English sentence: what was expected, what was there. */
  readonly message: string;
  /** Where it is, if not at the node of the element that cannot go on. */
  readonly node?: string;
  /** The error that nobody caught: said in the journal as thrown all the same. */
  readonly thrown?: { readonly name?: string };
  /** What is to be done when it is resolved, where that is not a phase of the element. */
  readonly pending?: readonly AgendaStep[];
  /** The job that somebody has given up on. */
  readonly jobId?: Id<'Job'>;
}
