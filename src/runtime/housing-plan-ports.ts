import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** What a person wants of where they live, in their own words (boligplan). Everything may be left out. */
export interface HousingPlanContent {
  readonly dream?: string;
  readonly nextStep?: string;
  readonly obstacles?: string;
  /** Who does what, a line each. */
  readonly steps: readonly string[];
}

/** With whom a plan is shared: a unit, by its group, or somebody who helps the person. */
export type SharedWith = { readonly group: string } | { readonly actor: Id<'Actor'> };

/** That a plan is shared, since when. */
export type PlanShare = SharedWith & { readonly id: string; readonly sharedAt: Instant };

/** The plan of a person as it stands; `revision` is 0 and `writtenAt` absent until the first time it is written. */
export interface HousingPlan extends HousingPlanContent {
  readonly person: Id<'Actor'>;
  readonly revision: number;
  readonly writtenAt?: Instant;
  /** Those with whom it is shared now, in the order in which that was done. */
  readonly shares: readonly PlanShare[];
}

/** Somebody's plan that is shared with a reader. */
export interface SharedPlan extends Pick<HousingPlan, 'person' | 'shares'> {
  /** Absent where nothing is written yet. */
  readonly writtenAt?: Instant;
}

/** Why a plan did not change: nobody of this id is registered, or it was written since it was seen. */
export type PlanRefusal = 'unknown-person' | 'stale-revision';

/**
 * The housing plans of a municipality. A plan belongs to the person that it is about: what is written over is gone, and whom it is shared with
 * is theirs to say. Whoever asks has made sure of that.
 */
export interface HousingPlanBook {
  plan(tenant: TenantId, person: Id<'Actor'>): Promise<HousingPlan>;
  /** Writes the whole plan, where its revision is still `seen`. */
  write(
    tenant: TenantId,
    { person, seen }: { readonly person: Id<'Actor'>; readonly seen: number },
    content: HousingPlanContent,
  ): Promise<PlanRefusal | undefined>;
  /** The id of the share: the new one, or that of the one that is there already. */
  share(
    tenant: TenantId,
    { person, id }: { readonly person: Id<'Actor'>; readonly id: string },
    shareWith: SharedWith,
  ): Promise<{ readonly id: string } | 'unknown-person'>;
  /** Ends a share from now on; false where the person has no such share. */
  withdraw(tenant: TenantId, { person, id }: { readonly person: Id<'Actor'>; readonly id: string }): Promise<boolean>;
  /** The plans that are shared with somebody or with one of their groups, and by which shares; the newest first, at most 500. */
  sharedWith(
    tenant: TenantId,
    reader: { readonly id: Id<'Actor'>; readonly groups: readonly string[] },
  ): Promise<readonly SharedPlan[]>;
}
