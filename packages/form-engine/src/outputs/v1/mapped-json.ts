import type { Cell, MappedRecord } from './mapped-records.js';

/** Euros with a point and two decimals, as text: no reader makes a rounding error of it. */
const euros = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

const valueOf = (cell: Cell): string | number | boolean | undefined => (typeof cell === 'object' ? euros(cell.cents) : cell);

const objectOf = (record: MappedRecord): object => Object.fromEntries(record.map(({ name, cell }) => [name, valueOf(cell)]));

/** One object, or a list of them where the output has `forEach`. Empty cells are left out. */
export function mappedJson(records: readonly MappedRecord[], list: boolean): string {
  return `${JSON.stringify(list ? records.map(objectOf) : objectOf(records[0] ?? []), null, 2)}\n`;
}
