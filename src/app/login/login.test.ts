import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { requestActorOf } from '../../api/request-actor.js';
import type { Person } from '../../runtime/case-ports.js';
import { idOf } from '../../shared/id.js';
import { demoPersonas } from '../demo/personas.js';
import { createIdentityClient } from './identity-client.js';
import { createLocalIdentityProvider } from './local-identity-provider.js';
import { createLoginRoutes } from './login-routes.js';
import { requireSession } from './session-middleware.js';
import { createSessions } from './sessions.js';

const people = new Map<string, Person>();
const open = new Map<string, string>();
const sessionsOf = () =>
  createSessions({
    tenant: idOf<'Tenant'>('trondheim'),
    secure: false,
    actors: { enter: async (_tenant, person) => void people.set(person.id, person) },
    book: {
      open: async (_tenant, { idHash, actor }) => void open.set(idHash, actor),
      find: async (_tenant, idHash) => {
        const person = people.get(open.get(idHash) ?? '');
        return person && { person };
      },
      close: async (_tenant, idHash) => void open.delete(idHash),
    },
  });

let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`;
  server.on('request', await everything());
});
afterAll(() => server.close());

async function everything() {
  const client = { id: 'boligflyt', secret: 's'.repeat(40) };
  const issuer = `${address}/oidc`;
  const redirectUri = `${address}/auth/callback`;
  const sessions = sessionsOf();
  const provider = await createLocalIdentityProvider({ issuer, redirectUri, client, people: demoPersonas });
  const identity = createIdentityClient({
    issuer,
    redirectUri,
    clientId: client.id,
    clientSecret: client.secret,
    groupsClaim: 'groups',
  });
  const onFailure = (error: unknown): void => console.error(error);
  const login = createLoginRoutes({ publicUrl: address, secret: 'hemmelig', identity, sessions, onFailure });
  const guard = requireSession(sessions, ['/demo/personas']);
  const mounts: [string, (request: IncomingMessage, response: ServerResponse) => Promise<unknown>][] = [
    ['/oidc', provider],
    ['/auth', login],
    [
      '/api/v1',
      (request, response) =>
        guard(request, response, () => response.end(JSON.stringify(requestActorOf(request) ?? null))),
    ],
  ];
  return (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '';
    const [path, handle] = mounts.find(([prefix]) => url.startsWith(prefix)) ?? [];
    Object.assign(request, { originalUrl: url, url: url.slice(path?.length) });
    if (handle === undefined) response.end('forsiden');
    else void handle(request, response);
  };
}

function browser() {
  const jar = new Map<string, string>();
  const go = async (url: string, body?: string): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) };
    const post = body === undefined ? {} : { method: 'POST', body };
    const response = await fetch(new URL(url, address), { redirect: 'manual', headers, ...post });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    return location === null || body === 'stay' ? response : go(new URL(location, response.url).href);
  };
  return { go, jar };
}

const loginPage = async (visitor: ReturnType<typeof browser>): Promise<Response> =>
  visitor.go('/auth/login?returnTo=/api/v1/me');

it('lets a visitor choose among all 15 people and come back logged in, with the person’s groups', async () => {
  const visitor = browser();
  const page = await loginPage(visitor);
  const choices = (await page.text()).match(/<button name="person"/g);

  const me: unknown = await (await visitor.go(page.url, 'person=kari')).json();

  expect(choices).toHaveLength(15);
  expect(me).toEqual({
    tenant: 'trondheim',
    actor: { id: 'kari', groups: ['hvk', 'delegert-myndighet'] },
    name: 'Kari Nordli',
  });
  expect(people.get('kari')?.email).toBe('kari@boligflyt.test');
});

it('goes straight through for a login_hint that names one of them, and changes person', async () => {
  const visitor = browser();
  await visitor.go('/auth/login?login_hint=kari');

  const me = await visitor.go('/auth/login?login_hint=siv&returnTo=/api/v1/me');

  await expect(me.json()).resolves.toMatchObject({ actor: { id: 'siv', groups: ['soker'] } });
});

it('answers 401 without a session, after a logout, and for a cookie that was made up', async () => {
  const visitor = browser();
  const before = await visitor.go('/api/v1/me');
  await visitor.go('/auth/login?login_hint=kari');
  await visitor.go('/auth/logout', 'stay');
  const after = await visitor.go('/api/v1/me');
  visitor.jar.set('boligflyt', 'funnet-paa');
  const forged = await visitor.go('/api/v1/me');

  expect([before.status, after.status, forged.status]).toEqual([401, 401, 401]);
  expect(before.headers.get('content-type')).toBe('application/problem+json');
  await expect(before.json()).resolves.toMatchObject({ code: 'not-signed-in', status: 401 });
});

it('keeps what a person without a session may read open, and nothing beside it', async () => {
  const open = await browser().go('/api/v1/demo/personas');
  const closed = await browser().go('/api/v1/demo/personas/kari');

  expect([open.status, closed.status]).toEqual([200, 401]);
});

it('never keeps the secret of a session, only its hash', async () => {
  const visitor = browser();
  await visitor.go('/auth/login?login_hint=kari');

  const secret = visitor.jar.get('boligflyt') ?? '';

  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect([...open.keys()].join()).not.toContain(secret);
});

it.each(['//ond.test', 'https://ond.test/', '/\\ond.test'])('does not send people on to %s after login', async (to) => {
  const visitor = browser();

  const response = await visitor.go(`/auth/login?login_hint=kari&returnTo=${encodeURIComponent(to)}`);

  expect(response.url).toBe(`${address}/`);
});

it('refuses an answer that no login of this browser asked for', async () => {
  const response = await browser().go('/auth/callback?code=x&state=y');

  expect(response.status).toBe(400);
});
