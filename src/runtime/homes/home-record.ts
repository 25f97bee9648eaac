import type { Id } from '../../shared/id.js';
import type { Instant, LocalDate } from '../../shared/time.js';

/** Whether a home can be lived in. */
export const homeStates = ['i-bruk', 'under-arbeid', 'utgatt'] as const;

/** What people keep of a home. Fields that Kobo has are called as in Kobo's Bolig API. */
export interface HomeFacts {
  readonly building: Id<'Building'>;
  readonly name: string;
  readonly koboId?: string;
  readonly fdvuBoligId?: string;
  readonly boligtype: string;
  readonly egenskaper: readonly string[];
  readonly antallSoverom?: number;
  /** Square metres. */
  readonly bruksareal?: number;
  readonly etasjenummer?: number;
  readonly disposisjonsform: string;
  readonly erBofellesskap: boolean;
  readonly erTilgjengeligForRullestolbruker: boolean;
  /** Kroner a month. */
  readonly leiekostnad?: number;
  readonly leieTilEiePotensial: boolean;
  readonly status: (typeof homeStates)[number];
  readonly synthetic: boolean;
  readonly source?: string;
}

/** Why a reservation is over: a lease, a no, an offer that ran out, a mistake, or a case that ended before its time. */
export const releases = ['kontrakt', 'nei', 'utlopt', 'feil', 'avsluttet'] as const;

/** That a home is kept for somebody (boligreservasjon). */
export interface Reservation {
  readonly id: Id<'Reservation'>;
  readonly person?: Id<'Actor'>;
  /** The case that it was decided in. */
  readonly decidedIn?: Id<'ProcessInstance'>;
  readonly reservedAt: Instant;
  readonly reservedBy: Id<'Actor'>;
  /** Its last day. */
  readonly untilOn?: LocalDate;
  readonly releasedAt?: Instant;
  readonly released?: (typeof releases)[number];
}

/** A lease (leieforhold). */
export interface Tenancy {
  readonly id: Id<'Tenancy'>;
  readonly person: Id<'Actor'>;
  readonly decidedIn?: Id<'ProcessInstance'>;
  readonly fromOn: LocalDate;
  /** Last day of a fixed term; absent: open-ended. */
  readonly toOn?: LocalDate;
  /** Kroner a month. */
  readonly rent?: number;
  /** When the tenant was asked to move after the fixed term (husleieloven § 9-2). */
  readonly moveRequestedOn?: LocalDate;
  /** The day on which the tenant moves out, once that is known. */
  readonly leavesOn?: LocalDate;
  /** Since when the tenant does not want NAV to be told of unpaid rent (husleieloven § 9-11). */
  readonly navReservedOn?: LocalDate;
  readonly endedOn?: LocalDate;
  readonly endReason?: string;
}

/** A home (boenhet) as the register has it, with what holds it now. */
export interface HomeRecord extends HomeFacts {
  readonly id: Id<'Home'>;
  /** Counts the changes, those of reservations and leases too, from 1. */
  readonly revision: number;
  /** Since when nobody lives there though somebody could. */
  readonly vacantSince?: LocalDate;
  /** The one that is not released. */
  readonly reservation?: Reservation;
  /** The one that is not ended. */
  readonly tenancy?: Tenancy;
}
