import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CompactEncrypt, EncryptJWT, UnsecuredJWT } from 'jose';
import { makeLink } from '../../applications/prefill/prefill-link.js';
import type { LinkContent, LinkIssuer } from '../../applications/prefill/prefill-link.js';
import { send, startSmallPortal } from '../../small-portal.test-support.js';
import type { SmallPortal } from '../../small-portal.test-support.js';
import { openBrowser } from '../../try/browser.js';
import type { Page } from '../../try/browser.js';
import { personService } from './person-service.test-support.js';

const secret = 'ab'.repeat(32);
const steueramt: LinkIssuer = { key: 'steueramt', name: 'Steueramt', secret: Buffer.from(secret, 'hex') };
const now = new Date();
const content: LinkContent = {
  serviceKey: 'probe',
  ars: '059700000000',
  values: { 'G1/F1': 'Zoë', 'G1/F3': '1985-03-07', 'G3/F9': 'Umzug' },
  now,
  expiresAt: new Date(now.getTime() + 86_400_000),
  id: 'a',
};

let portal: SmallPortal;
const lines: string[] = [];
beforeAll(async () => {
  portal = await startSmallPortal({
    service: personService(),
    changes: { prefillLinks: [{ key: 'steueramt', name: 'Steueramt', secret }] },
    log: { write: (line) => void lines.push(line) },
  });
});
afterAll(() => portal.close());

const text = (page: Page): string => page.html.textContent.replace(/\s+/g, ' ');
const open = (token: string): Promise<Page> => openBrowser(portal.base).get(`/vorausgefuellt/${token}`);
const shown = (page: Page, id: string): string | undefined => page.html.querySelector(`#f-${id}`)?.getAttribute('value');

describe('a link that fills in', () => {
  test('asks first, shows nothing of what it holds, and starts nothing by itself', async () => {
    const page = await open(await makeLink(steueramt, content));
    expect(page.status).toBe(200);
    expect(text(page)).toContain('Steueramt hat für Sie den Antrag „Probe“ vorbereitet');
    expect(text(page)).not.toContain('Zoë');
    const drafts = await portal.running.portal.office.database.selectFrom('drafts').select('id').execute();
    expect(drafts).toEqual([]);
  });

  test('its answers are marked, and the person can change them', async () => {
    const browser = openBrowser(portal.base);
    const first = await send(browser, await browser.get(`/vorausgefuellt/${await makeLink(steueramt, content)}`), {});
    expect(shown(first, 'G1-F1')).toBe('Zoë');
    expect(text(first)).toContain('Vorausgefüllt von: Steueramt');
    expect(first.html.querySelector('[readonly]')).toBeNull();
    await send(browser, first, { 'G1/F1': 'Zoe' });
    expect(shown(await browser.get(first.path), 'G1-F1')).toBe('Zoe');
  });

  test('what does not fit any more is left out', async () => {
    const values = { 'G1/F1': 'Zoë', 'G1/F3': '1985-13-07', 'G1/F4': 'keine Adresse', 'G9/F1': 'x', __proto__x: 'x' };
    const browser = openBrowser(portal.base);
    const first = await send(browser, await browser.get(`/vorausgefuellt/${await makeLink(steueramt, { ...content, values })}`), {});
    expect([shown(first, 'G1-F1'), shown(first, 'G1-F3'), shown(first, 'G1-F4')]).toEqual(['Zoë', '', '']);
  });

  test('nothing of it can be read in its address', async () => {
    const token = await makeLink(steueramt, content);
    const bytes = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(bytes.join(' ')).not.toMatch(/Umzug|1985|probe/);
    expect(lines.join('')).not.toContain(token.slice(0, 40));
  });
});

describe('a link that does not open says so, and how to go on', () => {
  test('expired', async () => {
    const page = await open(
      await makeLink(steueramt, { ...content, expiresAt: new Date('2026-01-02T12:00:00Z'), now: new Date('2026-01-01') }),
    );
    expect(page.status).toBe(410);
    expect(text(page)).toContain('Der Link galt bis zum Freitag, 2. Januar 2026');
    expect(page.html.querySelector('main a[href="/probe"]')).not.toBeNull();
  });

  const foreign: readonly (readonly [string, () => Promise<string> | string])[] = [
    ['of nobody', () => 'x'],
    ['cut off', async () => (await makeLink(steueramt, content)).slice(0, -5)],
    [
      'changed',
      async () =>
        (await makeLink(steueramt, content)).replace(
          /\.(.)([^.]*)$/,
          (_, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`,
        ),
    ],
    ['changed in its values', async () => changedCiphertext(await makeLink(steueramt, content))],
    ['by another secret', () => makeLink({ ...steueramt, secret: Buffer.alloc(32, 9) }, content)],
    ['by an issuer that nobody knows', () => makeLink({ ...steueramt, key: 'fremd' }, content)],
    ['for another municipality', () => makeLink(steueramt, { ...content, ars: '059700000001' })],
    ['for a service that is not offered', () => makeLink(steueramt, { ...content, serviceKey: 'anders' })],
    ['unsigned', () => new UnsecuredJWT({ values: content.values }).setIssuer('steueramt').setAudience('059700000000/probe').encode()],
    ['longer than any address', () => 'A'.repeat(7_000)],
    ['encrypted with the secret itself, in another way', () => otherAlgorithm()],
    ['without an end', () => withoutEnd()],
  ];
  test.each(foreign)('%s', async (_, make) => {
    const token = await make();
    const page = await open(token);
    expect(page.status).toBe(404);
    expect(text(page)).toContain('Oder füllen Sie den Antrag ohne Link aus.');
    const posted = await fetch(`${portal.base}/vorausgefuellt/${token}`, { method: 'POST', redirect: 'manual' });
    expect(posted.status).toBe(404);
  });

  test('what only looks like a path starts no application for somebody else', async () => {
    expect((await open('..%2F..%2Fadmin')).status).toBe(404);
  });
});

function changedCiphertext(token: string): string {
  const [header, key, iv, ciphertext = '', tag] = token.split('.');
  const bytes = Buffer.from(ciphertext, 'base64url');
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  return [header, key, iv, bytes.toString('base64url'), tag].join('.');
}

const claims = { values: content.values, iss: 'steueramt', aud: '059700000000/probe', iat: 1, exp: 4_000_000_000 };

function otherAlgorithm(): Promise<string> {
  const header = { alg: 'A256GCMKW', enc: 'A256GCM', kid: 'steueramt' };
  return new CompactEncrypt(Buffer.from(JSON.stringify(claims))).setProtectedHeader(header).encrypt(steueramt.secret);
}

async function withoutEnd(): Promise<string> {
  const { hkdfSync } = await import('node:crypto');
  const key = new Uint8Array(hkdfSync('sha256', steueramt.secret, '', 'serviceportal:prefill-link', 32));
  const { exp, ...endless } = claims;
  expect(exp).toBeGreaterThan(0);
  return new EncryptJWT(endless).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: 'steueramt' }).encrypt(key);
}
