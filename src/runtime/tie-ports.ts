import type { Id } from '../shared/id.js';
import type { TenantId } from './ports.js';

/** What ties somebody to a person, as the registers know it. */
export interface Ties {
  readonly isSame: boolean;
  /** They are in the same household now. */
  readonly sharesHousehold: boolean;
  /** They are, or were, a representative of the person, whatever kind. */
  readonly represents: boolean;
}

/** Reads ties between people, for the question of impartiality only. */
export interface TieReader {
  between(tenant: TenantId, actor: Id<'Actor'>, person: Id<'Actor'>): Promise<Ties>;
}
