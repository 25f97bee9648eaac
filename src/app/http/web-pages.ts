import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Middleware } from '../login/session-middleware.js';

const OTHERS = /^\/(api|auth|oidc|health|assets)(\/|$)/;

/** Answers every page of the web with its one HTML file; the script in it finds out which page. */
export function createWebPages(webFolder: string): Middleware {
  const html = readFileSync(join(webFolder, 'index.html'));
  return async (request, response, next) => {
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    // Asked for by whoever looks at something else than a page of the web: JSON, a letter.
    if (isPage && path === '/favicon.ico') {
      response.writeHead(302, { location: '/favicon.svg' }).end();
      return undefined;
    }
    if (!isPage || OTHERS.test(path) || /\.\w+$/.test(path)) return next();

    // Never kept: the next build has other script names.
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    response.end(request.method === 'HEAD' ? undefined : html);
  };
}
