import { createHash } from 'node:crypto';

/**
 * Digest of a page without what is different in every application and service though it looks the same: ids, tokens, numbers, what was
 * typed, the title if there is one. Ids stay different from each other. Published schemas share whole pages, such as those for an address.
 */
export function likenessOf(html: string, title: string): string {
  const ids = new Map<string, number>();
  const untitled = title === '' ? html : html.replaceAll(title, '*');
  const alike = untitled
    .replaceAll(/ value="[^"]*"/g, ' value')
    .replaceAll(/\/(antrag|mitzeichnung|mitzeichnen|weiter|amt\/vorgang)\/[\w-]{15,}/g, '/$1/*')
    .replaceAll(/\/assets\/[^"]*"/g, '"')
    .replaceAll(/[A-Z]{1,6}-[0-9A-Z]+(-[0-9A-Z]+)+/g, '*')
    .replaceAll(/\b[FGSR]\d{8,}(V[\d.]+)?|\bs\d{8,}[\w-]*/g, (id) => {
      if (!ids.has(id)) ids.set(id, ids.size);
      return `#${ids.get(id)}`;
    });
  return createHash('sha256').update(alike).digest('base64');
}
