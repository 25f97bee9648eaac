import type { Id } from '../shared/id.js';
import type { AwaitableLetter } from './case-ports.js';
import type { TenantId } from './ports.js';

/** A letter that went digitally and of which somebody must perhaps be told once more. */
export interface UnopenedLetter extends AwaitableLetter {
  readonly to: Id<'Actor'>;
}

/** The letters that went digitally, by the database's clock. */
export interface UnopenedLetters {
  /** Those whose time has come, the longest due first. */
  due(tenant: TenantId, limit: number): Promise<readonly UnopenedLetter[]>;
  /** Looked at for good: it is never due again. */
  settled(tenant: TenantId, id: string): Promise<void>;
}
