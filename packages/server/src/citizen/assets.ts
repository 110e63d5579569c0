import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { HashedAsset } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { notFound } from '../security/portal-error.js';

export interface Assets {
  /** Address of a file by its name without hash: `portal.css`; null: there is none. */
  href(name: string): string | null;
  /** The same with the hash by which the browser knows it. @throws where the build has not made it */
  hashed(name: string): HashedAsset;
  readonly serve: RequestHandler;
}

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
  readonly integrity: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Style sheet, script and fonts, held in memory and compressed once. `generated`: folder of the built ones with `manifest.json`
 * (name → name with hash); `own`: files of the municipality, which get a hash here.
 */
export function loadAssets(generated: string, own: readonly string[]): Assets {
  const assets = new Map<string, Asset>();
  const hrefs = new Map<string, string>();
  const manifest = JSON.parse(readFileSync(join(generated, 'manifest.json'), 'utf8')) as Record<string, string>;
  const files = new Set(readdirSync(generated));
  for (const [name, hashed] of Object.entries(manifest)) {
    if (!files.has(hashed)) continue;
    hrefs.set(name, `/assets/${hashed}`);
    assets.set(hashed, asset(join(generated, hashed)));
  }
  for (const file of own) {
    if (!existsSync(file)) continue;
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 10);
    const hashed = `${basename(file, extname(file))}.${digest}${extname(file)}`;
    hrefs.set(basename(file), `/assets/${hashed}`);
    assets.set(hashed, asset(file));
  }
  const hashed = (name: string): HashedAsset => {
    const href = hrefs.get(name);
    const found = assets.get(href?.replace('/assets/', '') ?? '');
    if (href === undefined || !found) throw new Error(`The build has not made ${name}.`);
    return { href, integrity: found.integrity };
  };
  return { href: (name) => hrefs.get(name) ?? null, hashed, serve: serve(assets) };
}

function asset(file: string): Asset {
  const plain = readFileSync(file);
  const type = types[extname(file)] ?? 'application/octet-stream';
  const text = type.startsWith('text/') || type === 'image/svg+xml';
  return {
    type,
    plain,
    gzip: text ? gzipSync(plain, { level: 9 }) : null,
    brotli: text ? brotliCompressSync(plain) : null,
    integrity: `sha256-${createHash('sha256').update(plain).digest('base64')}`,
  };
}

function serve(assets: ReadonlyMap<string, Asset>): RequestHandler {
  return (request, response) => {
    const found = assets.get(String(request.params['file']));
    if (!found) throw notFound('The asset');
    response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'Content-Type': found.type, Vary: 'Accept-Encoding' });
    const encoding = request.acceptsEncodings('br', 'gzip', 'identity');
    if (encoding === 'br' && found.brotli) return void response.set('Content-Encoding', 'br').send(found.brotli);
    if (encoding === 'gzip' && found.gzip) return void response.set('Content-Encoding', 'gzip').send(found.gzip);
    response.send(found.plain);
  };
}
