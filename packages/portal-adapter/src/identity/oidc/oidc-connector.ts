import { derivedFrom, reaches } from '@serviceportal/form-engine';
import type { PersonAttribute } from '@serviceportal/form-engine';
import * as oidc from 'openid-client';
import { IdentityError } from '../../contract/identity.js';
import type { Identity, IdentityConnector, PendingSignIn, SignInRequest, SignInStart } from '../../contract/identity.js';
import type { OidcConfiguration } from './configuration.js';
import { storkOf } from './levels.js';
import { identityErrorOf } from './outcome.js';
import { profiles, scopesFor } from './profiles.js';
import type { ClaimNames } from './profiles.js';
import { readIdentity } from './read-identity.js';

/** Seconds that the provider has for one answer. */
const patience = 10;

/** Sign-in by OpenID Connect: authorization code with PKCE, state, nonce; ID token and user info are checked. */
export function oidcConnector(configuration: OidcConfiguration): IdentityConnector {
  let discovered: Promise<oidc.Configuration> | null = null;
  // Found once. A provider that does not answer is asked again next time; the portal starts without it.
  const provider = (): Promise<oidc.Configuration> =>
    (discovered ??= discover(configuration).catch((error: unknown) => {
      discovered = null;
      throw error;
    }));
  return {
    async begin(request) {
      try {
        return await beginAt(configuration, await provider(), request);
      } catch (error) {
        throw identityErrorOf(error);
      }
    },
    async finish(pending, query) {
      try {
        return await finishAt(configuration, await provider(), pending, query);
      } catch (error) {
        throw identityErrorOf(error);
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret, clientAuthentication }: OidcConfiguration): Promise<oidc.Configuration> {
  const authentication = clientAuthentication === 'client_secret_post' ? oidc.ClientSecretPost : oidc.ClientSecretBasic;
  // The signature is checked too, not only that the ID token came over TLS from the token endpoint.
  const execute = [oidc.enableNonRepudiationChecks];
  // The configuration takes http:// for this machine alone.
  if (issuer.startsWith('http://')) execute.push(oidc.allowInsecureRequests);
  return oidc.discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), { execute, timeout: patience });
}

async function beginAt(configuration: OidcConfiguration, provider: oidc.Configuration, request: SignInRequest): Promise<SignInStart> {
  const { redirectUri, level } = request;
  const attributes = askedFor(configuration, request.attributes);
  const pending: PendingSignIn = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    redirectUri,
    level,
    attributes,
  };
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: [...new Set([...scopesFor(attributes), ...configuration.scopes])].join(' '),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ...(configuration.alwaysAsk && { prompt: 'login' }),
    ...(level !== null && { acr_values: configuration.acrValues[level] ?? storkOf[level] }),
  });
  return { address: address.href, pending };
}

async function finishAt(
  configuration: OidcConfiguration,
  provider: oidc.Configuration,
  pending: PendingSignIn,
  query: string,
): Promise<Identity> {
  const { redirectUri, state, nonce, verifier, level } = pending;
  const address = new URL(redirectUri);
  address.search = query;
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
  const tokens = await oidc.authorizationCodeGrant(provider, address, checks);
  const claims = tokens.claims();
  if (!claims) throw new IdentityError('identity-refused', 'The identity service gave no ID token.');
  const hasUserInfo = provider.serverMetadata().userinfo_endpoint !== undefined;
  // Refuses what is about another `sub`.
  const userInfo = hasUserInfo ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub) : {};
  const identity = readIdentity(configuration, pending.attributes, claims, userInfo);
  if (level !== null && !reaches(identity.level, level)) {
    throw new IdentityError('identity-too-low', 'The person signed in with a lower level than demanded.');
  }
  return identity;
}

const profilesOf = ({ profile, claims }: OidcConfiguration): ClaimNames => ({ ...profiles[profile], ...claims });

/** The attributes to ask for so that the wanted ones are known: a line of address for street and number. */
function askedFor(configuration: OidcConfiguration, wanted: readonly PersonAttribute[]): PersonAttribute[] {
  const offered = profilesOf(configuration);
  return wanted.flatMap((attribute) =>
    (attribute in offered ? [attribute] : (derivedFrom[attribute] ?? [])).filter((one) => one in offered),
  );
}
