import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import type { ReceivedStatement } from '../hearing-statement.js';
import type { AgreementGap, Repair, SafetyReport } from './building-event.js';
import type { AllocationFreeze, BuildingFacts, BuildingRecord, Staffing } from './building-record.js';
import type { HomeFacts, HomeRecord, Reservation, Tenancy } from './home-record.js';
import type { AgendaItem, ResidentsMeeting } from './residents-meeting.js';
import type { RentClaim } from './rent-claim.js';

/** Records that a step asked for, as they are while nobody else can change them; what is not there is not in it. */
export interface RegisterRecords {
  readonly buildings: ReadonlyMap<string, BuildingRecord>;
  readonly homes: ReadonlyMap<string, HomeRecord>;
  readonly claims: ReadonlyMap<string, RentClaim>;
}

/** When a step is taken, by whom, and in which case if a process takes it. */
export interface StepMoment {
  readonly at: Instant;
  readonly actor: Id<'Actor'>;
  readonly processInstanceId?: Id<'ProcessInstance'>;
}

/** One thing that happens to a register: a fact, already decided. */
export type RegisterChange =
  | { readonly change: 'bygg-fort'; readonly building: Id<'Building'>; readonly facts: BuildingFacts }
  | { readonly change: 'frys-foreslatt'; readonly building: Id<'Building'>; readonly at: Instant }
  | { readonly change: 'frosset'; readonly building: Id<'Building'>; readonly freeze: AllocationFreeze }
  | { readonly change: 'ikke-frosset'; readonly building: Id<'Building'>; readonly reason: string }
  | { readonly change: 'bemanning-endret'; readonly building: Id<'Building'>; readonly staffing: Staffing }
  | {
      readonly change: 'bolig-fort';
      readonly home: Id<'Home'>;
      readonly facts: HomeFacts;
      readonly vacantSince: LocalDate;
    }
  | {
      readonly change: 'reservert' | 'frigitt';
      readonly home: Id<'Home'>;
      readonly reservation: Reservation;
    }
  | {
      readonly change: 'utleid' | 'leie-endret' | 'fraflyttet';
      readonly home: Id<'Home'>;
      readonly tenancy: Tenancy;
    }
  | { readonly change: 'krav-fort'; readonly claim: RentClaim }
  | { readonly change: 'reparasjon'; readonly repair: Repair }
  | { readonly change: 'hull-i-avtale'; readonly gap: AgreementGap }
  | { readonly change: 'utrygghet'; readonly report: SafetyReport }
  | { readonly change: 'beboermote'; readonly meeting: ResidentsMeeting }
  | { readonly change: 'beboersak'; readonly item: AgendaItem }
  | { readonly change: 'uttalelse'; readonly statement: ReceivedStatement };

/** Why a register cannot be changed so. Nothing was changed. */
export interface RegisterRefusal {
  readonly reason:
    | 'record-not-found'
    | 'record-exists'
    | 'stale-record'
    | 'dwelling-taken'
    | 'dwelling-frozen'
    | 'dwelling-unfit'
    | 'dwelling-mismatch'
    | 'reservation-over'
    | 'tenancy-over'
    | 'register-input'
    /** Whoever made a decision may not approve it: two people sign. */
    | 'four-eyes';
  /** The record that it is about. */
  readonly record: string;
  /** In Norwegian, where there is more to say than the reason. */
  readonly detail?: string;
  /** Places in what was sent, where several are wrong. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** What follows from a step. `gives` is what its asker is told, and what its case gets. */
export type RegisterDecision =
  | { readonly ok: true; readonly changes: readonly RegisterChange[]; readonly gives: JsonObject }
  | { readonly ok: false; readonly rejection: RegisterRefusal };

/**
 * Something that is to happen to registers, all of it or nothing. `decide` is pure; it is called with the records locked and
 * with the municipality's clock, and again with what is there by then when somebody else was faster.
 */
export interface RegisterStep {
  readonly buildings?: readonly Id<'Building'>[];
  readonly homes?: readonly Id<'Home'>[];
  readonly claims?: readonly Id<'RentClaim'>[];
  /** The homes that these people rent now, whichever they are. */
  readonly rentedBy?: readonly Id<'Actor'>[];
  /** The homes that these cases keep for somebody now, whichever they are. */
  readonly keptIn?: readonly Id<'ProcessInstance'>[];
  readonly decide: (records: RegisterRecords, moment: StepMoment) => RegisterDecision;
}
