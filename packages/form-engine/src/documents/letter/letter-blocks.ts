import type { Block, Row } from './block.js';
import { styles, textWidth } from './sheet.js';
import type { TextStyle } from './sheet.js';

/** Who writes: head of a letter. */
export interface LetterSender {
  readonly name: string;
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

/** The name of the municipality left, how to reach it right. */
export function letterHead({ name, contact }: LetterSender): Block {
  const lines = [contact.office, contact.phone, contact.email, contact.hours].filter((line) => line !== undefined);
  const row: Row = {
    before: 0,
    cells: [
      { tag: 'P', text: name, style: styles.sender, left: 0, width: 250 },
      { tag: 'P', text: lines.join('\n'), style: styles.contact, left: 270, width: textWidth - 270 },
    ],
  };
  return { tag: null, rows: [row] };
}

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
