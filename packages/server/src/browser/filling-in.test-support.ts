import type { Page } from 'playwright-core';

/** What a person does with a form, told by what stands on the page. */

export const said = (page: Page): Promise<string> => page.locator('main').innerText();

export const type = (page: Page, question: string | RegExp, text: string): Promise<void> =>
  page.getByLabel(question, { exact: true }).fill(text);

export const choose = (page: Page, question: string, answer: string): Promise<void> =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

export async function date(page: Page, question: string, day: string, month: string, year: string): Promise<void> {
  const group = page.getByRole('group', { name: question });
  await group.getByLabel('Tag').fill(day);
  await group.getByLabel('Monat').fill(month);
  await group.getByLabel('Jahr').fill(year);
}

/** The last button of this name: the one at the end of the page. */
export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).last().click();

export const goOn = (page: Page): Promise<void> => press(page, 'Weiter');
