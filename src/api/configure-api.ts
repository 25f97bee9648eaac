import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { speakNorwegian } from '../contract/id.contract.js';
import { routes } from '../contract/routes.contract.js';
import { readAsAsker } from './access/read-as-asker.js';
import { apiPrefix } from './api-route.js';
import { refuseHarmfulBody } from './input/refuse-harmful-body.js';
import { ValidateInputPipe } from './input/validate-input.pipe.js';
import { serveOpenApi } from './openapi.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { problem } from './problem/problem.js';

const largestBody = 10_000_000;
const largestCommand = 256_000;
const largeBodies: ReadonlySet<string> = new Set(
  [routes.definitions, routes.homeImport, routes.buildingImport, routes.rentFileImport].map(
    (route) => `/${apiPrefix}/${route}`,
  ),
);

/** What the API must know of what stands in front of it. */
export interface ApiSurroundings {
  /** How many proxies are believed when they say who asked; 0 where no `X-Forwarded-For` counts. */
  readonly trustedProxies: number;
}

/** Sets on the application what every route of the API relies on: parsing, validation, problems, documentation. */
export function configureApi(
  app: NestExpressApplication,
  { trustedProxies }: ApiSurroundings = { trustedProxies: 0 },
): void {
  speakNorwegian();
  // Who asks is known by their address where nobody is logged in; a proxy that nobody named could say anything.
  app.set('trust proxy', trustedProxies);
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(readAsAsker);
  app.use(`/${apiPrefix}`, guardRequest);
  app.useBodyParser('json', bodyOptions);
  app.use(`/${apiPrefix}`, refuseHarmfulBody);
  app.useGlobalPipes(new ValidateInputPipe());
  app.useGlobalFilters(new ProblemFilter());
  serveOpenApi(app);
}

// `verify` is the parser's own option; Nest's type does not list it.
const bodyOptions = { limit: largestBody, verify: refuseLargeCommand };

function guardRequest(request: Request, response: Response, next: NextFunction): void {
  response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  next(hasBody && !isJson ? problem('unsupported-media-type') : undefined);
}

// Only a set of diagrams and a file of records may be large; the parser's own limit cannot tell one address from another.
function refuseLargeCommand(request: { readonly url?: string | undefined }, _: unknown, body: Buffer): void {
  const path = request.url?.split('?')[0] ?? '';
  if (body.length > largestCommand && !largeBodies.has(path)) throw new PayloadTooLarge();
}

class PayloadTooLarge extends Error {
  readonly status = 413;
  readonly type = 'entity.too.large';
}
