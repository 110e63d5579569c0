import { send } from '../small-portal.test-support.js';
import type { Browser } from '../try/browser.js';

/** The pages that a portal has without any service, and what they say to somebody who sends them empty or wrong. */
export async function portalPages(browser: Browser): Promise<void> {
  for (const path of ['/impressum', '/datenschutz', '/barrierefreiheit', '/gibt-es-nicht', '/mitzeichnen/gibt-es-nicht'])
    await browser.get(path);
  await send(browser, await browser.get('/status'), { reference: 'PR-1', code: 'falsch' });
  await send(browser, await browser.get('/weiter'), { code: 'falsch' });
  await browser.post('/mitzeichnen/gibt-es-nicht', { fields: [], files: [], multipart: false });
  await send(browser, await browser.get('/barriere-melden'), {});
  await send(browser, await browser.get('/barriere-melden'), { beschreibung: 'Der Knopf ist zu klein.' });
}
