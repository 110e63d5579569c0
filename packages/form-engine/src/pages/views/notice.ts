import type { ElementText } from './form.js';
import type { Link } from './shell.js';

/** Template `notice`: a long text that is told by its parts, such as a privacy notice or an accessibility statement. */
export interface NoticeView {
  readonly caption: ElementText | null;
  readonly heading: ElementText;
  readonly paragraphs: readonly ElementText[];
  readonly sections: readonly NoticeSection[];
  readonly links: readonly Link[];
}

export interface NoticeSection {
  readonly heading: ElementText;
  readonly paragraphs: readonly ElementText[];
  readonly items: readonly NoticeItem[];
  /** Long lists, each behind its heading. */
  readonly lists: readonly NoticeList[];
  /** After the lists. */
  readonly remarks: readonly ElementText[];
  /** Said where something has to be told that nobody has entered yet. */
  readonly missing: string | null;
}

export interface NoticeItem extends ElementText {
  readonly href: string | null;
  /** Said of it after a colon. */
  readonly detail: ElementText | null;
}

export interface NoticeList {
  readonly heading: ElementText;
  /** "4 Angaben". */
  readonly count: string;
  readonly rows: readonly { readonly text: ElementText; readonly detail: string | null }[];
  readonly norms: readonly NoticeItem[];
}
