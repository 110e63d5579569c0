import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { HashedAsset } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import type { Brand } from '../municipalities/brand/open-brand.js';
import { notFound } from '../security/portal-error.js';

export interface Assets {
  /** Address of a file by its name without hash: `portal.css`; null: there is none. */
  href(name: string): string | null;
  /** The same with the hash by which the browser knows it. @throws where the build has not made it */
  hashed(name: string): HashedAsset;
  readonly serve: RequestHandler;
  /** `/favicon.ico`: where browsers look that know no other. */
  readonly serveIcon: RequestHandler;
}

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** Compressed; null: that would not make it smaller. */
  readonly gzip: (() => Buffer) | null;
  readonly brotli: (() => Buffer) | null;
  readonly integrity: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

/**
 * Style sheet, script and fonts, held in memory and compressed when first asked for. `generated`: folder of the built ones with `manifest.json`
 * (name → name with hash). `brand`: files of the municipality, which get a hash here; its icon, known as `portal-icon.svg`; and its style sheet,
 * for the addresses of these files, known as `brand.css` where there is one.
 */
export function loadAssets(generated: string, { files: own, icon, css }: Pick<Brand, 'files' | 'icon' | 'css'>): Assets {
  const assets = new Map<string, Asset>();
  const hrefs = new Map<string, string>();
  const manifest = JSON.parse(readFileSync(join(generated, 'manifest.json'), 'utf8')) as Record<string, string>;
  const files = new Set(readdirSync(generated));
  for (const [name, hashed] of Object.entries(manifest)) {
    if (!files.has(hashed)) continue;
    hrefs.set(name, `/assets/${hashed}`);
    assets.set(hashed, asset(hashed, readFileSync(join(generated, hashed))));
  }
  for (const file of own) {
    add(basename(file), readFileSync(file));
  }
  add('portal-icon.svg', Buffer.from(icon.svg));
  const brand = css((name) => hrefs.get(name) ?? null);
  if (brand !== '') add('brand.css', Buffer.from(brand));
  const hashed = (name: string): HashedAsset => {
    const href = hrefs.get(name);
    const found = assets.get(href?.replace('/assets/', '') ?? '');
    if (href === undefined || !found) throw new Error(`The build has not made ${name}.`);
    return { href, integrity: found.integrity };
  };
  return { href: (name) => hrefs.get(name) ?? null, hashed, serve: serve(assets), serveIcon: serveIcon(icon.ico) };

  function add(name: string, bytes: Buffer): void {
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const withHash = `${basename(name, extname(name))}.${digest}${extname(name)}`;
    hrefs.set(name, `/assets/${withHash}`);
    assets.set(withHash, asset(withHash, bytes));
  }
}

function asset(name: string, plain: Buffer): Asset {
  const type = types[extname(name).toLowerCase()] ?? 'application/octet-stream';
  const text = type.startsWith('text/') || type === 'image/svg+xml';
  return {
    type,
    plain,
    gzip: text ? once(() => gzipSync(plain, { level: 9 })) : null,
    brotli: text ? once(() => brotliCompressSync(plain)) : null,
    integrity: `sha256-${createHash('sha256').update(plain).digest('base64')}`,
  };
}

/** Its address has no hash: it is asked for again after a day. */
const serveIcon =
  (bytes: Buffer): RequestHandler =>
  (_request, response) =>
    void response.set({ 'Cache-Control': 'public, max-age=86400', 'Content-Type': 'image/x-icon' }).send(bytes);

function once(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined;
  return () => (made ??= make());
}

function serve(assets: ReadonlyMap<string, Asset>): RequestHandler {
  return (request, response) => {
    const found = assets.get(String(request.params['file']));
    if (!found) throw notFound('The asset');
    response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'Content-Type': found.type, Vary: 'Accept-Encoding' });
    const encoding = request.acceptsEncodings('br', 'gzip', 'identity');
    if (encoding === 'br' && found.brotli) return void response.set('Content-Encoding', 'br').send(found.brotli());
    if (encoding === 'gzip' && found.gzip) return void response.set('Content-Encoding', 'gzip').send(found.gzip());
    response.send(found.plain);
  };
}
