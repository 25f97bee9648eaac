import type { IncidentCode } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** Something that is stuck and that nobody has put right yet. */
export interface OpenIncident {
  readonly id: Id<'Incident'>;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly process: string;
  readonly processName: string;
  readonly subject?: Id<'Actor'>;
  readonly code: IncidentCode;
  readonly raisedAt: Instant;
  /** Who has taken it. */
  readonly assignee?: Id<'Actor'>;
  /** How often it was told of. */
  readonly told: number;
}

/** Who sees to what is stuck. The incidents themselves are written with the commands that raise and resolve them, or with an effect that is given up. */
export interface IncidentBook {
  /** Open incidents that are to be told of now by the municipality's clock, those never told of too; the oldest first. */
  due(tenant: TenantId, limit: number): Promise<readonly OpenIncident[]>;
  /** Counts that it was told of, and says when it is next; false when it is over, or another worker has counted it. */
  count(tenant: TenantId, from: OpenIncident, nextDueAt: Instant): Promise<boolean>;
  /** Gives an open incident to somebody, or to nobody; false when it is over. */
  assign(tenant: TenantId, id: Id<'Incident'>, assignee: Id<'Actor'> | undefined): Promise<boolean>;
  /**
   * Has the effect tried again that was given up, with all its attempts, and resolves its incident: within the minute. False when it is
   * over. Only for incidents of code `EFFECT_FAILED`.
   */
  tryEffectAgain(tenant: TenantId, id: Id<'Incident'>, by: Id<'Actor'>): Promise<boolean>;
}
