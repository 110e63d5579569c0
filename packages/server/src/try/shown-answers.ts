import type { Page } from './browser.js';

/** How many answers the check page shows, by page and label. */
export type ShownAnswers = ReadonlyMap<string, number>;

export const shownKey = (page: string, label: string): string => `${page}\n${label}`;

/** Reads the check page as a person does: sections with a link to change them, rows of label and answer. */
export function shownAnswers(check: Page): ShownAnswers {
  const shown = new Map<string, number>();
  let page = '';
  for (const section of check.html.querySelectorAll('section.portal-answers')) {
    // Sections within a page have no link of their own.
    page = section.querySelector('.portal-answers__header a[href]')?.getAttribute('href') ?? page;
    for (const row of section.querySelectorAll('tbody tr')) {
      const entry = row.querySelector('a[href]')?.getAttribute('href') ?? page;
      for (const cell of row.querySelectorAll('td')) {
        if (cell.querySelector('.portal-table__value')?.textContent === '') continue;
        const key = shownKey(entry, cell.querySelector('.portal-table__label')?.textContent.trim() ?? '');
        if (cell.classNames.includes('portal-table__cell')) shown.set(key, (shown.get(key) ?? 0) + 1);
      }
    }
    for (const label of section.querySelectorAll('dt')) {
      const key = shownKey(page, label.textContent.trim());
      shown.set(key, (shown.get(key) ?? 0) + 1);
    }
  }
  return shown;
}
