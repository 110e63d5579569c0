import type { DocumentFonts } from '../fonts/document-fonts.js';
import { printableText, printedLine, replacement } from '../fonts/printable-text.js';
import type { Block, Cell } from '../letter/block.js';
import { paragraph } from '../letter/letter-blocks.js';
import { frontBlocks } from '../letter/letter-front.js';
import type { LetterFront } from '../letter/letter-front.js';
import { placeAt, placeRows } from '../letter/place-rows.js';
import { letterPlaces, sheet, styles, textWidth } from '../letter/sheet.js';
import { wrapLines } from '../letter/wrap-lines.js';
import { drawLine, drawRows } from './draw-rows.js';
import { drawSheet } from './draw-sheet.js';
import { openPdf, pdfBytes } from './open-pdf.js';
import type { Pdf, PdfInfo } from './open-pdf.js';

export interface Letter {
  readonly info: PdfInfo;
  readonly front: LetterFront;
  readonly blocks: readonly Block[];
  /** Said at the end if a character had to be replaced. */
  readonly replacedNote: string;
  /** Left in the footer of every page; what does not fit is left out at its end. */
  readonly footer: string;
  /** "Seite 1 von 3", right in the footer. */
  readonly pageNumber: (page: number, pages: number) => string;
}

// Room for "Seite 1000 von 1000" and the sign of what was left out.
const pageNumberWidth = 110;

/** A letter as PDF. The same letter gives the same bytes. */
export function renderLetter(letter: Letter, fonts: DocumentFonts): Uint8Array {
  const { pageNumber } = letter;
  const pdf = openPdf(letter.info, fonts);
  const all = [...frontBlocks(letter.front).map(({ block }) => block), ...letter.blocks];
  const blocks = all.some((block) => hasReplaced(block, fonts)) ? [...letter.blocks, noteBlock(letter.replacedNote)] : letter.blocks;
  const wrap = (cell: Cell): readonly string[] => linesOf(pdf, fonts, cell);
  const front = frontBlocks(letter.front).map((placed) => {
    const top = 'top' in placed ? placed.top : placed.bottom - placeAt(placed.block, 0, wrap).bottom;
    return placeAt(placed.block, top, wrap);
  });
  const start = Math.max(letterPlaces.text, ...front.map(({ bottom }) => bottom + 14));
  const rows = [...front.flatMap((placed) => placed.rows), ...placeRows(blocks, wrap, start)];
  const footerLine = shortened(linesOf(pdf, fonts, { text: letter.footer, style: styles.footer, width: textWidth - pageNumberWidth }));
  const pages = rows.at(-1)?.parts.at(-1)?.page ?? 1;
  drawRows(pdf, fonts, rows, (page) => {
    pdf.addPage();
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    const line = { style: styles.footer, left: 0, width: textWidth };
    drawLine(pdf, fonts, line, sheet.height - sheet.footer, footerLine);
    drawLine(pdf, fonts, { ...line, align: 'right' }, sheet.height - sheet.footer, pageNumber(page, pages));
    pdf.endMarkedContent();
    if (page === 1) drawSheet(pdf, letter.front.sender.logo);
  });
  return pdfBytes(pdf);
}

const noteBlock = (note: string): Block => paragraph({ text: note }, { style: styles.contact, before: 18 });

const hasReplaced = ({ rows }: Block, fonts: DocumentFonts): boolean =>
  rows.some(({ cells }) =>
    cells.some(({ text, style }) => printedLine(printableText(text), fonts[style.face]).shown.includes(replacement)),
  );

const shortened = ([first = '', ...rest]: readonly string[]): string => (rest.length > 0 ? `${first.trimEnd()} …` : first);

function linesOf(pdf: Pdf, fonts: DocumentFonts, { text, style, width }: Pick<Cell, 'text' | 'style' | 'width'>): readonly string[] {
  pdf.font(style.face, style.size);
  const face = fonts[style.face];
  return wrapLines(printableText(text), width, (piece) => pdf.widthOfString(printedLine(piece, face).shown));
}
