import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServicePackage } from '@serviceportal/form-engine';
import type { DestinationStream } from 'pino';
import type { Clock } from './applications/clock.js';
import { municipalitySchema } from './municipalities/configuration.js';
import { municipalityOf } from './municipalities/municipality.js';
import { createLog } from './security/log.js';
import { smallService } from './small-service.test-support.js';
import { startPortal } from './start-portal.js';
import type { RunningPortal } from './start-portal.js';
import { openBrowser } from './try/browser.js';
import type { Browser, Page } from './try/browser.js';
import { formsOn } from './try/form-on-page.js';

export interface SmallPortal {
  readonly running: RunningPortal;
  readonly base: string;
  readonly data: string;
  close(): Promise<void>;
}

export interface SmallPortalOptions {
  readonly changes?: object;
  readonly clock?: Clock;
  readonly log?: DestinationStream;
  /** In place of the small one. Its key is `probe`. */
  readonly service?: ServicePackage;
  /** Of the configuration's files; without it, the data folder. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Data that another portal left, and that stays; without it, a folder that goes with the portal. */
  readonly data?: string;
  /** Null: the default. */
  readonly host?: string | null;
}

const text = { heading: 'Text', paragraphs: [], sections: [] };

/** A portal with one small service on a free port. Hands over into a folder. */
export async function startSmallPortal({
  changes = {},
  clock,
  log,
  service = smallService,
  host = '127.0.0.1',
  folder,
  environment = {},
  data: kept,
}: SmallPortalOptions = {}): Promise<SmallPortal> {
  const data = kept ?? (await mkdtemp(join(tmpdir(), 'serviceportal-test-')));
  const delivery = { connector: 'directory', path: join(data, 'uebergabe'), create: true };
  const configuration = municipalitySchema.parse({
    name: 'Stadt Probe',
    referencePrefix: 'PR',
    ars: '059700000000',
    land: 'NW',
    contact: { office: 'Bürgerbüro' },
    legal: { imprint: { file: 'x' }, privacy: { file: 'x' }, accessibility: { file: 'x' } },
    services: [{ package: 'probe', targets: [{ name: 'ablage', label: 'Ablage', delivery }] }],
    ...changes,
  });
  const municipality = await municipalityOf(configuration, folder ?? data, { imprint: text, privacy: text, accessibility: text });
  const running = await startPortal({
    municipality,
    offers: [{ package: service, preview: false }],
    data,
    port: 0,
    ...(host === null ? {} : { host }),
    log: createLog(log ? 'info' : 'silent', log),
    environment,
    ...(clock ? { clock } : {}),
  });
  return {
    running,
    base: `http://127.0.0.1:${running.port}`,
    data,
    async close() {
      await running.stop();
      if (kept === undefined) await rm(data, { recursive: true, force: true });
    },
  };
}

/** Sends a form of the page with these answers and its own hidden fields. */
export function send(browser: Browser, page: Page, answers: Readonly<Record<string, string>>, actionEnd = ''): Promise<Page> {
  const form = formsOn(page).find(({ action }) => action.endsWith(actionEnd));
  if (!form) throw new Error(`${page.path} has no form "${actionEnd}"`);
  const hidden = form.inputs.filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value ?? ''] as const);
  return browser.post(form.action, { fields: [...hidden, ...Object.entries(answers)], files: [], multipart: form.multipart });
}

/** Starts an application and gives the answers of its first page. */
export async function begin(base: string): Promise<{ browser: Browser; page: Page; id: string }> {
  const browser = openBrowser(base);
  const page = await browser.post('/probe/antrag', { fields: [], files: [], multipart: false });
  return { browser, page, id: page.path.split('/')[2] ?? '' };
}

/** Fills in everything up to the page that submits. */
export async function fillAll(base: string): Promise<{ browser: Browser; page: Page; id: string }> {
  const { browser, page, id } = await begin(base);
  const children = await send(browser, page, { 'G1/F1': 'Zoë Müller', 'G1/F2': 'false' });
  const proofs = await send(browser, children, {});
  return { browser, page: await send(browser, proofs, {}), id };
}
