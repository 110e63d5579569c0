import type { TextStyle } from './sheet.js';

/** Structure types of PDF that hold text (ISO 32000-1, 14.8.4). */
type TextTag = 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'TH' | 'TD' | 'Lbl' | 'LBody';

/** A text in a column: `left` from the left margin, `width`, both in points. */
export interface Cell {
  readonly tag: TextTag;
  readonly text: string;
  readonly style: TextStyle;
  readonly left: number;
  readonly width: number;
  readonly align?: 'right';
  /** Of a TH: what it heads; without it, its row. */
  readonly scope?: 'Column';
  /** BCP 47, where it is not the document's. */
  readonly lang?: string;
}

/** Cells side by side. */
export interface Row {
  readonly cells: readonly Cell[];
  /** Space above in points; none at the top of a page. */
  readonly before: number;
  /** Never the last one on a page. */
  readonly keepWithNext?: boolean;
  /** A thin line above, in the middle of the space. */
  readonly rule?: boolean;
  /** The head of its table: shown again on every page where the table goes on. */
  readonly head?: boolean;
}

/** Rows that belong together: a table (TR), a list (LI), or just paragraphs and headings. */
export interface Block {
  readonly tag: 'Table' | 'L' | null;
  readonly rows: readonly Row[];
}
