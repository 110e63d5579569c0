import { createPublicKey, X509Certificate } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { checkChain } from './certificate-chain.js';

// What a chain must be: RFC 7517, section 4.7 (order, own certificate first) and RFC 5280, section 6.1 (signatures, validity, authority to issue).
describeWith('openssl', 'a chain of certificates', () => {
  let today: Date;
  let folder: string;
  const path = (name: string): string => join(folder, name);
  const openssl = (...parameters: string[]): void => void execFileSync('openssl', parameters, { stdio: 'ignore' });
  const pem = (name: string): string => readFileSync(path(`${name}.pem`), 'utf8');
  const certificate = (name: string): X509Certificate => new X509Certificate(pem(name));
  const der = (...names: string[]): string[] => names.map((name) => certificate(name).raw.toString('base64'));
  const key = (name: string) => createPublicKey(pem(name));

  function root(name: string): void {
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', path(`${name}.key`), '-out', path(`${name}.pem`), '-subj', `/CN=${name}`, '-days', '3650'); // prettier-ignore
  }
  function issue(name: string, issuer: string, constraints: string, days = 365): void {
    writeFileSync(path(`${name}.ext`), `basicConstraints=critical,${constraints}\n`);
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', path(`${name}.key`), '-out', path(`${name}.csr`), '-subj', `/CN=${name}`);
    openssl('x509', '-req', '-in', path(`${name}.csr`), '-CA', path(`${issuer}.pem`), '-CAkey', path(`${issuer}.key`), '-CAcreateserial', '-days', `${days}`, '-extfile', path(`${name}.ext`), '-out', path(`${name}.pem`)); // prettier-ignore
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'serviceportal-chain-'));
    root('root');
    root('stranger');
    issue('authority', 'root', 'CA:TRUE');
    issue('destination', 'authority', 'CA:FALSE', 30);
    issue('below', 'destination', 'CA:FALSE', 30);
    issue('short', 'authority', 'CA:FALSE', 1);
    issue('brief', 'root', 'CA:TRUE', 1);
    issue('outliving', 'brief', 'CA:FALSE', 30);
    today = new Date(Date.now() + 60_000);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const inDays = (days: number): Date => new Date(today.getTime() + days * 86_400_000);

  it.each([
    ['with the root', ['destination', 'authority', 'root'], 'root'],
    ['without the root', ['destination', 'authority'], 'root'],
    ['up to an authority that is itself trusted', ['destination'], 'authority'],
    ['of which the authority is named and trusted', ['destination', 'authority'], 'authority'],
  ])('%s vouches for the key', (_what, names, anchor) => {
    expect(() => checkChain(key('destination'), der(...names), [certificate('stranger'), certificate(anchor)], today)).not.toThrow();
  });

  it.each<[string, string, string[], string, number, RegExp]>([
    ['that is missing', 'destination', [], 'root', 0, /without certificates/],
    ['of another key', 'destination', ['short', 'authority', 'root'], 'root', 0, /for another key/],
    ['of strangers', 'destination', ['destination', 'authority', 'root'], 'stranger', 0, /one that is trusted/],
    ['with a gap', 'destination', ['destination', 'root'], 'root', 0, /chain of certificates is broken/],
    ['in another order', 'destination', ['destination', 'root', 'authority'], 'root', 0, /chain of certificates is broken/],
    [
      'with one that may not issue others',
      'below',
      ['below', 'destination', 'authority', 'root'],
      'root',
      0,
      /chain of certificates is broken/,
    ],
    ['with one that is over', 'short', ['short', 'authority', 'root'], 'root', 3, /not valid today/],
    ['with one that is not valid yet', 'short', ['short', 'authority', 'root'], 'root', -3, /not valid today/],
    ['to an authority that is over', 'outliving', ['outliving'], 'brief', 3, /one that is trusted/],
  ])('%s does not', (_what, of, names, anchor, days, words) => {
    expect(() => checkChain(key(of), der(...names), [certificate(anchor)], inDays(days))).toThrow(words);
  });

  it('that cannot be read does not', () => {
    const own = der('destination');
    expect(() => checkChain(key('destination'), [...own, 'AAAA'], [certificate('root')], today)).toThrow(/cannot be read/);
  });
});
