import { send } from '../small-portal.test-support.js';
import type { Browser, Page } from '../try/browser.js';

/** A second person opens the link of the first, presses every button wrongly, and signs. Gives the check page, which submits now. */
export async function coSigned(first: Browser, second: Browser, application: string): Promise<Page> {
  const invited = await send(first, await first.get(`${application}/mitzeichnung`), {});
  const address = invited.html
    .querySelectorAll('.portal-break')
    .find(({ textContent }) => textContent.includes('/mitzeichnen/'))?.textContent;
  const link = new URL(address ?? '').pathname;
  const toSign = await send(second, await second.get(link), {}, link);
  for (const aktion of ['zustimmen', 'ablehnen']) await send(second, toSign, { aktion });
  await send(second, toSign, { aktion: 'zustimmen', erklaerung: 'ja', name: 'Ada Groß', stand: 'ein anderer' });
  await first.get(`${application}/mitzeichnung`);
  await send(second, toSign, { aktion: 'zustimmen', erklaerung: 'ja', name: 'Ada Groß' });
  await first.get(`${application}/mitzeichnung`);
  return first.get(`${application}/pruefen`);
}
