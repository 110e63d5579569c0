import type { Block, Cell, Row } from './block.js';
import type { Entry, LetterSender } from './letter-blocks.js';
import { letterPlaces, styles, textWidth } from './sheet.js';

/** A block with a place of its own on the first page: where it begins, or ends, in points from the upper edge. */
export type FrontBlock = { readonly block: Block } & ({ readonly top: number } | { readonly bottom: number });

/** What stands above the text of a letter. */
export interface LetterFront {
  readonly sender: LetterSender;
  /** Lines in the window of the envelope; empty: nobody is known. */
  readonly address: readonly string[];
  /** In one line above them: where it comes back to. Null: nothing. */
  readonly returnLine: string | null;
  /** Beside them: numbers and dates. */
  readonly information: readonly Entry[];
}

// The window shows six lines (DIN 5008: Anschriftzone); a seventh still stands above the text.
const mostLines = 7;

/** In the order in which it is read. */
export function frontBlocks({ sender, address, returnLine, information }: LetterFront): FrontBlock[] {
  const { addressWidth, informationLeft } = letterPlaces;
  const logoWidth = sender.logo === null ? 0 : logoSize(sender.logo).width + 14;
  const name = one({ tag: 'P', text: sender.name, style: styles.sender, left: logoWidth, width: textWidth - logoWidth });
  const front: FrontBlock[] = [{ block: name, top: letterPlaces.head + letterPlaces.logo.height / 2 - styles.sender.leading / 2 }];
  if (returnLine !== null && address.length > 0) {
    front.push({
      block: one({ tag: 'P', text: returnLine, style: styles.returnLine, left: 0, width: addressWidth }),
      bottom: letterPlaces.address - 1,
    });
  }
  if (address.length > 0) {
    const lines = address.slice(0, mostLines).join('\n');
    front.push({ block: one({ tag: 'P', text: lines, style: styles.address, left: 0, width: addressWidth }), top: letterPlaces.address });
  }
  const labelWidth = 78;
  const rows = information.map(({ label, value, style = styles.small }): Row => ({
    before: 2,
    cells: [
      { tag: 'TH', text: label.text, style: styles.contact, left: informationLeft, width: labelWidth },
      { tag: 'TD', text: value, style, left: informationLeft + labelWidth + 6, width: textWidth - informationLeft - labelWidth - 6 },
    ],
  }));
  return [...front, { block: { tag: 'Table', rows }, top: letterPlaces.information }];
}

/** As large as fits into its place, in points. */
export function logoSize({ width, height }: { readonly width: number; readonly height: number }): { width: number; height: number } {
  const scale = Math.min(letterPlaces.logo.width / width, letterPlaces.logo.height / height);
  return { width: width * scale, height: height * scale };
}

const one = (cell: Cell): Block => ({ tag: null, rows: [{ before: 0, cells: [cell] }] });
