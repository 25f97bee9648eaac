import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { TenantId } from '../ports.js';
import type { DaySpan } from '../read-ports.js';
import type { ExceptionKind } from './exception-kinds.js';

/** Something that was done otherwise than the rule is. */
export interface ExceptionalAct {
  readonly id: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly kind: ExceptionKind;
  readonly at: Instant;
  readonly actor: Id<'Actor'>;
  /** In the words of the one who did it; it may tell of a person. */
  readonly reason: string;
}

/** How often something of a kind was done. */
export interface ExceptionCount {
  readonly kind: ExceptionKind;
  readonly count: number;
}

/**
 * Reads what was done otherwise than the rule is, on days in Norway, both counted. What was done in cases that are deleted by now is not
 * among it. Whoever asks: access is decided by the caller.
 */
export interface ExceptionReader {
  /** The newest first, at most 1,000. */
  between(tenant: TenantId, days: DaySpan): Promise<readonly ExceptionalAct[]>;
  /** Of all of them, in no order; kinds of which there is none are left out. */
  counts(tenant: TenantId, days: DaySpan): Promise<readonly ExceptionCount[]>;
}
