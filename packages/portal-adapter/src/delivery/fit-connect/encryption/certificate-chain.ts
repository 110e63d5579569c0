import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { UnfitKey } from './encryption-key.js';

/**
 * Does a chain of certificates (RFC 7517, section 4.7) vouch for the key and end at one that we trust? Revocation is not asked for.
 *
 * @param x5c DER in base64, the key's own certificate first
 * @throws UnfitKey
 */
export function checkChain(key: KeyObject, x5c: readonly string[] | undefined, anchors: readonly X509Certificate[], now: Date): void {
  if (!x5c?.length) throw new UnfitKey('it comes without certificates (x5c)');
  const chain = x5c.map(certificate);
  const [own] = chain;
  if (!own?.publicKey.equals(key)) throw new UnfitKey('its certificate is for another key');
  for (const one of chain) {
    if (now < new Date(one.validFrom) || now > new Date(one.validTo)) throw new UnfitKey('a certificate of its chain is not valid today');
  }
  for (const [index, issuer] of chain.slice(1).entries()) {
    if (!issued(chain[index] as X509Certificate, issuer)) throw new UnfitKey('its chain of certificates is broken');
  }
  const last = chain.at(-1) as X509Certificate;
  const trusted = anchors.some((anchor) => last.fingerprint256 === anchor.fingerprint256 || (isValid(anchor, now) && issued(last, anchor)));
  if (!trusted) throw new UnfitKey('its chain of certificates does not end at one that is trusted (trustAnchors)');
}

function issued(subject: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function isValid(one: X509Certificate, now: Date): boolean {
  return now >= new Date(one.validFrom) && now <= new Date(one.validTo);
}

function certificate(der: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(der, 'base64'));
  } catch {
    throw new UnfitKey('a certificate of its chain cannot be read');
  }
}
