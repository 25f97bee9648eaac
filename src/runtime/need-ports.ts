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
