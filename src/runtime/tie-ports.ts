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

/** A case in which something is decided anew, and about what. */
export interface DecidedAnew {
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** Whom it is about. */
  readonly person: Id<'Actor'>;
  /** The decision that it names, as an appeal does. */
  readonly decision?: string;
}

/** Reads ties between people, for the question of impartiality only. */
export interface TieReader {
  between(tenant: TenantId, actor: Id<'Actor'>, person: Id<'Actor'>): Promise<Ties>;
  /**
   * Whether somebody made or approved the decision that is to be considered anew: the one that the case names, one of the case that called it,
   * or one about the person that was set aside and has no other in its place yet. A proposal that was sent back is no decision.
   */
  hasDecided(tenant: TenantId, actor: Id<'Actor'>, anew: DecidedAnew): Promise<boolean>;
}
