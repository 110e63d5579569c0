import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { startFachverfahren } from '@serviceportal/portal-adapter';
import type { DeliveryConnector, RunningFachverfahren } from '@serviceportal/portal-adapter';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { findDelivery } from '../storage/deliveries.js';
import { eventsOf } from '../storage/events.js';
import { openBrowser } from '../try/browser.js';
import type { Browser } from '../try/browser.js';

let folder: string;
let fachverfahren: RunningFachverfahren;
let portal: SmallPortal;
let clerk: Browser;
let last: { status: number; text: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-delivery-'));
  const webhook = { secret: 'ein-Geheimnis-mit-mehr-als-32-Zeichen', url: () => `${portal.base}/rueckmeldung/amt` };
  fachverfahren = await startFachverfahren({ folder, port: 0, webhook });
  const delivery = {
    connector: 'http',
    url: fachverfahren.deliveryUrl,
    statusBack: true,
    webhook: { secretEnv: 'WEBHOOK_SECRET' },
  };
  const services = [{ package: 'probe', targets: [{ name: 'amt', label: 'Fachverfahren', delivery }] }];
  portal = await startSmallPortal({ changes: { demonstration: true, services }, environment: { WEBHOOK_SECRET: webhook.secret } });
  clerk = openBrowser(portal.base, (_path, status, text) => (last = { status, text }));
  await send(clerk, await clerk.get('/amt'), { username: 'amt', password: 'musterstadt' }, '/anmelden');
});
afterAll(async () => {
  await portal.close();
  await fachverfahren.close();
  await rm(folder, { recursive: true, force: true });
});

/** Submits an application and waits until its delivery is so. */
async function submitted(until: (row: DeliveryRow) => boolean): Promise<string> {
  const { browser, page, id } = await fillAll(portal.base);
  await send(browser, page, {}, '/absenden');
  await settled(id, until);
  return id;
}

async function settled(id: string, until: (row: DeliveryRow) => boolean): Promise<DeliveryRow> {
  const { database } = portal.running.portal.office;
  for (let time = 0; time < 600; time++) {
    const row = await findDelivery(database, `${id}.amt`);
    if (row && until(row)) return row;
    await delay(50);
  }
  throw new Error(`The delivery stays ${(await findDelivery(database, `${id}.amt`))?.state}`);
}

const acknowledged = ({ state }: DeliveryRow): boolean => state === 'acknowledged';

it('shows what was handed over, byte for byte, and the number of the counterpart', async () => {
  const id = await submitted(acknowledged);
  const received = fachverfahren.store.byKey(`${id}.amt`);
  const file = received?.files.find(({ name }) => name === 'antrag.json');
  if (!received || !file) throw new Error('The counterpart has nothing');
  const bytes = await readFile(fachverfahren.store.pathOf(received, file));
  const digest = createHash('sha256').update(bytes).digest('hex');
  const shown = await clerk.get(`/amt/vorgang/${id}`);
  const link = shown.html.querySelector('.portal-deliveries a');
  expect(link?.textContent).toContain('Was wurde übergeben');
  const page = await clerk.get(link?.getAttribute('href') ?? '');
  expect(page.html.textContent).toContain(digest);
  expect(page.html.textContent).toContain(received.caseNumber);
  await clerk.get(page.html.querySelector('a[href$="/datei/1"]')?.getAttribute('href') ?? '');
  expect(last.text).toBe(bytes.toString('utf8'));
  expect((await clerk.get(`${page.path}/datei/99`)).status).toBe(404);
  const event = (await eventsOf(portal.running.portal.office.database, id)).find(({ kind }) => kind === 'delivery-acknowledged');
  expect(event?.data['sent']).toBe(`antrag.json ${bytes.length} sha256:${digest}`);
  // By its number there, the case is found.
  const found = await clerk.get(`/amt?vorgangsnummer=${encodeURIComponent(received.caseNumber)}`);
  expect(found.html.querySelectorAll('.portal-inbox tbody tr')).toHaveLength(1);
});

