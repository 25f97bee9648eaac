import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { apiPrefix } from '../../api/api-route.js';
import { configureApi } from '../../api/configure-api.js';
import { routes } from '../../contract/routes.contract.js';
import { createHealthRoutes } from '../http/health.js';
import { listen, stopListening } from '../http/listen.js';
import { securityHeaders } from '../http/security-headers.js';
import { createWebPages } from '../http/web-pages.js';
import { createApiKeys } from '../login/api-keys.js';
import { createLoginRoutes } from '../login/login-routes.js';
import { admitKeys, refuseForeignPages, requireSession } from '../login/session-middleware.js';
import { createSessions } from '../login/sessions.js';
import type { ProcessContext } from '../process/run-process.js';
import { AppModule } from './app.module.js';
import { healthOf } from './health-of.js';
import type { Core } from './open-core.js';
import { openLogin } from './open-login.js';
import { projectRoot } from './project-root.js';

const DAYS_OF_ASSETS = 365;

// All that is meant for whoever is not logged in.
const publicPages = '/public/';
const crisisHelp = `/${routes.crisisHelp}`;

/** Opens API, login and web pages on the port of the configuration; answers when they can be reached. */
export async function openWeb(context: ProcessContext, core: Core): Promise<void> {
  const { configuration, log, stopOrder } = context;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(core, configuration.demo), {
    logger: log.forNest,
    bodyParser: false,
    abortOnError: false,
  });
  app.use(securityHeaders(configuration));
  app.use('/health', createHealthRoutes(healthOf(core, configuration)));
  await mountLogin(context, core, app);
  configureApi(app, configuration);
  servePages(app);
  await app.init();
  const server = app.getHttpServer();
  stopOrder.add(() => app.close());
  await listen(server, configuration);
  stopOrder.add(() => stopListening(server));
}

async function mountLogin({ configuration, log }: ProcessContext, core: Core, app: NestExpressApplication) {
  const { publicUrl, demo, sessionSecret } = configuration;
  const { store, tenant } = core;
  const secure = publicUrl.startsWith('https:');
  const sessions = createSessions({ tenant, secure, book: store.sessions, actors: store.people });
  const { identity, localProvider } = await openLogin(configuration);
  const secret = sessionSecret ?? randomBytes(32).toString('base64url');
  const onFailure = (error: unknown): void => log.error(error, 'A login failed');

  if (localProvider !== undefined) app.use('/oidc', localProvider);
  app.use('/auth', refuseForeignPages(publicUrl));
  app.use('/auth', createLoginRoutes({ publicUrl, secret, identity, sessions, onFailure }));
  app.use('/api', admitKeys(createApiKeys(tenant, store.apiKeys)));
  app.use('/api', refuseForeignPages(publicUrl));
  app.use(
    `/${apiPrefix}`,
    requireSession(sessions, [publicPages, crisisHelp, ...(demo ? [`/${routes.personas}`] : [])]),
  );
}

function servePages(app: NestExpressApplication): void {
  const folder = join(projectRoot, 'web', 'dist');
  if (!existsSync(join(folder, 'index.html'))) return;

  app.useStaticAssets(join(folder, 'assets'), {
    prefix: '/assets',
    immutable: true,
    maxAge: DAYS_OF_ASSETS * 86_400_000,
  });
  app.useStaticAssets(folder, { index: false });
  app.use(createWebPages(folder));
}
