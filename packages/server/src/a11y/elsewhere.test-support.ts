import { send } from '../small-portal.test-support.js';
import type { Browser } from '../try/browser.js';

/** What a person sees who interrupts an application: its steps, the way to another device with code and picture, the way to end it. */
export async function elsewhere(citizen: Browser, other: Browser, application: string): Promise<void> {
  for (const page of ['uebersicht', 'verwerfen']) await citizen.get(`${application}/${page}`);
  const shared = await send(citizen, await citizen.get(`${application}/spaeter`), { aktion: 'code' });
  const code = shared.html.querySelector('.portal-code strong')?.textContent.trim();
  if (code === undefined) throw new Error(`${shared.path} shows no code`);
  const taken = await send(other, await other.get('/weiter'), { code });
  if (!taken.path.endsWith('/uebersicht')) throw new Error(`The code of ${shared.path} leads to ${taken.path}`);
  await other.get('/weiter/ein-Verweis');
}
