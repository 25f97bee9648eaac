import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { KindOfWork, Repairer } from './building-record.js';

/** How urgent a repair is: danger is made safe within 4 hours, the others have 3 and 15 working days, wishes are planned. */
export const urgencies = ['fare', 'haster', 'vanlig', 'onske'] as const;

/** A repair (vedlikeholdssak) as the register sees it. Its case has what was said about it. */
export interface Repair {
  readonly id: Id<'ProcessInstance'>;
  readonly building: Id<'Building'>;
  readonly home?: Id<'Home'>;
  readonly work: KindOfWork;
  readonly urgency: (typeof urgencies)[number];
  readonly responsible?: Repairer;
  readonly state: 'meldt' | 'fordelt' | 'sikret' | 'utfort' | 'lost' | 'hos-leder';
  readonly reportedAt: Instant;
  readonly madeSafeAt?: Instant;
  readonly endedAt?: Instant;
  /** How often the resident said that it is not solved. */
  readonly reopened: number;
}

/** A hole in an agreement: somebody refused work that no rule gives to anybody else. */
export interface AgreementGap {
  /** The repair in which it was found. */
  readonly id: Id<'ProcessInstance'>;
  readonly building: Id<'Building'>;
  readonly work: KindOfWork;
  readonly refusedBy: Repairer;
  readonly reason: string;
  readonly foundAt: Instant;
  readonly closedAt?: Instant;
}

/** What a report of an unsafe building is about. */
export const kindsOfUnsafety = ['fremmede', 'trusler', 'vold', 'brak', 'fellesareal', 'las-dor', 'annet'] as const;

/** What made it safe within a day. Nobody is moved but who wants it. */
export const safetyMeasures = ['las', 'personale', 'flytting', 'politi', 'ikke-akutt'] as const;

/** The ladder of what is done about it, from the mildest to the last resort. */
export const ladderSteps = ['samtale', 'avtale', 'tjenester', 'tilbud-om-flytting', 'utkastelse'] as const;

/** That somebody told of an unsafe building. Who told and what is in the case; this has neither words nor names. */
export interface SafetyReport {
  readonly id: Id<'ProcessInstance'>;
  readonly building: Id<'Building'>;
  /** Counts the changes, from 1. */
  readonly revision: number;
  readonly kind: (typeof kindsOfUnsafety)[number];
  /** Whether nobody knows who told. */
  readonly anonymous: boolean;
  readonly state: 'meldt' | 'trygt' | 'fulgt-opp' | 'lukket';
  readonly reportedAt: Instant;
  readonly madeSafeAt?: Instant;
  readonly madeSafeBy?: (typeof safetyMeasures)[number];
  /** The highest step of the ladder that was tried. */
  readonly step?: (typeof ladderSteps)[number];
  readonly endedAt?: Instant;
}
