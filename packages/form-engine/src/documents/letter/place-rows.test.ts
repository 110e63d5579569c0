import { describe, expect, it } from '@jest/globals';
import type { Block, Row } from './block.js';
import { placeRows } from './place-rows.js';
import type { PlacedRow } from './place-rows.js';
import { sheet } from './sheet.js';

const style = { face: 'regular', size: 8, leading: 10, color: '#000000' } as const;
const linesOnPage = Math.floor((sheet.height - sheet.bottom - sheet.top) / style.leading);

/** A row of as many lines as told, ten points each. */
const row = (lines: number, more: Partial<Row> = {}): Row => ({
  before: 0,
  cells: [{ tag: 'P', text: String(lines), style, left: 0, width: 100 }],
  ...more,
});
const place = (...rows: readonly Row[]): PlacedRow[] => {
  const block: Block = { tag: null, rows };
  return placeRows([block], ({ text }) => Array.from({ length: Number(text) }, (_, line) => String(line)));
};
const pagesOf = ({ parts }: PlacedRow): number[] => parts.map(({ page }) => page);
const linesOf = ({ parts }: PlacedRow): number[] => parts.map(({ cells }) => cells[0]?.lines.length ?? 0);

describe('placeRows', () => {
  it('never lets a heading be the last on a page', () => {
    const placed = place(row(linesOnPage - 1), row(1, { keepWithNext: true }), row(1));
    expect(placed.map(pagesOf)).toEqual([[1], [2], [2]]);
  });

  it('keeps two headings and the beginning of what follows together', () => {
    const placed = place(row(linesOnPage - 4), row(1, { keepWithNext: true }), row(1, { keepWithNext: true }), row(80));
    expect(placed.slice(1).map((one) => pagesOf(one)[0])).toEqual([2, 2, 2]);
  });

  it('moves a short row as a whole', () => {
    expect(place(row(linesOnPage - 3), row(6)).map(pagesOf)).toEqual([[1], [2]]);
  });

  it('divides a long row, loses no line and leaves no single one', () => {
    const [, long] = place(row(linesOnPage - 10), row(10 + linesOnPage + 1));
    expect(long && pagesOf(long)).toEqual([1, 2, 3]);
    expect(long && linesOf(long)).toEqual([10, linesOnPage - 1, 2]);
    expect(long?.parts.flatMap(({ cells }) => cells[0]?.lines ?? [])).toEqual(
      Array.from({ length: 11 + linesOnPage }, (_, line) => String(line)),
    );
  });

  it('leaves out space and line above at the top of a page', () => {
    const [, second] = place(row(linesOnPage), row(1, { before: 20, rule: true }));
    expect(second?.parts[0]?.rule).toBeNull();
    expect(second?.parts[0]?.cells[0]?.top).toBe(sheet.top);
    const [, below] = place(row(1), row(1, { before: 20, rule: true }));
    expect(below?.parts[0]).toMatchObject({ rule: sheet.top + 20, cells: [{ top: sheet.top + 30 }] });
  });
});
