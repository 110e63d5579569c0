import type { Form, Position } from '../form/form.js';
import { compileCondition } from '../rules/compile-condition.js';
import type { Evaluation } from '../rules/evaluation.js';
import { resolveIdentifier } from '../rules/resolve.js';
import { RuleError } from '../rules/rule-error.js';
import type { FeeRow, FeeTable } from './fee.js';

/** Entries that fall under the same row. Amounts are integer cents. */
export interface FeeLine {
  readonly label: string;
  /** Index of the row in the table. */
  readonly row: number;
  readonly count: number;
  readonly amountEach: number;
  readonly amount: number;
}

export interface Fee {
  readonly key: string;
  readonly label: string;
  readonly period: FeeTable['period'];
  /** Integer cents. */
  readonly total: number;
  readonly lines: readonly FeeLine[];
}

/** What one counted entry costs: `index` is its number in the list. */
export interface EntryFee {
  readonly index: number;
  readonly row: number;
  /** Integer cents. */
  readonly amount: number;
}

/** What each entry of a table costs. Entries that no row fits are left out; a table without `count` has one entry. */
export function entryFees(table: FeeTable, form: Form, evaluation: Evaluation): EntryFee[] {
  const counted = table.count === undefined ? null : (form.byPath.get(table.count) ?? null);
  if (table.count !== undefined && !counted) throw new RuleError(table.key, table.count);
  const holds = table.rows.map((row) => rowCondition(row, table, counted, form));
  const entries = entriesOf(counted, evaluation).flatMap((index) => {
    const indices = counted ? [index] : [];
    const row = holds.findIndex((condition) => evaluation.holds(condition, counted, indices));
    return row < 0 ? [] : [{ index, row }];
  });
  return entries.map(({ index, row }) => {
    const amounts = table.rows[row]?.amounts ?? [];
    const count = entries.filter((entry) => entry.row === row).length;
    return { index, row, amount: amounts[Math.min(count, amounts.length) - 1] ?? 0 };
  });
}

function entriesOf(counted: Position | null, evaluation: Evaluation): number[] {
  if (!counted) return [0];
  if (!evaluation.relevant(counted, [])) return [];
  return Array.from({ length: evaluation.count(counted, []) }, (_, index) => index);
}

function rowCondition(row: FeeRow, table: FeeTable, counted: Position | null, form: Form) {
  return compileCondition(row.when ?? true, (identifier) => {
    const found = resolveIdentifier(identifier, counted, form.roots);
    if (!found) throw new RuleError(table.key, identifier);
    return found;
  });
}

/** The fees that are due for an application. A table of which no row fits is left out; a fee of 0,00 € is there. */
export function computeFees(tables: readonly FeeTable[], form: Form, evaluation: Evaluation): Fee[] {
  return tables.flatMap((table) => {
    const entries = entryFees(table, form, evaluation);
    const lines = table.rows.flatMap(({ label }, row): FeeLine[] => {
      const own = entries.filter((entry) => entry.row === row);
      const amountEach = own[0]?.amount;
      if (amountEach === undefined) return [];
      return [{ label, row, count: own.length, amountEach, amount: amountEach * own.length }];
    });
    if (lines.length === 0) return [];
    const total = lines.reduce((sum, line) => sum + line.amount, 0);
    return [{ key: table.key, label: table.label, period: table.period, total, lines }];
  });
}
