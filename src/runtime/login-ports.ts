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

/** A key by which a program acts as a person. Only the hash of its secret is ever kept. */
export interface NewApiKey {
  readonly id: string;
  /** SHA-256 of the secret, hexadecimal. */
  readonly secretHash: string;
  readonly actor: Id<'Actor'>;
  /** What it is for. */
  readonly name: string;
  /** Who makes it. */
  readonly createdBy: string;
  /** At most a year. */
  readonly lifetimeSeconds: number;
}

/** What may be told of a key that was made. */
export interface ApiKey {
  readonly id: string;
  readonly actor: Id<'Actor'>;
  readonly name: string;
  readonly state: 'valid' | 'expired' | 'revoked';
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly expiresAt: Instant;
  readonly revokedAt?: Instant;
  /** The hour in which it was last used; absent when it never was. */
  readonly lastUsedAt?: Instant;
}

/** A key that is valid now, whose secret is still to be compared. */
export interface FoundApiKey {
  readonly secretHash: string;
  /** Whom it acts as, with the groups that the person had at the last login. */
  readonly person: Person;
  /** True when this hour is already noted as the last use. */
  readonly isUseNoted: boolean;
}

/** Every key. Lifetimes are counted in real time, whatever the demo's clock says. */
export interface ApiKeyBook {
  /** Answers the key as it was made, or undefined when there is no such person. */
  create(tenant: TenantId, key: NewApiKey): Promise<ApiKey | undefined>;
  /** The newest first. */
  list(tenant: TenantId): Promise<readonly ApiKey[]>;
  /** False when there is no such key. A key that was revoked before stays revoked since then. */
  revoke(tenant: TenantId, id: string): Promise<boolean>;
  /** Undefined for a key that does not exist, has expired or is revoked. */
  find(tenant: TenantId, id: string): Promise<FoundApiKey | undefined>;
  /** Notes the present hour as the last use. */
  noteUse(tenant: TenantId, id: string): Promise<void>;
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
