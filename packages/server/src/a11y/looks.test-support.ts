import { createHash } from 'node:crypto';
import { HTMLElement, parse } from 'node-html-parser';

/** Attributes by which the style sheets tell elements apart. Of others it matters whether they are there. */
const deciding = new Set(['class', 'type', 'role', 'style', 'aria-invalid', 'aria-current', 'aria-expanded', 'aria-selected']);

/**
 * What of a page decides its colours, edges and targets: each kind of element with its classes and states, within those around it and after
 * the one before it. Where a browser has seen all of them on other pages, it draws nothing new.
 */
export function looksOf(html: string): Set<string> {
  const looks = new Set<string>();
  const visit = (element: HTMLElement, around: string): void => {
    let before = '';
    for (const child of element.childNodes) {
      if (!(child instanceof HTMLElement)) continue;
      const own = looksAlone(child);
      const within = digest(`${around}>${own}`);
      looks.add(digest(`${within}+${before}`));
      visit(child, within);
      before = own;
    }
  };
  visit(parse(html), '');
  return looks;
}

function looksAlone(element: HTMLElement): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => (deciding.has(name) ? `${name}=${value}` : name));
  // What styles or scripts a page brings along decides for itself.
  const own = element.tagName === 'STYLE' || element.tagName === 'SCRIPT' ? element.textContent : '';
  return [element.tagName, ...attributes.sort(), own].join(' ');
}

const digest = (text: string): string => createHash('sha1').update(text).digest('base64');
