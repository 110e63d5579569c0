import { createHash } from 'node:crypto';

/** Attributes whose value decides how an element looks or is used. Of others it matters whether they are there. */
const deciding = new Set(['class', 'type', 'role', 'lang', 'aria-invalid', 'rowspan', 'colspan']);

/**
 * What of a page decides whether people can use it: its elements with their kinds and states, not its words and answers. Two pages of
 * the same shape are alike for a test of accessibility. Equal elements that follow one another, such as options, count as one.
 */
export function shapeOf(html: string): string {
  const hash = createHash('sha256');
  let last = '';
  for (const [, name = '', attributes = ''] of html.matchAll(/<([a-z][a-z0-9-]*)((?:[^>"]|"[^"]*")*)>/g)) {
    const kept = [...attributes.matchAll(/([a-z][a-z-]*)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) =>
      deciding.has(key) ? `${key}=${value}` : key,
    );
    const element = `${name} ${kept.sort().join(' ')}\n`;
    if (element !== last) hash.update(element);
    last = element;
  }
  return hash.digest('hex').slice(0, 16);
}
