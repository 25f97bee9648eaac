import { randomBytes } from 'node:crypto';
import type { Configuration } from '../config/configuration.js';
import { demoPersonas } from '../demo/personas.js';
import { createIdentityClient, type IdentityClient } from '../login/identity-client.js';
import { createLocalIdentityProvider, type RequestHandler } from '../login/local-identity-provider.js';

/** Who checks people: the organisation's provider, or the demo's own, which must be mounted on /oidc. */
export interface Login {
  readonly identity: IdentityClient;
  readonly localProvider?: RequestHandler;
}

/** The login of the configuration. */
export async function openLogin({ oidc, publicUrl, port }: Configuration): Promise<Login> {
  const redirectUri = `${publicUrl}/auth/callback`;
  if (oidc !== undefined) return { identity: createIdentityClient({ ...oidc, redirectUri }) };

  const issuer = `${publicUrl}/oidc`;
  const client = { id: 'boligflyt', secret: randomBytes(32).toString('base64url') };
  const identity = createIdentityClient({
    issuer,
    redirectUri,
    clientId: client.id,
    clientSecret: client.secret,
    groupsClaim: 'groups',
    // The public address may lead through a proxy that this process cannot reach; the provider is right here.
    origin: `http://127.0.0.1:${port}`,
  });
  const localProvider = await createLocalIdentityProvider({ issuer, redirectUri, client, people: demoPersonas });
  return { identity, localProvider };
}
