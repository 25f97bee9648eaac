import * as oidc from 'openid-client';
import { z } from 'zod';
import type { Person } from '../../runtime/case-ports.js';
import { idOf } from '../../shared/id.js';

/** How to reach an OpenID provider: the organisation's own, or the demo's. */
export interface IdentityClientOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly groupsClaim: string;
  readonly redirectUri: string;
  /** Where requests to the issuer really go, when that is not the address browsers use. */
  readonly origin?: string;
}

/** What must be remembered while the person is away at the provider. */
export const pendingLoginShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
export type PendingLogin = z.infer<typeof pendingLoginShape>;

/** Who has come back from the provider. */
export interface LoggedIn {
  readonly person: Person;
  readonly identityToken: string | undefined;
}

/** Logs people in with OpenID Connect: authorization code with PKCE, state and nonce. */
export interface IdentityClient {
  begin(
    returnTo: string,
    loginHint: string | undefined,
  ): Promise<{ readonly url: string; readonly pending: PendingLogin }>;
  /** Rejects when anything in the answer is not as it was asked for. */
  finish(answer: URL, pending: PendingLogin): Promise<LoggedIn>;
  /** Where to log out at the provider too, if it offers that. */
  endSessionUrl(identityToken: string | undefined, returnTo: string): Promise<string | undefined>;
}

const SCOPE = 'openid profile email';

/** A client of one provider. The provider is asked for its addresses at the first login, and again if that failed. */
export function createIdentityClient(options: IdentityClientOptions): IdentityClient {
  let discovered: Promise<oidc.Configuration> | undefined;
  const provider = (): Promise<oidc.Configuration> => {
    discovered ??= discover(options).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };
  return {
    begin: async (returnTo, loginHint) => begin(await provider(), options, { returnTo, loginHint }),
    finish: async (answer, pending) => finish(await provider(), options, { answer, pending }),
    async endSessionUrl(identityToken, returnTo) {
      const configuration = await provider();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: returnTo,
        ...(identityToken && { id_token_hint: identityToken }),
      }).href;
    },
  };
}

function discover({ issuer, clientId, clientSecret, origin }: IdentityClientOptions): Promise<oidc.Configuration> {
  const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  if (origin === undefined) return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });

  const fetchThere: oidc.CustomFetch = (url, { body, ...request }) =>
    fetch(url.replace(new URL(issuer).origin, origin), body === undefined ? request : { ...request, body });
  return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute,
    [oidc.customFetch]: fetchThere,
  });
}

async function begin(
  provider: oidc.Configuration,
  options: IdentityClientOptions,
  { returnTo, loginHint }: { readonly returnTo: string; readonly loginHint: string | undefined },
): Promise<{ readonly url: string; readonly pending: PendingLogin }> {
  const verifier = oidc.randomPKCECodeVerifier();
  const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, returnTo };
  const url = oidc.buildAuthorizationUrl(provider, {
    ...(loginHint && { login_hint: loginHint }),
    redirect_uri: options.redirectUri,
    scope: SCOPE,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, pending };
}

async function finish(
  provider: oidc.Configuration,
  options: IdentityClientOptions,
  { answer, pending }: { readonly answer: URL; readonly pending: PendingLogin },
): Promise<LoggedIn> {
  const tokens = await oidc.authorizationCodeGrant(provider, answer, {
    pkceCodeVerifier: pending.verifier,
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('Expected an identity token, but the provider sent none');

  // Some providers keep groups out of the identity token.
  const more =
    claims[options.groupsClaim] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
      ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
      : {};
  return { person: personFrom({ ...more, ...claims }, options.groupsClaim), identityToken: tokens.id_token };
}

const claimsShape = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});

function personFrom(claims: Readonly<Record<string, unknown>>, groupsClaim: string): Person {
  const { sub, name, preferred_username: username, email } = claimsShape.parse(claims);
  const groups = z.union([z.array(z.string()), z.string().transform((one) => [one])]).safeParse(claims[groupsClaim]);
  return {
    id: idOf<'Actor'>(sub),
    name: name ?? username ?? sub,
    groups: groups.success ? groups.data : [],
    ...(email && { email }),
  };
}
