import type { Id } from '../shared/id.js';

/** A process, and whom its case is about. */
export interface CaseOfPerson {
  readonly process: string;
  readonly person: Id<'Actor'>;
}

/** A case of that process about that person is under way. Nothing was changed. */
export interface CaseUnderWay {
  readonly reason: 'case-under-way';
  /** The newest of them. */
  readonly processInstanceId: Id<'ProcessInstance'>;
}
