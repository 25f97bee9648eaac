import type { Id } from '../../../shared/id.js';
import type { IncidentCode } from '../state/process-instance.js';

/** Why a phase of an element's life could not be carried through; becomes an incident. */
export interface Problem {
  readonly code: IncidentCode;
  /** One English sentence: what was expected, what was there. */
  readonly message: string;
  /** The job that somebody has given up on. */
  readonly jobId?: Id<'Job'>;
}
