import type { RequestHandler } from '../login/local-identity-provider.js';

/** Handles /health/live and /health/ready; `isReady` answers whether work can be done now. */
export function createHealthRoutes(isReady: () => Promise<boolean>): RequestHandler {
  return async (request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    const status =
      path === '/live' ? 200 : path === '/ready' ? ((await isReady().catch(() => false)) ? 200 : 503) : 404;
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ status: status === 200 ? 'ok' : 'unavailable' }));
  };
}
