import type { Id } from '../shared/id.js';
import type { DeclaredPartiality } from './declared-partiality.js';
import type { TenantId } from './ports.js';

/** What ties somebody to a person, as the registers know it. */
export interface Ties {
  readonly isSame: boolean;
  /** They are, or were on a same day, in the same household; not where one of them was registered there by mistake. */
  readonly sharesHousehold: boolean;
  /** They are, or were, a representative of the person, whatever kind. */
  readonly represents: boolean;
  /** They have said that they are not impartial towards the person, and not taken it back. */
  readonly hasDeclared: boolean;
}

/** A case in which something is decided anew, and about what. */
export interface DecidedAnew {
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** Whom it is about. */
  readonly person: Id<'Actor'>;
  /** The decision that it names, as an appeal does. */
  readonly decision?: string;
}

/** Somebody is impartial towards a person after all. */
export interface WithdrawnPartiality extends DeclaredPartiality {
  readonly actor: Id<'Actor'>;
  /** The case in which they say so: the reason is an exceptional act of it. */
  readonly processInstanceId: Id<'ProcessInstance'>;
}

/** Takes back what somebody said of themselves. */
export interface PartialityBook {
  /** Nothing that `actor` has declared towards `person` counts from now on; false where nothing did. */
  withdraw(tenant: TenantId, withdrawn: WithdrawnPartiality): Promise<boolean>;
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
