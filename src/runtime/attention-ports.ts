import type { Id } from '../shared/id.js';
import type { Instant, Period } from '../shared/time.js';
import type { AttentionNote, TenantId } from './ports.js';

/** An open case that somebody must look at now and then, as nobody has in time. */
export interface UnattendedCase {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly title: string;
  readonly process: string;
  readonly processName: string;
  readonly family: string;
  /** How often at least. */
  readonly every: Period;
  /** When somebody last did. */
  readonly lastAt: Instant;
  /** When the next step of the ladder is reached. */
  readonly dueAt: Instant;
  /** Steps climbed since somebody last looked. */
  readonly level: number;
  readonly subject?: Id<'Actor'>;
  /** Who has the tasks that are open in it, who may take them, and who reads its process. */
  readonly assignees: readonly Id<'Actor'>[];
  readonly openCandidateGroups: readonly string[];
  readonly readers: readonly string[];
  /** The person it is about has a protected address (kode 6 and 7). */
  readonly isProtected: boolean;
}

/** When somebody last looked at an open case that somebody must look at now and then. */
export type LastLook = Pick<UnattendedCase, 'processInstanceId' | 'every' | 'lastAt' | 'level'>;

/** Who has looked at cases, and when; rows are written with the commands that count as looks. */
export interface AttentionBook {
  /** Cases whose next step is reached by the municipality's clock, the first to be due first. */
  due(tenant: TenantId, limit: number): Promise<readonly UnattendedCase[]>;
  /** Counts the step and says when the next one is; false when somebody looked meanwhile, or another worker has counted it. */
  climb(tenant: TenantId, from: UnattendedCase, nextDueAt: Instant): Promise<boolean>;
  /** Cases for which a step was climbed, those left alone longest first. */
  overdue(tenant: TenantId): Promise<readonly UnattendedCase[]>;
  /** When somebody last looked at each of these cases; without those that nobody counts, in no order. */
  lastLooks(tenant: TenantId, ids: readonly Id<'ProcessInstance'>[]): Promise<readonly LastLook[]>;
  /** What people wrote about their looks at a case. */
  notes(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly AttentionNote[]>;
}
