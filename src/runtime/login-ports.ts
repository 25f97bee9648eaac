import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { Person } from './case-ports.js';
import type { TenantId } from './ports.js';

/** A login that lasts until a fixed time or a logout. Only the hash of its secret is ever kept. */
export interface OpenedSession {
  /** SHA-256 of the secret in the cookie, hexadecimal. */
  readonly idHash: string;
  readonly actor: Id<'Actor'>;
  /** The provider's identity token, needed to log out there too. */
  readonly identityToken?: string;
  readonly lifetimeSeconds: number;
}

/** Every login. Lifetimes are counted in real time, whatever the demo's clock says. */
export interface SessionBook {
  open(tenant: TenantId, session: OpenedSession): Promise<void>;
  /** Who is logged in, with the groups they have now; undefined once the session has ended. */
  find(
    tenant: TenantId,
    idHash: string,
  ): Promise<{ readonly person: Person; readonly identityToken?: string } | undefined>;
  close(tenant: TenantId, idHash: string): Promise<void>;
}

/** Who may act in a municipality, as the login says it. */
export interface ActorRegister {
  /** Writes the person; what was known under the same id is replaced. */
  enter(tenant: TenantId, person: Person): Promise<void>;
}

/** The municipality itself. */
export interface TenantRegister {
  /** Writes the municipality with its name; safe to repeat. */
  enter(tenant: TenantId, name: string): Promise<void>;
}

/** A message that the demo's own mail server has taken. */
export interface ReceivedMail {
  /** Its Message-ID: the same message received twice is one. */
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly type: string }[];
}

/** What the demo's mail server has received. */
export interface Mailbox {
  /** Writes the message with the municipality's clock; one with the same id changes nothing. */
  receive(tenant: TenantId, mail: ReceivedMail): Promise<void>;
  /** The newest first, at most 500. */
  list(tenant: TenantId): Promise<readonly (ReceivedMail & { readonly receivedAt: Instant })[]>;
}
