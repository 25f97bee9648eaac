import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestActor } from '../../api/request-actor.js';
import type { ApiKey, ApiKeyBook, NewApiKey } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';

/** The longest that a key may last. */
export const MOST_DAYS = 365;

/** A key that was just made, with the text that its holder must keep: it is told once, here. */
export interface MadeApiKey {
  readonly key: ApiKey;
  readonly secret: string;
}

/** Keys of programs in one municipality: `bf_<id>_<secret>`, of which the database holds the id and a hash. */
export interface ApiKeys {
  /** Undefined when nobody of that id is known. */
  make(wanted: Omit<NewApiKey, 'id' | 'secretHash'>): Promise<MadeApiKey | undefined>;
  /** Whom the program acts as; undefined when the key is wrong, expired or revoked. */
  find(bearer: string): Promise<RequestActor | undefined>;
}

const FORMAT = /^bf_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/;

/** Keys as `book` keeps them. */
export function createApiKeys(tenant: TenantId, book: ApiKeyBook): ApiKeys {
  return {
    async make(wanted) {
      const id = randomBytes(6).toString('hex');
      const secret = randomBytes(32).toString('base64url');
      const key = await book.create(tenant, { ...wanted, id, secretHash: digest(secret).toString('hex') });
      return key && { key, secret: `bf_${id}_${secret}` };
    },
    async find(bearer) {
      const [, id, secret] = FORMAT.exec(bearer) ?? [];
      if (id === undefined || secret === undefined) return undefined;
      const found = await book.find(tenant, id);
      if (found === undefined || !timingSafeEqual(digest(secret), Buffer.from(found.secretHash, 'hex')))
        return undefined;

      if (!found.isUseNoted) await book.noteUse(tenant, id);
      const { person } = found;
      return { tenant, actor: { id: person.id, groups: person.groups }, name: person.name };
    },
  };
}

/** What a program says it is allowed by; undefined when the request says nothing of the kind. */
export function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
