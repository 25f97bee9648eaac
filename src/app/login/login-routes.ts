import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieOf, setCookie, sign, unsign } from './cookies.js';
import { pendingLoginShape, type IdentityClient, type PendingLogin } from './identity-client.js';
import type { RequestHandler } from './local-identity-provider.js';
import { sendPage } from './plain-page.js';
import type { Sessions } from './sessions.js';

/** What login needs: who checks people, where sessions go, and the address that browsers use. */
export interface LoginOptions {
  readonly publicUrl: string;
  readonly secret: string;
  readonly identity: IdentityClient;
  readonly sessions: Sessions;
  /** Hears of logins that failed; the person is only told to try again. */
  readonly onFailure: (error: unknown) => void;
}

const PENDING = 'boligflyt_login';
const PENDING_SECONDS = 600;

/** Handles /auth/login, /auth/callback and /auth/logout; mounted on /auth. */
export function createLoginRoutes(options: LoginOptions): RequestHandler {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', options.publicUrl);
    try {
      if (url.pathname === '/login') return await login(options, url, { request, response });
      if (url.pathname === '/callback') return await callback(options, url, { request, response });
      if (url.pathname === '/logout') return await logout(options, { request, response });
      sendPage(response, 404, { title: 'Siden finnes ikke', body: again });
    } catch (error) {
      options.onFailure(error);
      sendPage(response, 502, { title: 'Innloggingen virker ikke akkurat nå', body: again });
    }
  };
}

const again = '<p>Ingenting er endret.</p><p><a class="button" href="/auth/login">Prøv å logge inn igjen</a></p>';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function login(options: LoginOptions, url: URL, { request, response }: Exchange): Promise<void> {
  // The cookie of a login under way belongs to one host name: the one that the provider sends people back to.
  const { host } = new URL(options.publicUrl);
  if (request.headers.host !== host) return redirect(response, `${options.publicUrl}/auth/login${url.search}`, []);

  const hint = url.searchParams.get('login_hint') ?? undefined;
  const begun = await options.identity.begin(localPath(url.searchParams.get('returnTo')), hint);
  redirect(response, begun.url, [pendingCookie(options, begun.pending)]);
}

async function callback(options: LoginOptions, url: URL, { request, response }: Exchange): Promise<void> {
  const pending = pendingLogin(options, request);
  const forget = pendingCookie(options, undefined);
  if (pending === undefined || url.searchParams.has('error')) {
    response.setHeader('set-cookie', forget);
    return sendPage(response, 400, { title: 'Innloggingen ble avbrutt', body: again });
  }
  const answer = new URL(`${options.publicUrl}/auth/callback${url.search}`);
  const loggedIn = await options.identity.finish(answer, pending);
  // Whoever was logged in here before is logged out; the new session has a new secret.
  await options.sessions.close(request);
  redirect(response, pending.returnTo, [forget, await options.sessions.open(loggedIn)]);
}

async function logout(options: LoginOptions, { request, response }: Exchange): Promise<void> {
  if (request.method !== 'POST') return sendPage(response, 200, { title: 'Logg ut', body: logoutForm });

  const session = await options.sessions.find(request);
  const cookie = await options.sessions.close(request);
  const elsewhere = await options.identity.endSessionUrl(session?.identityToken, `${options.publicUrl}/`);
  redirect(response, elsewhere ?? '/', [cookie]);
}

const logoutForm = '<form method="post" action="/auth/logout"><button>Logg ut av Boligflyt</button></form>';

function pendingLogin(options: LoginOptions, request: IncomingMessage): PendingLogin | undefined {
  const text = unsign(cookieOf(request, PENDING) ?? '', options.secret);
  return text === undefined ? undefined : pendingLoginShape.parse(JSON.parse(text));
}

const pendingCookie = (options: LoginOptions, pending: PendingLogin | undefined): string =>
  setCookie({
    name: PENDING,
    path: '/auth',
    secure: options.publicUrl.startsWith('https:'),
    lifetimeSeconds: PENDING_SECONDS,
    ...(pending && { value: sign(JSON.stringify(pending), options.secret) }),
  });

// Only a path of ours: an address from outside would make the login a springboard.
const localPath = (path: string | null): string => (path !== null && /^\/(?![/\\])/.test(path) ? path : '/');

function redirect(response: ServerResponse, location: string, cookies: readonly string[]): void {
  response.writeHead(303, { location, 'set-cookie': [...cookies], 'cache-control': 'no-store' });
  response.end();
}