it('shows what became of a case as soon as the counterpart calls', async () => {
  const id = await submitted(acknowledged);
  await fachverfahren.decide(fachverfahren.store.byKey(`${id}.amt`)?.caseNumber ?? '', { state: 'rejected', reason: 'Nicht zuständig' });
  await settled(id, ({ case_state }) => case_state === 'rejected');
  const shown = (await clerk.get(`/amt/vorgang/${id}`)).html.textContent;
  expect(shown).toContain('Dort abgelehnt');
  expect(shown).toContain('Nicht zuständig');
  expect((await clerk.get('/amt')).html.textContent).toContain('Dort abgelehnt');
});

it('believes no callback that the counterpart did not sign, and takes none for others', async () => {
  const post = (target: string) => fetch(`${portal.base}/rueckmeldung/${target}`, { method: 'POST', body: '{"keys":["x"]}' });
  expect((await post('amt')).status).toBe(403);
  expect((await post('gibt-es-nicht')).status).toBe(404);
  const large = await fetch(`${portal.base}/rueckmeldung/amt`, { method: 'POST', body: 'x'.repeat(1_100_000) });
  expect(large.status).toBe(413);
});

it('asks about every case that a callback names, however many they are', async () => {
  const id = await submitted(acknowledged);
  const connector = portal.running.portal.connectors.get('amt') as DeliveryConnector & {
    callback: NonNullable<DeliveryConnector['callback']>;
  };
  const keys = [...Array.from({ length: 250 }, (_, index) => `nobody-${index}`), `${id}.amt`];
  const callback = jest.spyOn(connector, 'callback').mockResolvedValue({ keys, counterpartReferences: [] });
  const before = (await settled(id, acknowledged)).status_questions;
  // As large as FIT-Connect may send it.
  const answer = await fetch(`${portal.base}/rueckmeldung/amt`, { method: 'POST', body: 'x'.repeat(900_000) });
  callback.mockRestore();
  expect(answer.status).toBe(200);
  expect((await settled(id, (row) => row.status_questions > before)).state).toBe('acknowledged');
});

it('lets a clerk decide what nobody else can know', async () => {
  const id = await submitted(acknowledged);
  const { database } = portal.running.portal.office;
  const change = { state: 'unclear', acknowledged_at: null, counterpart_reference: null, done_step: null } as const;
  await database.updateTable('deliveries').set(change).where('id', '=', `${id}.amt`).execute();
  const shown = await clerk.get(`/amt/vorgang/${id}`);
  const link = shown.html.querySelector('.portal-deliveries a');
  expect(link?.textContent).toContain('Bitte entscheiden');
  const page = await clerk.get(link?.getAttribute('href') ?? '');
  const buttons = page.html.querySelectorAll('button[name="entscheidung"]').map((button) => button.textContent.trim());
  expect(buttons).toEqual(['Es ist nicht angekommen – noch einmal senden', 'Jetzt nachfragen', 'Es ist angekommen']);
  const without = await send(clerk, page, { entscheidung: 'confirm-arrival', nummer: ' ' }, link?.getAttribute('href') ?? '');
  expect(without.status).toBe(422);
  expect(without.html.querySelector('#nummer-error')?.textContent).toContain('Bitte geben Sie die Nummer an');
  const decided = await send(clerk, without, { entscheidung: 'confirm-arrival', nummer: 'AZ 12/3' }, link?.getAttribute('href') ?? '');
  expect(decided.html.textContent).toContain('Ihre Entscheidung ist vermerkt.');
  expect(decided.html.textContent).toContain('AZ 12/3');
  const late = await send(clerk, page, { entscheidung: 'resend' }, link?.getAttribute('href') ?? '');
  expect(late.html.textContent).toContain('Das ist nicht mehr möglich.');
});
