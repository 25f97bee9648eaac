import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestActor } from '../../api/request-actor.js';
import type { ActorRegister, SessionBook } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { cookieOf, setCookie } from './cookies.js';
import type { LoggedIn } from './identity-client.js';

/** How long a login lasts: a working day. */
export const SESSION_SECONDS = 8 * 60 * 60;

/** Logins of people in one municipality: a secret in a cookie, its hash in the database. */
export interface Sessions {
  /** Opens a session; the answer is the `Set-Cookie` header that carries it. */
  open(loggedIn: LoggedIn): Promise<string>;
  find(request: IncomingMessage): Promise<(RequestActor & { readonly identityToken?: string }) | undefined>;
  /** Ends the session of the request, if there is one; the answer is the `Set-Cookie` header that takes it back. */
  close(request: IncomingMessage): Promise<string>;
}

/** Where sessions and people are kept, and whether the cookie may only travel encrypted. */
export interface SessionsOptions {
  readonly tenant: TenantId;
  readonly book: SessionBook;
  readonly actors: ActorRegister;
  readonly secure: boolean;
}

/** Sessions as the options say. */
export function createSessions({ tenant, book, actors, secure }: SessionsOptions): Sessions {
  // A name with this prefix cannot be set by a neighbouring host or over plain HTTP.
  const name = secure ? '__Host-boligflyt' : 'boligflyt';
  const cookie = (value?: string): string =>
    setCookie({ name, path: '/', secure, lifetimeSeconds: SESSION_SECONDS, ...(value && { value }) });
  return {
    async open({ person, identityToken }) {
      const secret = randomBytes(32).toString('base64url');
      await actors.enter(tenant, person);
      await book.open(tenant, {
        idHash: hashOf(secret),
        actor: person.id,
        lifetimeSeconds: SESSION_SECONDS,
        ...(identityToken && { identityToken }),
      });
      return cookie(secret);
    },
    async find(request) {
      const secret = cookieOf(request, name);
      const found = secret === undefined ? undefined : await book.find(tenant, hashOf(secret));
      if (found === undefined) return undefined;

      const { person, identityToken } = found;
      const actor = { id: person.id, groups: person.groups };
      return { tenant, actor, name: person.name, ...(identityToken && { identityToken }) };
    },
    async close(request) {
      const secret = cookieOf(request, name);
      if (secret !== undefined) await book.close(tenant, hashOf(secret));
      return cookie();
    },
  };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
