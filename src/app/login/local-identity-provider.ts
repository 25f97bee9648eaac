import { generateKeyPair } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import type { Configuration as ProviderConfiguration, JWK, Provider } from 'oidc-provider';
import type { DemoPerson } from '../demo/personas.js';
import { escapeHtml, sendPage } from './plain-page.js';
import { readForm } from './read-form.js';

/** What the demo's own OpenID provider is made from. */
export interface LocalIdentityProviderOptions {
  /** Its address as browsers see it, with the path that it is mounted on. */
  readonly issuer: string;
  readonly redirectUri: string;
  readonly client: { readonly id: string; readonly secret: string };
  readonly people: readonly DemoPerson[];
}

/** Answers everything below the provider's address; mounted there without any body parser before it. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An OpenID provider in this process that asks for a name and no password. For the demo only. */
export async function createLocalIdentityProvider(options: LocalIdentityProviderOptions): Promise<RequestHandler> {
  const key = await signingKey();
  const provider = await quietly(async () => {
    const { Provider } = await import('oidc-provider');
    return new Provider(options.issuer, providerConfiguration(options, key));
  });
  const handleProtocol = provider.callback();
  const { host, protocol } = new URL(options.issuer);

  return async (request, response) => {
    // Whatever name the request came under, the provider speaks of the one address that it is known by.
    request.headers.host = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    // It forgets at once who logged in: the next login asks again, so that a visitor can become somebody else.
    request.headers.cookie = request.headers.cookie?.replace(/_session(\.legacy)?(\.sig)?=[^;]*;?\s*/g, '');
    if (!request.url?.startsWith('/interaction/')) return handleProtocol(request, response);

    return choosePerson(provider, options.people, { request, response });
  };
}

async function signingKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256', kid: 'demo' };
}

function providerConfiguration(options: LocalIdentityProviderOptions, key: JWK): ProviderConfiguration {
  return {
    clients: [
      {
        client_id: options.client.id,
        client_secret: options.client.secret,
        redirect_uris: [options.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [options.client.secret] },
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => accountOf(options.people, id),
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${new URL(options.issuer).pathname}/interaction/${uid}` },
    pkce: { required: () => true },
    // Our own client needs no consent: it is the same municipality that asks and answers.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.account?.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    ttl: { Session: 60, Interaction: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
  };
}

function accountOf(people: readonly DemoPerson[], id: string) {
  const person = people.find((one) => one.id === id);
  if (person === undefined) return undefined;

  const { name, email, groups } = person;
  return { accountId: id, claims: () => ({ sub: id, name, email, groups: [...groups] }) };
}

async function choosePerson(
  provider: Provider,
  people: readonly DemoPerson[],
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (interaction === undefined) return sendPage(response, 400, expiredPage);

  const chosen = request.method === 'POST' ? (await readForm(request)).get('person') : interaction.params.login_hint;
  const person = people.find(({ id }) => id === chosen);
  if (person === undefined) return sendPage(response, 200, { title: 'Logg inn i demoen', body: listOf(people) });

  return provider.interactionFinished(request, response, { login: { accountId: person.id } });
}

const expiredPage = {
  title: 'Innloggingen er for gammel',
  body: '<p>Det gikk for lang tid. Ingenting er endret.</p><p><a class="button" href="/auth/login">Logg inn på nytt</a></p>',
};

const listOf = (people: readonly DemoPerson[]): string => `
<p>Her er alle oppdiktet, og ingen har passord. Velg hvem du vil være.</p>
<form method="post">
<ul>
${people.map(({ id, name, role }) => `<li><button name="person" value="${escapeHtml(id)}"><strong>${escapeHtml(name)}</strong> ${escapeHtml(role)}</button></li>`).join('\n')}
</ul>
</form>`;

// The library warns on the console about Node 20 and about keeping logins in memory; both are meant here.
async function quietly<Result>(make: () => Promise<Result>): Promise<Result> {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  try {
    return await make();
  } finally {
    Object.assign(console, { warn, info });
  }
}
