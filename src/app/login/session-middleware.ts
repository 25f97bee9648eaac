import type { IncomingMessage, ServerResponse } from 'node:http';
import { rememberRequestActor } from '../../api/request-actor.js';
import { isFromOwnPages } from './same-origin.js';
import type { Sessions } from './sessions.js';

/** Express' kind of middleware, said with Node's own types. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => Promise<void>;

/** Refuses a change that another site's page asks for, with cookies that it must not use (CSRF). */
export function refuseForeignPages(publicUrl: string): Middleware {
  return async (request, response, next) => {
    if (isFromOwnPages(request, publicUrl)) return next();
    sendProblem(response, 403, { code: 'foreign-origin', title: 'Forespørselen kom fra et annet nettsted.' });
  };
}

/** Remembers who sends a request to the API; without a session only `openPaths` are answered. */
export function requireSession(sessions: Sessions, openPaths: readonly string[]): Middleware {
  return async (request, response, next) => {
    const found = await sessions.find(request).catch((error: unknown) => ({ error }));
    if (found !== undefined && 'error' in found) return next(found.error);
    if (found !== undefined) rememberRequestActor(request, found);
    if (found !== undefined || openPaths.includes((request.url ?? '').replace(/\?.*$/, ''))) return next();

    sendProblem(response, 401, { code: 'not-signed-in', title: 'Du må logge inn.' });
  };
}

function sendProblem(
  response: ServerResponse,
  status: number,
  { code, title }: { readonly code: string; readonly title: string },
): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ type: 'about:blank', title, status, code }));
}
