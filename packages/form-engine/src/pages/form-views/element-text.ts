import type { Position } from '../../form/form.js';
import type { Page } from '../../form/page.js';
import type { Wording } from '../../form/wording.js';
import type { ElementText } from '../views.js';

const marked = (text: string, wording: Wording, position: Position, what?: 'help' | 'text'): ElementText => ({
  text,
  lang: wording.fellBack(position, what) ? 'de' : null,
});

export const labelText = (position: Position, wording: Wording): ElementText => marked(wording.label(position), wording, position);

/** Help of an element; null if it has none. */
export function helpText(position: Position, wording: Wording): ElementText | null {
  const help = wording.help(position)?.trim();
  return help ? marked(help, wording, position, 'help') : null;
}

export const noteText = (position: Position, wording: Wording): ElementText => marked(wording.note(position), wording, position, 'text');

export const pageText = (page: Page, wording: Wording): ElementText => ({
  text: wording.page(page),
  lang: wording.pageFellBack(page) ? 'de' : null,
});

/** "Hund 2": an entry of a repeated group. */
export const entryText = (group: Position, entry: number, wording: Wording): ElementText =>
  marked(`${wording.label(group)} ${entry + 1}`, wording, group);
