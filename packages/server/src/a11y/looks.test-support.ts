import { createHash } from 'node:crypto';
import { HTMLElement, parse } from 'node-html-parser';

/** Attributes that say what an element is for, and that no style sheet asks for. */
const unseen = new Set(
  'id name for title lang content action method enctype accept maxlength autocomplete inputmode aria-describedby aria-labelledby'.split(
    ' ',
  ),
);

/** Attributes by whose value the style sheets tell elements apart. Of others it matters whether they are there. */
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

/** Adds to `drawn` what this page looks like. False: it was all there. */
export function drawsNew(html: string, drawn: Set<string>): boolean {
  const before = drawn.size;
  for (const look of looksOf(html)) drawn.add(look);
  return drawn.size > before;
}

function looksAlone(element: HTMLElement): string {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !unseen.has(name))
    .map(([name, value]) => (deciding.has(name) ? `${name}=${value}` : name));
  // What styles or scripts a page brings along decides for itself.
  const own = element.tagName === 'STYLE' || element.tagName === 'SCRIPT' ? element.textContent : '';
  return [element.tagName, ...attributes.sort(), own].join(' ');
}

const digest = (text: string): string => createHash('sha1').update(text).digest('base64');
