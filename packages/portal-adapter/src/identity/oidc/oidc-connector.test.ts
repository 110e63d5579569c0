import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { PersonAttribute } from '@serviceportal/form-engine';
import type { IdentityConnector, PendingSignIn, SignInRequest } from '../../contract/identity.js';
import { startIdentityProvider } from '../../simulators/identity-provider/identity-provider.js';
import type { RunningIdentityProvider } from '../../simulators/identity-provider/identity-provider.js';
import { createIdentityConnector, identityConfiguration } from '../create-identity-connector.js';
import { signInAt } from './sign-in.test-support.js';

const redirectUri = 'http://127.0.0.1:9/anmeldung/zurueck';
const secret = 'ein geheimnis: mit % und +';
const everything: readonly PersonAttribute[] = ['given-names', 'family-name', 'birth-date', 'street-address', 'postcode', 'place', 'email'];
const request: SignInRequest = { redirectUri, attributes: everything, level: null };

let provider: RunningIdentityProvider;
beforeAll(async () => {
  const client = { id: 'portal', secret, mayReturnTo: (address: string) => address === redirectUri };
  provider = await startIdentityProvider({ port: 0, clients: [client] });
});
afterEach(() => provider.behave('honest'));
afterAll(() => provider.close());

const connectorWith = (changes: object = {}): IdentityConnector =>
  createIdentityConnector(
    identityConfiguration.parse({ connector: 'oidc', issuer: provider.issuer, clientId: 'portal', clientSecret: secret, ...changes }),
  );

async function signedIn(connector: IdentityConnector, person: string | null, wanted: Partial<SignInRequest> = {}) {
  const { address, pending } = await connector.begin({ ...request, ...wanted });
  return { pending, back: await signInAt(address, person), asked: new URL(address).searchParams };
}

async function whoIs(person: string | null, wanted: Partial<SignInRequest> = {}, changes: object = {}) {
  const connector = connectorWith(changes);
  const { pending, back } = await signedIn(connector, person, wanted);
  return connector.finish(pending, back.searchParams.toString());
}

describe('signing in', () => {
  test('gives what was asked for, with its level', async () => {
    expect(await whoIs('erika')).toMatchObject({
      pseudonym: expect.stringMatching(/^[0-9a-f]{32}$/),
      level: 'high',
      attributes: {
        'given-names': { value: 'Erika', level: 'high' },
        'birth-date': { value: '1984-08-12', level: 'high' },
        'street-address': { value: 'Heidestraße 17', level: 'high' },
        // Nobody has checked it: the account only keeps what the person told it.
        email: { value: 'erika.mustermann@example.org', level: 'basic' },
      },
    });
  });

  test('by a password nothing is verified, and what the account does not know is not there', async () => {
    const { level, attributes } = await whoIs('otto');
    expect(level).toBe('basic');
    expect(Object.keys(attributes).sort()).toEqual(['email', 'family-name', 'given-names']);
  });

  test('names keep every letter; a year is no date of birth', async () => {
    expect((await whoIs('cagla')).attributes['family-name']?.value).toBe('Đorđević-Öztürk');
    expect((await whoIs('mina')).attributes['birth-date']).toBeUndefined();
  });

  test('asks for the scopes of what is wanted, and reads no more', async () => {
    const { asked } = await signedIn(connectorWith(), 'erika', { attributes: ['family-name'] });
    expect(asked.get('scope')).toBe('openid profile');
    expect(Object.keys((await whoIs('erika', { attributes: ['family-name'] })).attributes)).toEqual(['family-name']);
    const street = await signedIn(connectorWith(), 'erika', { attributes: ['street'] });
    expect(street.asked.get('scope')).toBe('openid address');
    expect(street.pending.attributes).toEqual(['street-address']);
  });

  test('sends PKCE, state and nonce, each time others', async () => {
    const connector = connectorWith();
    const [a, b] = [await connector.begin(request), await connector.begin(request)];
    const asked = new URL(a.address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).not.toBe(a.pending.verifier);
    for (const part of ['state', 'nonce', 'verifier'] as const) expect(a.pending[part]).not.toBe(b.pending[part]);
  });

  test('lets the provider ask who it is each time, unless it is told not to', async () => {
    const promptOf = async (connector: IdentityConnector): Promise<string | null> =>
      new URL((await connector.begin(request)).address).searchParams.get('prompt');
    expect(await promptOf(connectorWith())).toBe('login');
    expect(await promptOf(connectorWith({ alwaysAsk: false }))).toBeNull();
  });

  test('with client_secret_post too', async () => {
    expect((await whoIs('erika', {}, { clientAuthentication: 'client_secret_post' })).level).toBe('high');
  });

  test('asks for the least level, and does not take less', async () => {
    const { asked } = await signedIn(connectorWith(), 'erika', { level: 'substantial' });
    expect(asked.get('acr_values')).toBe('STORK-QAA-Level-3');
    expect((await whoIs('cagla', { level: 'substantial' })).level).toBe('substantial');
    await expect(whoIs('otto', { level: 'substantial' })).rejects.toMatchObject({ code: 'identity-too-low' });
  });

  test('a level that nobody knows is the least', async () => {
    expect((await whoIs('erika', {}, { levelClaim: 'auth_time' })).level).toBe('basic');
  });
});

