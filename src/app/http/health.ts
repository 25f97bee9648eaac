import { createHash, timingSafeEqual } from 'node:crypto';
import type { Readiness } from '../../runtime/readiness.js';
import type { RequestHandler } from '../login/local-identity-provider.js';

/** What the health routes tell. */
export interface HealthParts {
  readonly readiness: () => Promise<Readiness>;
  /** Figures for whoever watches the service, in the text format of Prometheus; counts only, nothing of anybody. */
  readonly figures: () => Promise<string>;
  /** What a watcher says to be told figures; without one nobody is. */
  readonly metricsToken?: string;
}

interface Answer {
  readonly status: number;
  readonly type: 'application/json' | 'text/plain; version=0.0.4';
  readonly body: string;
}

/** Handles /health/live, /health/ready and /health/metrics. */
export function createHealthRoutes(parts: HealthParts): RequestHandler {
  return async (request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    const { status, type, body } = await answerTo(parts, path, request.headers.authorization);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  };
}

async function answerTo(parts: HealthParts, path: string, authorization: string | undefined): Promise<Answer> {
  if (path === '/live') return json(200, { status: 'ok' });
  if (path === '/metrics' && mayReadFigures(parts, authorization)) {
    const body = await parts.figures().catch(() => undefined);
    return body === undefined ? unavailable : { status: 200, type: 'text/plain; version=0.0.4', body };
  }
  if (path !== '/ready') return json(404, { status: 'unavailable' });
  const { isReady, checks } = await parts.readiness();
  return json(isReady ? 200 : 503, { status: isReady ? 'ok' : 'unavailable', checks });
}

const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

const unavailable = json(503, { status: 'unavailable' });

const mayReadFigures = ({ metricsToken }: HealthParts, authorization: string | undefined): boolean =>
  metricsToken !== undefined && timingSafeEqual(digest(`Bearer ${metricsToken}`), digest(authorization ?? ''));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
