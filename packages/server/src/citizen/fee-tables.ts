import type { FeeTableView, Language } from '@serviceportal/form-engine';
import { feesIn } from '@serviceportal/form-engine';
import type { RunningService } from '../applications/running-service.js';
import { portalText } from '../texts/portal-text.js';

const euros = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

/** Cents as "1.234,50 €". */
export const amountText = (cents: number): string => euros.format(cents / 100).replace(/\u00a0/g, ' ');

export function feeTableViews(service: RunningService, language: Language): FeeTableView[] {
  return feesIn(service.package, language).map((table) => ({
    label: table.label,
    period: portalText(language, `period.${table.period}`),
    rows: table.rows.map((row) => ({
      label: row.label,
      amounts: row.amounts.map((amount, index) => ({
        count: countText(index, row.amounts.length, language),
        amount: amountText(amount),
      })),
    })),
  }));
}

/** The last amount holds for all further entries. */
function countText(index: number, amounts: number, language: Language): string {
  return index === amounts - 1 ? portalText(language, 'countAndMore', { count: index + 1 }) : String(index + 1);
}
