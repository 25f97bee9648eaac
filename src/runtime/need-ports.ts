import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** How many wait for what was written as the type of home. */
export interface CountedNeed {
  /** Empty where nothing was written. */
  readonly boligtype: string;
  readonly waiting: number;
}

/** Homes that are described alike and stand in buildings that are used alike. */
export interface CountedHomes {
  readonly boligtype: string;
  readonly erBofellesskap: boolean;
  /** The buildings are being wound down. */
  readonly isClosing: boolean;
  readonly homes: number;
  /** Those that somebody could be given today: nobody lives there or is to, and allocation is not stopped. */
  readonly vacant: number;
  readonly residents: number;
}

/** Counts needs and homes. Nobody's name, and no case, is in it. */
export interface NeedReader {
  /** Everybody who waits, by what they wait for. */
  waiting(tenant: TenantId): Promise<readonly CountedNeed[]>;
  /** Homes in buildings that are in use or being wound down, without those that are out of use. */
  homes(tenant: TenantId): Promise<readonly CountedHomes[]>;
}

/** How many people need a home of a type (boligsosialloven § 5). */
export interface ReportedNeed {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  /** Only those who see who waits may see the figure: beside the others, it would tell a small one of a unit. */
  readonly isKeptBack?: true;
}

/** A version of the picture of needs, as a case published it. */
export interface NeedsPicture {
  /** From 1, in the order of publishing. */
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: Id<'Actor'>;
  readonly items: readonly ReportedNeed[];
}

/** What a case publishes. */
export interface PublishedNeeds extends Omit<NeedsPicture, 'version'> {
  readonly tenant: TenantId;
  readonly processInstanceId: Id<'ProcessInstance'>;
}

/** Keeps every version of the picture of needs as it was published. */
export interface NeedsPictureBook {
  /** Adds the next version and answers its number. A case publishes once: when repeated, it is answered what it published. */
  publish(needs: PublishedNeeds): Promise<number>;
  /** Every version of the municipality, the newest first. */
  list(tenant: TenantId): Promise<readonly NeedsPicture[]>;
}
