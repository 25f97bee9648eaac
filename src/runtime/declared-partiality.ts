import type { Id } from '../shared/id.js';

/** Somebody says that they are not impartial towards the person whom a task is about. */
export interface DeclaredPartiality {
  readonly person: Id<'Actor'>;
  /** Why, in their words; for those who oversee it. */
  readonly reason: string;
}
