import type { Id } from '../shared/id.js';

/** Somebody says that they are not impartial towards the person whom a task is about. */
export interface DeclaredPartiality {
  readonly person: Id<'Actor'>;
  /** Why, in their words: an exceptional act of the case, which the person does not read. */
  readonly reason: string;
}
