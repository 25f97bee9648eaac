import type { Id } from '../shared/id.js';
import type { RegisteredPerson } from './person-ports.js';
import type { TenantId } from './ports.js';
import type { CaseWithRelations } from './read-ports.js';
import type { Instant, LocalDate, Period } from '../shared/time.js';

/** What is shown of a person. */
export type ShownPart =
  | 'case'
  | 'application'
  | 'decision'
  | 'record'
  | 'journal'
  | 'notices'
  | 'letter'
  | 'document'
  | 'journey'
  | 'task'
  | 'export'
  | 'person'
  /** A name among those that a search found. */
  | 'search'
  | 'home'
  | 'housing-plan'
  | 'exception'
  | 'waiting-list'
  | 'access-log';

/**
 * Why somebody may see it: their unit has the case, a task in it is theirs, they act for the person (`shared`), the person
 * let them see just this (`consent`), they broke the glass, or they look after who reads (`oversight`).
 */
export type ReadRelation = 'unit' | 'task' | 'shared' | 'consent' | 'emergency' | 'oversight';

/** That somebody is shown something about a person. */
export interface NewRead {
  readonly person: Id<'Actor'>;
  readonly actor: Id<'Actor'>;
  /** The group by which they may. */
  readonly role: string;
  readonly relation: ReadRelation;
  readonly shown: ShownPart;
  /** How long it is remembered, from the day on which it is written. */
  readonly keepFor: Period;
}

/** The same as it was written. */
export interface ReadRow extends Omit<NewRead, 'keepFor'> {
  readonly at: Instant;
  readonly caseId?: Id<'ProcessInstance'>;
}

/** Which reads of all: by days in Norway, both counted, and by what stands in the name or is the id of the person and of the reader. */
export interface ReadsWanted {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly person?: string | undefined;
  readonly reader?: string | undefined;
  readonly relation?: ReadRelation;
  readonly limit: number;
  /** The id of the last read of the page before. */
  readonly after?: string | undefined;
}

/** A read as it is looked after. */
export interface OverseenRead extends ReadRow {
  readonly id: string;
  /** By which name the person and the reader are known now; their ids where there is none. */
  readonly personName: string;
  readonly readerName: string;
  /** The person has a protected address. */
  readonly isProtected: boolean;
}

/** Whether something is shown (undefined: no), and what is written about it; nothing where it is about nobody else. */
export type Showing = { readonly read?: NewRead } | undefined;

/**
 * Shows what is about persons. What is written about a showing is written in the transaction that reads: where it cannot be written, nothing
 * is shown.
 */
export interface ReadLog {
  /** The case, if `decide` shows it. */
  showCase(
    tenant: TenantId,
    id: Id<'ProcessInstance'>,
    decide: (found: CaseWithRelations) => Showing,
  ): Promise<CaseWithRelations | undefined>;
  /**
   * Several cases at once, those that `decide` shows, in no order: a list that is read again and again. What was shown to the same person
   * by the same list, for the same reason, within the last hour is not written once more.
   */
  showCases(
    tenant: TenantId,
    ids: readonly Id<'ProcessInstance'>[],
    decide: (found: CaseWithRelations) => Showing,
  ): Promise<readonly CaseWithRelations[]>;
  /** The person, if `decide` shows them. */
  showPerson(
    tenant: TenantId,
    id: Id<'Actor'>,
    decide: (found: RegisteredPerson) => Showing,
  ): Promise<RegisteredPerson | undefined>;
  /** Several persons at once, under the terms of `showCases`. */
  showPersons(
    tenant: TenantId,
    ids: readonly Id<'Actor'>[],
    decide: (found: RegisteredPerson) => Showing,
  ): Promise<readonly RegisteredPerson[]>;
  /**
   * Reads of everybody, the newest first. That `by` saw them is written for each person on the page, at most once an hour; nothing of what
   * is about `by` is. A search by name never finds somebody with a protected address.
   */
  showReads(
    tenant: TenantId,
    wanted: ReadsWanted,
    by: Pick<NewRead, 'actor' | 'role' | 'keepFor'>,
  ): Promise<readonly OverseenRead[]>;
  /** To whom a person's data was shown, the newest first, at most 500. */
  ofPerson(tenant: TenantId, person: Id<'Actor'>): Promise<readonly ReadRow[]>;
}
