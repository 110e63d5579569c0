import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { IdentityBehaviour } from './behaviour.js';
import type { AuthorizationRequest } from './logins.js';
import type { DemonstrationPerson } from './persons.js';

export interface SigningKeys {
  /** Published under `jwks_uri`. */
  readonly published: JWK;
  readonly own: CryptoKey;
  /** Of somebody else, under the same `kid`. */
  readonly foreign: CryptoKey;
}

const algorithm = 'RS256';
const kid = 'attrappe-1';

export async function makeKeys(): Promise<SigningKeys> {
  const own = await generateKeyPair(algorithm);
  const foreign = await generateKeyPair(algorithm);
  return {
    published: { ...(await exportJWK(own.publicKey)), kid, alg: algorithm, use: 'sig' },
    own: own.privateKey,
    foreign: foreign.privateKey,
  };
}

/** The same person has the same name at one client, and another at another (pairwise, OpenID Connect Core 1.0, section 8.1). */
export const subjectOf = ({ key }: DemonstrationPerson, clientId: string): string =>
  createHash('sha256').update(`attrappe:${clientId}:${key}`).digest('hex').slice(0, 32);

/** OpenID Connect Core 1.0, section 2. */
export async function idToken(
  keys: SigningKeys,
  issuer: string,
  { clientId, nonce }: AuthorizationRequest,
  person: DemonstrationPerson,
  now: Date,
  behaviour: IdentityBehaviour,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000) - (behaviour === 'expired' ? 7200 : 0);
  const shownNonce = behaviour === 'wrongNonce' ? 'ein-anderer-wert-der-niemandem-gehoert' : nonce;
  const claims = { auth_time: issuedAt, acr: person.acr, ...(shownNonce !== null && behaviour !== 'noNonce' && { nonce: shownNonce }) };
  const about = <Token extends SignJWT | UnsecuredJWT>(token: Token): Token =>
    token
      .setIssuer(behaviour === 'wrongIssuer' ? `${issuer}/fremd` : issuer)
      .setSubject(subjectOf(person, clientId))
      .setAudience(behaviour === 'wrongAudience' ? 'ein-anderes-portal' : clientId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + 300) as Token;
  if (behaviour === 'unsigned') return about(new UnsecuredJWT(claims)).encode();
  const token = about(new SignJWT(claims)).setProtectedHeader({ alg: algorithm, kid });
  return token.sign(behaviour === 'foreignKey' ? keys.foreign : keys.own);
}