describe('what is refused', () => {
  const refused = { code: 'identity-refused' };

  test.each([
    'wrongNonce',
    'noNonce',
    'unsigned',
    'foreignKey',
    'wrongIssuer',
    'wrongAudience',
    'expired',
    'otherUserInfo',
    'garbage',
  ] as const)('an answer: %s', async (behaviour) => {
    provider.behave(behaviour);
    await expect(whoIs('erika')).rejects.toMatchObject(refused);
    provider.behave('honest');
    expect((await whoIs('erika')).level).toBe('high');
  });

  test('a state that is not ours', async () => {
    provider.behave('wrongState');
    await expect(whoIs('erika')).rejects.toMatchObject(refused);
  });

  test('a break-off with a state that is not ours', async () => {
    const connector = connectorWith();
    const { pending } = await connector.begin(request);
    await expect(connector.finish(pending, `error=access_denied&state=x&iss=${provider.issuer}`)).rejects.toMatchObject(refused);
  });

  test('an answer from another provider (mix-up, RFC 9207), or without saying from which', async () => {
    const connector = connectorWith();
    for (const iss of ['https://andere.example', null]) {
      const { pending, back } = await signedIn(connector, 'erika');
      if (iss === null) back.searchParams.delete('iss');
      else back.searchParams.set('iss', iss);
      await expect(connector.finish(pending, back.searchParams.toString())).rejects.toMatchObject(refused);
    }
  });

  test('a code a second time', async () => {
    const connector = connectorWith();
    const { pending, back } = await signedIn(connector, 'erika');
    await connector.finish(pending, back.searchParams.toString());
    await expect(connector.finish(pending, back.searchParams.toString())).rejects.toMatchObject(refused);
  });

  test('the code of somebody else: it was not asked for with our verifier', async () => {
    const connector = connectorWith();
    const theirs = await signedIn(connector, 'cagla');
    const ours = await connector.begin(request);
    const forged: PendingSignIn = { ...ours.pending, state: theirs.pending.state, nonce: theirs.pending.nonce };
    await expect(connector.finish(forged, theirs.back.searchParams.toString())).rejects.toMatchObject(refused);
  });

  test('a wrong client secret', async () => {
    await expect(whoIs('erika', {}, { clientSecret: 'falsch' })).rejects.toMatchObject(refused);
  });

  test('an address that nobody registered: the provider sends nobody there', async () => {
    const { address } = await connectorWith().begin({ ...request, redirectUri: 'http://127.0.0.1:9/woanders' });
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(400);
  });
});

describe('what happens besides', () => {
  test('the person breaks off', async () => {
    await expect(whoIs(null)).rejects.toMatchObject({ code: 'identity-denied' });
  });

  test('the provider fails, or is not there', async () => {
    provider.behave('tokenFails');
    await expect(whoIs('erika')).rejects.toMatchObject({ code: 'identity-unavailable' });
    const gone = connectorWith({ issuer: `http://127.0.0.1:${await freePort()}` });
    await expect(gone.begin(request)).rejects.toMatchObject({ code: 'identity-unavailable' });
  });

  test('messages hold nothing that came from the provider or the person', async () => {
    provider.behave('wrongNonce');
    const error = await whoIs('erika').catch((caught: unknown) => caught as Error);
    expect(String(error)).not.toMatch(/Erika|Mustermann|niemandem/);
  });
});

describe('the configuration', () => {
  const base = { connector: 'oidc', clientId: 'x', clientSecret: 'y' };

  test.each(['http://konto.example', 'http://localhost.example', 'ftp://x', 'x'])('%s is no issuer', (issuer) => {
    expect(identityConfiguration.safeParse({ ...base, issuer }).success).toBe(false);
  });

  test('http:// is taken on this machine', () => {
    expect(identityConfiguration.safeParse({ ...base, issuer: 'http://localhost:8082' }).success).toBe(true);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
