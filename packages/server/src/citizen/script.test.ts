import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSmallPortal, begin, type SmallPortal } from '../small-portal.test-support.js';

describe('the script of the form pages', () => {
  let portal: SmallPortal;
  beforeAll(async () => {
    portal = await startSmallPortal();
  });
  afterAll(() => portal.close());

  it('is one file of at most 12 KB compressed, named and held by its hash, and the only thing that may run', async () => {
    const { page } = await begin(portal.base);
    const scripts = page.html.querySelectorAll('script');
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.textContent).toBe('');
    const response = await fetch(`${portal.base}${scripts[0]?.getAttribute('src')}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(scripts[0]?.getAttribute('integrity')).toBe(`sha256-${createHash('sha256').update(bytes).digest('base64')}`);
    expect(gzipSync(bytes).length).toBeLessThanOrEqual(12_288);
    const style = page.html.querySelector('link[rel=stylesheet]');
    const css = new Uint8Array(await (await fetch(`${portal.base}${style?.getAttribute('href')}`)).arrayBuffer());
    expect(style?.getAttribute('integrity')).toBe(`sha256-${createHash('sha256').update(css).digest('base64')}`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });
});
