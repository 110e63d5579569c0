import type { Block, Cell, Row } from './block.js';
import { sheet } from './sheet.js';

/** Lines of one cell on one page; `top` of the first line from the upper edge of the page. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly top: number;
  readonly lines: readonly string[];
}

/** What of a row stands on one page. */
export interface RowPart {
  /** Counted from 1. */
  readonly page: number;
  /** Height of the line above, if there is one. */
  readonly rule: number | null;
  readonly cells: readonly PlacedCell[];
  /** The head of the table, shown again above it. */
  readonly headAgain?: readonly PlacedCell[];
}

export interface PlacedRow {
  readonly block: Block;
  readonly row: Row;
  readonly parts: readonly RowPart[];
}

interface Wrapped {
  readonly block: Block;
  readonly row: Row;
  readonly columns: readonly { readonly cell: Cell; readonly lines: readonly string[] }[];
}

const bottom = sheet.height - sheet.bottom;
// A row up to this height moves to the next page as a whole; a higher one is divided, with at least a beginning here.
const undivided = 150;
const beginning = 45;

/** Rows at a place of their own on the first page, from `top` down. Returns where they end, too. */
export function placeAt(block: Block, top: number, wrap: (cell: Cell) => readonly string[]): { rows: PlacedRow[]; bottom: number } {
  let y = top;
  const rows = block.rows.map((row, index): PlacedRow => {
    if (index > 0) y += row.before;
    const cells = row.cells.map((cell) => ({ cell, top: y, lines: wrap(cell) }));
    y += Math.max(...cells.map(({ cell, lines }) => lines.length * cell.style.leading));
    return { block, row, parts: [{ page: 1, rule: null, cells }] };
  });
  return { rows, bottom: y };
}

/**
 * Distributes the rows over pages: headings stay with what follows, short rows stay whole. `start`: where they begin on the first page.
 */
export function placeRows(blocks: readonly Block[], wrap: (cell: Cell) => readonly string[], start: number = sheet.top): PlacedRow[] {
  const rows: Wrapped[] = blocks.flatMap((block) =>
    block.rows.map((row) => ({ block, row, columns: row.cells.map((cell) => ({ cell, lines: wrap(cell) })) })),
  );
  let page = 1;
  let y = start;
  let top = start;
  return rows.map((wrapped, index) => {
    const { block, row } = wrapped;
    if ((y > top || page === 1) && y > sheet.top && y + room(rows, index) > bottom) turn();
    const headAgain = y === sheet.top && page > 1 ? repeated(block, row) : null;
    const atTop = y === top;
    const rule = row.rule && !atTop ? y + row.before / 2 : null;
    if (!atTop) y += row.before;
    const parts: RowPart[] = [];
    let rest = wrapped.columns;
    for (;;) {
      const from = y;
      const fitting = rest.map(({ cell, lines }) => fit(lines.length, cell.style.leading, bottom - from));
      const cells = rest.map(({ cell, lines }, column) => ({ cell, top: from, lines: lines.slice(0, fitting[column]) }));
      const first = parts.length === 0;
      parts.push({
        page,
        rule: first ? rule : null,
        cells: cells.filter(({ lines }) => lines.length > 0),
        ...(first && headAgain && { headAgain }),
      });
      rest = rest.map(({ cell, lines }, column) => ({ cell, lines: lines.slice(fitting[column]) }));
      if (rest.every(({ lines }) => lines.length === 0)) {
        y += Math.max(...cells.map(({ cell, lines }) => lines.length * cell.style.leading));
        return { block, row, parts };
      }
      turn();
    }
  });

  /** At the top of a page: the head of the table, above its next row. */
  function repeated({ rows: [head] }: Block, row: Row): readonly PlacedCell[] | null {
    if (!head?.head || head === row) return null;
    const cells = head.cells.map((cell) => ({ cell, top: y, lines: wrap(cell) }));
    y += Math.max(...cells.map(({ cell, lines }) => lines.length * cell.style.leading));
    return cells;
  }

  function turn(): void {
    page += 1;
    top = y = sheet.top;
  }
}

/** How many lines come here; never leaves a single one for the next page. */
function fit(lines: number, leading: number, space: number): number {
  const most = Math.max(1, Math.floor(space / leading));
  if (lines <= most) return lines;
  return lines - most === 1 && most > 2 ? most - 1 : most;
}

const heightOf = ({ columns }: Wrapped): number => Math.max(...columns.map(({ cell, lines }) => lines.length * cell.style.leading));

/** The space that must be free for a row to begin here, with what it has to stay with. */
function room(rows: readonly Wrapped[], index: number): number {
  const wrapped = rows[index];
  if (!wrapped) return 0;
  const height = heightOf(wrapped);
  const own = wrapped.row.before + (height <= undivided ? height : beginning);
  return wrapped.row.keepWithNext ? own + room(rows, index + 1) : own;
}
