import type { Id } from '../shared/id.js';
import type { Instant, LocalDate } from '../shared/time.js';
import type { RegisterRefusal, SeenRevision } from './person-ports.js';
import type { TenantId } from './ports.js';

/** Somebody in a household. */
export interface HouseholdMember {
  readonly person: Id<'Actor'>;
  readonly role: 'voksen' | 'barn';
}

/** People who live, or want to live, together now. */
export interface Household {
  readonly id: string;
  readonly revision: number;
  /** Adults first, then by id. */
  readonly members: readonly HouseholdMember[];
}

/** Who changed a household, when and why. */
export interface HouseholdChange {
  readonly at: Instant;
  readonly by: Id<'Actor'>;
  readonly reason: string;
}

/** That somebody is or was in a household. */
export interface Membership extends HouseholdMember {
  /** Absent where nobody knows since when. */
  readonly fromOn?: LocalDate;
  /** The last day; absent while they are in it. */
  readonly untilOn?: LocalDate;
  /** They were registered by mistake and never were in it. */
  readonly wasWrong: boolean;
  /** The change in which they came; absent where none was written down. */
  readonly joined?: HouseholdChange;
  /** The change in which they left. */
  readonly left?: HouseholdChange;
}

/** A household as somebody who is or was in it knew it. */
export interface HouseholdOfPerson {
  readonly id: string;
  readonly revision: number;
  /** Their own, and those of the others on at least one same day: who is in it now first, adults first. */
  readonly memberships: readonly Membership[];
}

/** Who is in a household from a day on. */
export interface HouseholdWish {
  readonly members: readonly HouseholdMember[];
  /** The first day of those who come, the last of those who leave. */
  readonly on: LocalDate;
  readonly reason: string;
  /** Those who leave never were in it. */
  readonly wasWrong?: boolean;
}

/** Why the register of households did not change. */
export type HouseholdRefusal =
  | RegisterRefusal
  /** Somebody leaves before they came. */
  | 'end-before-start'
  /** Whoever asks is or was in it. */
  | 'own-household'
  /** Somebody comes, or gets another role, in a change that takes out who never was in it. */
  | 'mistake-and-more'
  /** Nobody comes and nobody leaves. */
  | 'household-unchanged';

/** The households of a municipality. Nothing of one is ever taken away. */
export interface HouseholdRegister {
  /** Safe to repeat: a household that is there stays as it is. */
  register(
    tenant: TenantId,
    household: HouseholdWish & { readonly id: string },
    by: Id<'Actor'>,
  ): Promise<HouseholdRefusal | undefined>;
  household(tenant: TenantId, id: string): Promise<Household | undefined>;
  /** The households that somebody is or was in, by id. */
  ofPerson(tenant: TenantId, person: Id<'Actor'>): Promise<readonly HouseholdOfPerson[]>;
  /** Those who are or were in a household together with the person, by id. */
  familyOf(tenant: TenantId, person: Id<'Actor'>): Promise<readonly Id<'Actor'>[]>;
  /** Makes it what is wished: who is not named leaves, who is new comes, and so does who is it in another role. */
  change(tenant: TenantId, seen: SeenRevision, wish: HouseholdWish): Promise<HouseholdRefusal | undefined>;
}
