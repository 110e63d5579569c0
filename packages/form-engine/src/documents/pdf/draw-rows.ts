import { printedLine } from '../fonts/printable-text.js';
import type { DocumentFonts } from '../fonts/document-fonts.js';
import type { Block, Cell } from '../letter/block.js';
import type { PlacedCell, PlacedRow, RowPart } from '../letter/place-rows.js';
import { ruleColor, sheet } from '../letter/sheet.js';
import type { Pdf } from './open-pdf.js';

type Element = PDFKit.PDFStructureElement;

const rowTags = { Table: 'TR', L: 'LI' } as const;

/** Writes rows with their structure: what a screen reader follows. `nextPage` begins a page and draws what is on each. */
export function drawRows(pdf: Pdf, fonts: DocumentFonts, rows: readonly PlacedRow[], nextPage: (page: number) => void): void {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  let page = 0;
  let container: Element = root;
  let block: Block | null = null;
  for (const placed of rows) {
    if (placed.block !== block) {
      if (container !== root) container.end();
      block = placed.block;
      container = block.tag ? child(pdf, root, block.tag) : root;
    }
    const row = block.tag ? child(pdf, container, rowTags[block.tag]) : container;
    const elements = new Map(placed.row.cells.map((cell) => [cell, child(pdf, row, cell.tag, cell)]));
    for (const part of placed.parts) {
      if (part.page !== page) nextPage((page = part.page));
      drawHeadAgain(pdf, fonts, part);
      drawRule(pdf, part);
      for (const cell of part.cells) drawCell(pdf, fonts, elements.get(cell.cell), cell);
    }
    for (const element of elements.values()) element.end();
    if (row !== container) row.end();
  }
  root.end();
}

function child(pdf: Pdf, parent: Element, tag: string, cell?: Cell): Element {
  const options = { ...(cell?.lang !== undefined && { lang: cell.lang }), ...(tag === 'TH' && { scope: cell?.scope ?? 'Row' }) };
  const element = pdf.struct(tag, options);
  // A list with labels says how they count; pdfkit has no option for it.
  if (tag === 'L') (element as Element & Attributed).dictionary.data['A'] = { O: 'List', ListNumbering: 'Decimal' };
  parent.add(element);
  return element;
}

interface Attributed {
  readonly dictionary: { readonly data: Record<string, unknown> };
}

function drawCell(pdf: Pdf, fonts: DocumentFonts, element: Element | undefined, { cell, top, lines }: PlacedCell): void {
  element?.add(pdf.markStructureContent(cell.tag));
  lines.forEach((line, index) => drawLine(pdf, fonts, cell, top + index * cell.style.leading, line));
  pdf.endMarkedContent();
}

/** One line of a cell; its letters stand in the middle of the leading. */
export function drawLine(
  pdf: Pdf,
  fonts: DocumentFonts,
  { style, left, width, align }: Omit<Cell, 'tag' | 'text'>,
  top: number,
  line: string,
): void {
  const { shown, actual } = printedLine(line, fonts[style.face]);
  if (shown === '') return;
  pdf.font(style.face, style.size).fillColor(style.color);
  const shift = align === 'right' ? width - pdf.widthOfString(shown) : 0;
  if (actual !== null) pdf.markContent('Span', { actual });
  const baseline = top + style.leading / 2 + style.size * 0.36;
  pdf.text(shown, sheet.left + left + shift, baseline, { lineBreak: false, baseline: 'alphabetic' });
  if (actual === null) return;
  // Readers place the text by the matrix that holds where the sequence ends: that of the text, not pdfkit's upside-down page.
  pdf.save().transform(1, 0, 0, -1, 0, sheet.height);
  pdf.endMarkedContent();
  pdf.restore();
}

/** For the eye only: in the structure the table has one head. */
function drawHeadAgain(pdf: Pdf, fonts: DocumentFonts, { headAgain = [] }: RowPart): void {
  if (headAgain.length === 0) return;
  pdf.markContent('Artifact', { type: 'Pagination' });
  for (const { cell, top, lines } of headAgain)
    lines.forEach((line, index) => drawLine(pdf, fonts, cell, top + index * cell.style.leading, line));
  pdf.endMarkedContent();
}

function drawRule(pdf: Pdf, { rule }: RowPart): void {
  if (rule === null) return;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(sheet.left, rule)
    .lineTo(sheet.width - sheet.right, rule)
    .lineWidth(0.5)
    .strokeColor(ruleColor)
    .stroke();
  pdf.endMarkedContent();
}
