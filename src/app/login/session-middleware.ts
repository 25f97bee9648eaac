import type { IncomingMessage, ServerResponse } from 'node:http';
import { rememberRequestActor, requestActorOf } from '../../api/request-actor.js';
import { bearerOf, type ApiKeys } from './api-keys.js';
import { isFromOwnPages } from './same-origin.js';
import type { Sessions } from './sessions.js';

/** Express' kind of middleware, said with Node's own types. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => Promise<void>;

/**
 * Remembers whom a program acts as by its key. A request with a key that does not hold is refused, whatever cookie it has too; one
 * without any goes on to the session. Mounted before `refuseForeignPages`.
 */
export function admitKeys(keys: Pick<ApiKeys, 'find'>): Middleware {
  return async (request, response, next) => {
    const bearer = bearerOf(request);
    if (bearer === undefined) return next();
    const found = await keys.find(bearer).catch((error: unknown) => ({ error }));
    if (found !== undefined && 'error' in found) return next(found.error);
    if (found !== undefined) rememberRequestActor(request, found);
    if (found !== undefined) return next();

    response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
    sendProblem(response, 401, { code: 'api-key-invalid', title: 'Nøkkelen er feil, utløpt eller trukket tilbake.' });
  };
}

/**
 * Refuses a change that another site's page asks for, with cookies that it must not use (CSRF). Whoever was admitted by a key is
 * not asked: browsers send a key along for nobody.
 */
export function refuseForeignPages(publicUrl: string): Middleware {
  return async (request, response, next) => {
    if (requestActorOf(request) !== undefined || isFromOwnPages(request, publicUrl)) return next();
    sendProblem(response, 403, { code: 'foreign-origin', title: 'Forespørselen kom fra et annet nettsted.' });
  };
}

/** Remembers who sends a request to the API, unless a key has told; without a session only `openPaths` are answered, and what is below those that end with a slash. */
export function requireSession(sessions: Pick<Sessions, 'find'>, openPaths: readonly string[]): Middleware {
  return async (request, response, next) => {
    if (requestActorOf(request) !== undefined) return next();
    const found = await sessions.find(request).catch((error: unknown) => ({ error }));
    if (found !== undefined && 'error' in found) return next(found.error);
    if (found !== undefined) rememberRequestActor(request, found);
    if (found !== undefined || isOpen(openPaths, (request.url ?? '').replace(/\?.*$/, ''))) return next();

    sendProblem(response, 401, { code: 'not-signed-in', title: 'Du må logge inn.' });
  };
}

const isOpen = (openPaths: readonly string[], path: string): boolean =>
  openPaths.some((open) => (open.endsWith('/') ? path.startsWith(open) : path === open));

function sendProblem(
  response: ServerResponse,
  status: number,
  { code, title }: { readonly code: string; readonly title: string },
): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ type: 'about:blank', title, status, code }));
}
