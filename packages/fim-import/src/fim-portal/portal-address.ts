import { FimPortalError } from './portal-error.js';

/**
 * The base address of a portal, with a slash at its end.
 * @throws FimPortalError `fim-portal-address` for what is no web address
 */
export function portalAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const usable = url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '';
  if (!usable) {
    throw new FimPortalError('fim-portal-address', text, {
      de: 'Das ist keine Adresse eines Portals. Nennen Sie eine wie https://fimportal.de.',
      en: 'This is no address of a portal. Name one such as https://fimportal.de.',
    });
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Below a base address: each part becomes one segment of the path, whatever is in it. */
export function addressOf(base: URL, parts: readonly string[], query: readonly (readonly [string, string])[] = []): URL {
  const url = new URL(parts.map((part) => encodeURIComponent(part)).join('/'), base);
  for (const [name, value] of query) url.searchParams.append(name, value);
  return url;
}
