import type { Block, Cell, Row } from './block.js';
import { styles, textWidth } from './sheet.js';
import type { TextStyle } from './sheet.js';

/** A picture: three bytes a pixel (red, green, blue), line by line from the top. */
export interface LetterLogo {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Who writes: head of a letter. */
export interface LetterSender {
  readonly name: string;
  /** Null: none. */
  readonly logo: LetterLogo | null;
  readonly contact: {
    readonly office: string;
    readonly phone?: string | undefined;
    readonly email?: string | undefined;
    readonly hours?: string | undefined;
  };
}

/** Text with its language, where it is not the document's. */
interface LetterText {
  readonly text: string;
  readonly lang?: string | null;
}

const langOf = ({ lang }: LetterText): { lang?: string } => (lang ? { lang } : {});

const headings = {
  1: { tag: 'H1', style: styles.title, before: 6 },
  2: { tag: 'H2', style: styles.heading2, before: 22 },
  3: { tag: 'H3', style: styles.heading3, before: 14 },
  4: { tag: 'H4', style: styles.heading3, before: 10 },
} as const;

export function heading(level: 1 | 2 | 3 | 4, text: LetterText): Block {
  const { tag, style, before } = headings[level];
  const cell = { tag, text: text.text, style, left: 0, width: textWidth, ...langOf(text) };
  return { tag: null, rows: [{ before, keepWithNext: true, cells: [cell] }] };
}

export function paragraph(
  text: LetterText,
  options: { style?: TextStyle; before?: number; keepWithNext?: boolean; rule?: boolean } = {},
): Block {
  const { style = styles.text, before = 8, keepWithNext = false, rule = false } = options;
  return {
    tag: null,
    rows: [{ before, keepWithNext, rule, cells: [{ tag: 'P', text: text.text, style, left: 0, width: textWidth, ...langOf(text) }] }],
  };
}

const gap = 16;
// A label that is a declaration of several sentences gets the wider column.
const labelWidth = ({ text }: LetterText): number => (text.length > 160 ? 320 : 168);

export interface Entry {
  readonly label: LetterText;
  readonly value: string;
  readonly style?: TextStyle;
}

/** What was asked left, what was answered right. `ruled`: thin lines between. */
export function entries(list: readonly Entry[], options: { ruled?: boolean; before?: number } = {}): Block {
  const { ruled = false, before = 6 } = options;
  const rows = list.map(({ label, value, style = styles.text }, index): Row => ({
    before: index === 0 ? before : ruled ? 7 : 2,
    rule: ruled && index > 0,
    cells: [
      { tag: 'TH', text: label.text, style: styles.label, left: 0, width: labelWidth(label), ...langOf(label) },
      { tag: 'TD', text: value, style, left: labelWidth(label) + gap, width: textWidth - labelWidth(label) - gap },
    ],
  }));
  return { tag: 'Table', rows };
}

/** A table with a head: the first column heads the rows. */
export function table(
  head: readonly LetterText[],
  rows: readonly { readonly title: LetterText; readonly cells: readonly string[] }[],
): Block {
  const first = 96;
  const width = (textWidth - first - gap * (head.length - 1)) / (head.length - 1);
  const place = (column: number): Pick<Cell, 'left' | 'width'> =>
    column === 0 ? { left: 0, width: first } : { left: first + gap + (column - 1) * (width + gap), width };
  const headCells = head.map((text, column): Cell => ({
    tag: 'TH',
    scope: 'Column',
    text: text.text,
    style: styles.label,
    ...place(column),
    ...langOf(text),
  }));
  const bodyRows = rows.map(({ title, cells }): Row => ({
    before: 7,
    rule: true,
    cells: [
      { tag: 'TH', text: title.text, style: styles.label, ...place(0), ...langOf(title) },
      ...cells.map((text, column): Cell => ({ tag: 'TD', text, style: styles.text, ...place(column + 1) })),
    ],
  }));
  return { tag: 'Table', rows: [{ before: 6, keepWithNext: true, head: true, cells: headCells }, ...bodyRows] };
}

/** Numbered items. */
export function numbered(items: readonly string[]): Block {
  const rows = items.map((text, index): Row => ({
    before: index === 0 ? 6 : 4,
    cells: [
      { tag: 'Lbl', text: `${index + 1}.`, style: styles.label, left: 0, width: 20 },
      { tag: 'LBody', text, style: styles.text, left: 20, width: textWidth - 20 },
    ],
  }));
  return { tag: 'L', rows };
}
