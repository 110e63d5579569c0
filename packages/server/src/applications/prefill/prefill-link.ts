import { hkdfSync } from 'node:crypto';
import type { Position } from '@serviceportal/form-engine';
import { decodeProtectedHeader, EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { JWTPayload } from 'jose';
import type { RunningService } from '../running-service.js';

/** Who may prepare applications: an office, or a Fachverfahren. */
export interface LinkIssuer {
  /** Lower-case letters, digits, hyphens. */
  readonly key: string;
  /** As people know it: "Steueramt". */
  readonly name: string;
  /** 32 bytes that only the issuer and this portal know. */
  readonly secret: Uint8Array;
}

/** Longer addresses are cut by mail programs and proxies. */
const longestToken = 6_000;

const algorithm = { alg: 'dir', enc: 'A256GCM' } as const;

/** HKDF (RFC 5869): the secret itself encrypts nothing. */
const keyOf = ({ secret }: LinkIssuer): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', 'serviceportal:prefill-link', 32));

/** For which service of which municipality a link is. */
const audienceOf = (ars: string, serviceKey: string): string => `${ars}/${serviceKey}`;

export interface LinkContent {
  readonly serviceKey: string;
  readonly ars: string;
  /** Texts by path. */
  readonly values: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly id: string;
}

/** A link's token: claims that only the holder of the secret can make, and only this portal can read (JWE, RFC 7516; JWT, RFC 7519). */
export async function makeLink(issuer: LinkIssuer, { serviceKey, ars, values, now, expiresAt, id }: LinkContent): Promise<string> {
  return new EncryptJWT({ values })
    .setProtectedHeader({ ...algorithm, kid: issuer.key })
    .setIssuer(issuer.key)
    .setAudience(audienceOf(ars, serviceKey))
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .setJti(id)
    .encrypt(keyOf(issuer));
}

export const fitsIntoAddress = (token: string): boolean => token.length <= longestToken;

export type ReadLink =
  | { readonly kind: 'valid'; readonly issuer: LinkIssuer; readonly serviceKey: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'expired'; readonly issuer: LinkIssuer; readonly serviceKey: string; readonly expiredAt: Date }
  /** Not ours, changed, cut off. */
  | { readonly kind: 'invalid' };

/** Reads a token. Untrusted input. */
export async function readLink(issuers: readonly LinkIssuer[], ars: string, token: string, now: Date): Promise<ReadLink> {
  if (!fitsIntoAddress(token)) return { kind: 'invalid' };
  const issuer = issuerOf(issuers, token);
  if (!issuer) return { kind: 'invalid' };
  try {
    const { payload } = await jwtDecrypt(token, keyOf(issuer), {
      keyManagementAlgorithms: [algorithm.alg],
      contentEncryptionAlgorithms: [algorithm.enc],
      issuer: issuer.key,
      requiredClaims: ['exp', 'aud', 'iat'],
      currentDate: now,
    });
    const serviceKey = serviceOf(payload, ars);
    const values = valuesOf(payload['values']);
    return serviceKey === null || values === null ? { kind: 'invalid' } : { kind: 'valid', issuer, serviceKey, values };
  } catch (error) {
    if (!(error instanceof errors.JWTExpired)) return { kind: 'invalid' };
    const serviceKey = serviceOf(error.payload, ars);
    return serviceKey === null
      ? { kind: 'invalid' }
      : { kind: 'expired', issuer, serviceKey, expiredAt: new Date((error.payload.exp ?? 0) * 1000) };
  }
}

function issuerOf(issuers: readonly LinkIssuer[], token: string): LinkIssuer | null {
  try {
    const { kid } = decodeProtectedHeader(token);
    return issuers.find(({ key }) => key === kid) ?? null;
  } catch {
    return null;
  }
}

function serviceOf({ aud }: JWTPayload, ars: string): string | null {
  const start = audienceOf(ars, '');
  return typeof aud === 'string' && aud.startsWith(start) ? aud.slice(start.length) : null;
}

function valuesOf(claim: unknown): Record<string, string> | null {
  if (claim === null || typeof claim !== 'object' || Array.isArray(claim)) return null;
  const entries = Object.entries(claim);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? Object.fromEntries(entries) : null;
}

/** The values of a link for the questions of a service; a path that the service does not have (any more) is left out. */
export const linkOffers = ({ form }: RunningService, values: Readonly<Record<string, string>>): { position: Position; text: string }[] =>
  Object.entries(values).flatMap(([path, text]) => {
    const position = form.byPath.get(path);
    return position ? [{ position, text }] : [];
  });
