import type { Instant } from '../../../shared/time.js';
import type { Actor } from '../state/process-instance.js';

/** What every command says: who acts, and when. */
export interface CommandBase {
  readonly actor: Actor;
  /** When it happens: the database's clock, set by the store. */
  readonly at: Instant;
}
