// What a phone has to load for a page: HTML, style sheets, fonts; raw and compressed (gzip 9; fonts are compressed already).
import { gzipSync } from 'node:zlib';

async function bytes(address, cookie) {
  const response = await fetch(address, { headers: { cookie, 'accept-encoding': 'identity' } });
  const body = Buffer.from(await response.arrayBuffer());
  return { body, raw: body.length, gzip: gzipSync(body, { level: 9 }).length };
}

/** @returns raw and compressed bytes of the page, its style sheets and the fonts that it loads at once */
export async function pageWeight(base, path, cookie) {
  const html = await bytes(base + path, cookie);
  const text = html.body.toString('utf8');
  const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href);
  const fonts = [...text.matchAll(/<link rel="preload" href="([^"]+)" as="font"/g)].map(([, href]) => href);
  const sum = async (addresses) => {
    const all = await Promise.all(addresses.map((href) => bytes(new URL(href, base).href, '')));
    return { raw: all.reduce((total, { raw }) => total + raw, 0), gzip: all.reduce((total, { gzip }) => total + gzip, 0) };
  };
  return { html, css: await sum(styles), fonts: await sum(fonts) };
}
