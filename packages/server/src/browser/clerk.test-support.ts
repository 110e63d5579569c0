import type { Page } from 'playwright-core';
import { demonstrationAccounts } from '../municipalities/clerk-accounts.js';

/** Signs the clerk of the demonstration in at the desk. */
export async function signInAtDesk(page: Page, address: string): Promise<void> {
  const [{ username, password }] = demonstrationAccounts;
  await page.goto(address);
  await page.getByLabel('Benutzername').fill(username);
  await page.getByLabel('Passwort').fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
}

/** Takes the first case of this number on. */
export async function takeOn(page: Page, reference: string): Promise<void> {
  await page.getByRole('link', { name: reference }).click();
  await page.getByRole('button', { name: 'In Bearbeitung nehmen' }).click();
}

export async function ask(page: Page, question: string): Promise<void> {
  await page.getByText('Rückfrage stellen', { exact: true }).click();
  await page.getByLabel('Ihre Frage an die Bürgerin oder den Bürger').fill(question);
  await page.getByRole('button', { name: 'Frage stellen', exact: true }).click();
}
