import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { CommandReceipt, TenantId } from '../ports.js';
import type { AgreementGap, Repair, SafetyReport } from './building-event.js';
import type { BuildingRecord } from './building-record.js';
import type { HomeRecord, Reservation, Tenancy } from './home-record.js';
import type { AgendaItem, ResidentsMeeting } from './residents-meeting.js';
import type { RegisterRefusal, RegisterStep } from './register-step.js';

/** What somebody wants to change in a register by hand. */
export interface RegisterRequest {
  readonly tenant: TenantId;
  readonly actor: Id<'Actor'>;
  /** The same key with the same hash gets the first answer, and nothing happens twice. */
  readonly receipt: CommandReceipt;
  readonly step: RegisterStep;
}

/** What became of it: what the step gives, or why nothing was changed. */
export type RegisterOutcome =
  | { readonly ok: true; readonly gives: JsonObject }
  | { readonly ok: false; readonly rejection: RegisterRefusal | { readonly reason: 'receipt-reused' } };

/** The one place where people change registers by hand; what a process decides comes with its command instead. */
export interface RegisterDesk {
  /**
   * Takes a step in one transaction: receipt, row locks, one reading of the clock, `decide`, then records, history and receipt. A refusal
   * leaves nothing, no receipt either.
   */
  change(request: RegisterRequest): Promise<RegisterOutcome>;
}

/** Which homes are wanted; absent means any. */
export interface HomeFilter {
  readonly building?: string;
  readonly group?: string;
  readonly boligtype?: string;
  readonly responsibleUnit?: string;
  /** True: nobody lives there or is to; false: somebody does or is. */
  readonly free?: boolean;
  readonly wheelchair?: boolean;
  /** Only those that one of these units answers for, or where this person lives. */
  readonly seenBy?: { readonly units: readonly string[]; readonly person: Id<'Actor'> };
}

/** A part of a long list: at most `limit`, those after the one of this id. */
export interface PageOf {
  readonly limit: number;
  readonly after?: string;
}

/** The registers that write down what happened to their records. */
export type HistoryRegister = 'building' | 'home' | 'rent' | 'residents-meeting' | 'safety-report';

/** What happened to a record, as the register wrote it down. */
export interface HistoryRow {
  readonly revision: number;
  readonly at: Instant;
  readonly actor: Id<'Actor'>;
  readonly change: string;
  readonly content: JsonObject;
  readonly decidedIn?: Id<'ProcessInstance'>;
}

/** How many homes a building has in the register, and how many of them nobody lives in or is to. */
export interface BuildingRow extends BuildingRecord {
  readonly homes: number;
  readonly free: number;
}

/** Reads the registers of homes. Whoever asks: access is decided by the caller. */
export interface HomeReader {
  /** By building, then by name. */
  homes(tenant: TenantId, filter: HomeFilter, page: PageOf): Promise<readonly HomeRecord[]>;
  home(tenant: TenantId, id: string): Promise<HomeRecord | undefined>;
  /** By name; at most 500. */
  buildings(tenant: TenantId): Promise<readonly BuildingRow[]>;
  building(tenant: TenantId, id: string): Promise<BuildingRow | undefined>;
  /** The newest first, at most 500. */
  history(tenant: TenantId, register: HistoryRegister, record: string): Promise<readonly HistoryRow[]>;
  /** Those that are over too, the newest first. */
  reservations(tenant: TenantId, home: string): Promise<readonly Reservation[]>;
  /** Those that are over too, the newest first. */
  tenancies(tenant: TenantId, home: string): Promise<readonly Tenancy[]>;
  /** Those of a person, with the home that each is for; those that are over too, the newest first. */
  tenanciesOf(tenant: TenantId, person: Id<'Actor'>): Promise<readonly (Tenancy & { readonly home: string })[]>;
  /** The newest first, at most 500. */
  repairs(tenant: TenantId, building?: string): Promise<readonly Repair[]>;
  repair(tenant: TenantId, id: string): Promise<Repair | undefined>;
  /** Those that are not closed, the oldest first. */
  gaps(tenant: TenantId): Promise<readonly AgreementGap[]>;
  /** The newest first, at most 500. */
  safetyReports(tenant: TenantId, building: string): Promise<readonly SafetyReport[]>;
  /** The newest first, at most 500. */
  meetings(tenant: TenantId, building: string): Promise<readonly ResidentsMeeting[]>;
  /** What residents have said, the newest first, at most 500. */
  agenda(tenant: TenantId, building: string): Promise<readonly AgendaItem[]>;
}
