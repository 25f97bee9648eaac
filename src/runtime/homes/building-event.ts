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

/** That somebody told of an unsafe building. Who told and what is in the case. */
export interface SafetyReport {
  readonly id: Id<'ProcessInstance'>;
  readonly building: Id<'Building'>;
  readonly kind: string;
  readonly anonymous: boolean;
  readonly reportedAt: Instant;
}
