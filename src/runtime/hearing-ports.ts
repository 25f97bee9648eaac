import type { Id } from '../shared/id.js';
import type {
  HearingStatement,
  KeptStatement,
  PublishedStatement,
  ReceivedStatement,
  StatementCount,
} from './hearing-statement.js';
import type { TenantId } from './ports.js';

/** What everybody may read instead of what was said, and who wrote it. */
export interface Redaction {
  readonly project: Id<'ProcessInstance'>;
  readonly id: string;
  readonly text: string;
  readonly by: Id<'Actor'>;
}

/** The statements of hearings. */
export interface HearingBook {
  /**
   * Received at the database's clock, unless it came before it is written down: then both moments are kept. Written only while the case
   * is at `revision`, so that nobody goes on without it: undefined where the case went on, and nothing is written then. Safe to repeat: one
   * that is there stays as it is, and is what is answered.
   */
  receive(tenant: TenantId, statement: ReceivedStatement, revision: number): Promise<KeptStatement | undefined>;
  /** Whether a statement is kept, whoever asks; undefined where it is not. */
  kept(
    tenant: TenantId,
    project: Id<'ProcessInstance'>,
    id: HearingStatement['id'],
  ): Promise<KeptStatement | undefined>;
  /** What everybody may read, whoever asks, the oldest first. */
  published(tenant: TenantId, project: Id<'ProcessInstance'>): Promise<readonly PublishedStatement[]>;
  /** How many there are, whoever asks. */
  count(tenant: TenantId, project: Id<'ProcessInstance'>): Promise<StatementCount>;
  /** As they came, the oldest first: shown to those who handle hearings, and to others what they wrote down themselves. */
  ofProject(tenant: TenantId, project: Id<'ProcessInstance'>): Promise<readonly HearingStatement[]>;
  /** Answers false where it was redacted before; nothing is changed then. */
  redact(tenant: TenantId, redaction: Redaction): Promise<boolean>;
  /** The names of everybody who rents a home of the municipality now. */
  residentNames(tenant: TenantId): Promise<readonly string[]>;
}
