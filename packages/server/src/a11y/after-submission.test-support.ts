import { send } from '../small-portal.test-support.js';
import type { Browser, Page } from '../try/browser.js';
import { handedOver } from '../try/check-hand-over.js';
import { formsOn } from '../try/form-on-page.js';
import type { Stage } from '../try/stage.js';
import { sampleFiles } from '../try/values/sample-files.js';
import type { SampleFile } from '../try/values/sample-files.js';

/** The rest of a case: a clerk asks, the citizen answers, begins another application with the same answers, and takes the first back. */
export async function afterSubmission(stage: Stage, citizen: Browser, clerk: Browser, service: string, application: string): Promise<void> {
  const id = application.split('/')[2] ?? '';
  const desk = `/amt/vorgang/${id}`;
  await citizen.get(`${application}/stand`);
  await handedOver(stage, id);
  await signIn(clerk);
  const handed = (await clerk.get(desk)).html.querySelector('.portal-deliveries a');
  await clerk.get(handed?.getAttribute('href') ?? '');
  await send(clerk, await clerk.get(desk), { ereignis: 'start-review' }, '/stand');
  await send(clerk, await clerk.get(desk), { frage: '' }, '/frage');
  await send(clerk, await clerk.get(desk), { frage: 'Bitte schicken Sie uns den Nachweis.' }, '/frage');
  await citizen.get(`${application}/stand`);
  await answered(citizen, `${application}/antwort`);
  await clerk.get(desk);
  await again(citizen, service);
  await send(citizen, await citizen.get(`${application}/ruecknahme`), {}, '/ruecknahme');
  await clerk.get(desk);
}

async function signIn(clerk: Browser): Promise<void> {
  await send(clerk, await clerk.get('/amt'), { username: 'amt', password: 'falsch' }, '/anmelden');
  const inbox = await send(clerk, await clerk.get('/amt'), { username: 'amt', password: 'musterstadt' }, '/anmelden');
  if (inbox.path !== '/amt') throw new Error(`Signing in leads to ${inbox.path}`);
  await clerk.get('/amt/barrieren');
}

async function answered(citizen: Browser, path: string): Promise<void> {
  const [pdf] = sampleFiles;
  const noPdf: SampleFile = { name: 'Nachweis Müll ß.pdf', mediaType: 'application/pdf', bytes: Buffer.from('MZ no document') };
  for (const [text, file] of [
    ['', null],
    ['Anbei.', noPdf],
    ['Anbei.', pdf ?? null],
  ] as const) {
    const page = await citizen.get(path);
    await citizen.post(path, { fields: [...hiddenOn(page), ['antwort', text]], files: [['dateien', file]], multipart: true });
  }
}

/** Another application: what the first one says about the person is offered, taken and marked. */
async function again(citizen: Browser, service: string): Promise<void> {
  const offer = await citizen.post(`/${service}/antrag`, { fields: [], files: [], multipart: false });
  if (!offer.path.endsWith('/uebernehmen')) return;
  const first = await send(citizen, offer, { uebernehmen: 'ja' }, '/uebernehmen');
  const overview = await citizen.get(`${first.path.split('/').slice(0, 3).join('/')}/uebersicht`);
  const pages = overview.html.querySelectorAll('main a[href^="/antrag/"]').map((link) => link.getAttribute('href') ?? '');
  for (const page of pages) await citizen.get(page);
}

const hiddenOn = (page: Page): (readonly [string, string])[] =>
  formsOn(page).flatMap(({ inputs }) =>
    inputs.filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value ?? ''] as const),
  );
