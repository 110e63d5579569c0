import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { startMailbox } from '@serviceportal/portal-adapter';
import type { ReceivedMail, RunningMailbox } from '@serviceportal/portal-adapter';
import request from 'supertest';
import { later } from '../applications/clock.js';
import { changeState } from '../applications/change-state.js';
import { askCitizen, withdraw } from '../applications/dialogue.js';
import { begin, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { findApplication } from '../storage/applications.js';
import type { ApplicationRow } from '../storage/applications.js';
import { deleteUnconfirmedBefore } from '../storage/mail-addresses.js';
import { openBrowser } from '../try/browser.js';
import type { Browser, Page } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';
import { serviceWithMail as service } from './service-with-mail.test-support.js';

let portal: SmallPortal;
let mailbox: RunningMailbox;
let now = new Date('2026-11-21T12:00:00Z');
const logged: string[] = [];

beforeAll(async () => {
  mailbox = await startMailbox();
  const sender = { address: 'noreply@probe.example', name: 'Stadt Probe' };
  const notification = { connector: 'smtp', host: '127.0.0.1', port: mailbox.port, encryption: 'none', sender, timeoutSeconds: 60 };
  const changes = {
    notification,
    baseUrl: 'https://dienste.probe.example',
    limits: { mailsPerMinute: 1000, statusLookupsPerMinute: 1000 },
  };
  portal = await startSmallPortal({ service, changes, clock: { now: () => now }, log: { write: (line) => void logged.push(line) } });
});
afterAll(async () => {
  await portal.close();
  await mailbox.close();
});
beforeEach(() => {
  mailbox.behave('honest');
  // Yesterday's mails do not count.
  now = later(now, { days: 2 });
});

let addresses = 0;
const freshAddress = (): string => `zoe${++addresses}@beispiel.de`;

async function submitted(email = ''): Promise<{ browser: Browser; page: Page; id: string; row: ApplicationRow }> {
  const { browser, page, id } = await begin(portal.base);
  const list = await send(browser, page, { 'G1/F1': 'Zoë Müller', 'G1/F2': 'false', 'G1/F9': email });
  const check = await send(browser, await send(browser, list, {}), {});
  const done = await send(browser, check, {}, '/absenden');
  const row = await findApplication(portal.running.portal.office.database, id);
  if (!row) throw new Error(`Not submitted: ${done.path}`);
  return { browser, page: done, id, row };
}

const pageOf = (id: string): string => `/antrag/${id}/stand/e-mail`;
const mailsTo = (address: string): ReceivedMail[] => mailbox.mails.filter(({ to }) => to === address);

async function mailTo(address: string, count = 1): Promise<ReceivedMail> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    const mail = mailsTo(address)[count - 1];
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Mail ${count} to ${address} did not come: ${logged.slice(-5).join('')}`);
}

const codeIn = ({ text }: ReceivedMail): string => /\d{3} \d{3}/.exec(text)?.[0] ?? '';

/** Some other six digits. */
const otherThan = (code: string): string => (code === '000 000' ? '111111' : '000000');

/** Submitted, with an address that is confirmed. */
async function confirmed(): Promise<Awaited<ReturnType<typeof submitted>> & { address: string }> {
  const address = freshAddress();
  const all = await submitted();
  const page = await send(all.browser, all.page, { adresse: address, aktion: 'senden' }, '/e-mail');
  await send(all.browser, page, { code: codeIn(await mailTo(address)), aktion: 'bestaetigen' }, '/e-mail');
  await mailTo(address, 2);
  return { ...all, address };
}

it('offers the address that the form asked for; the address gets digits, and nothing about the application', async () => {
  const address = freshAddress();
  const { browser, page, id, row } = await submitted(address);
  const form = formsOn(page).find(({ action }) => action === pageOf(id));
  expect(form?.inputs.find(({ name }) => name === 'adresse')?.value).toBe(address);
  const waiting = await send(browser, page, { adresse: address, aktion: 'senden' }, '/e-mail');
  expect(waiting.path).toBe(pageOf(id));
  const mail = await mailTo(address);
  expect(mail.subject).toBe('Bitte bestätigen Sie Ihre E-Mail-Adresse');
  expect(codeIn(mail)).not.toBe('');
  for (const secret of [row.reference, 'Unterhaltsvorschuss', 'Zoë', 'Müller', id])
    expect(`${mail.subject}${mail.text}`).not.toContain(secret);
});

it('confirms by the digits, then says what was received when, under which number, and what happens next', async () => {
  const address = freshAddress();
  const { browser, page, id, row } = await submitted();
  const waiting = await send(browser, page, { adresse: ` ${address} `, aktion: 'senden' }, '/e-mail');
  const code = codeIn(await mailTo(address));
  const wrong = await send(browser, waiting, { code: otherThan(code), aktion: 'bestaetigen' }, '/e-mail');
  expect([wrong.status, mistakesOn(wrong).map(({ href }) => href)]).toEqual([422, ['#code']]);
  const right = await send(browser, wrong, { code, aktion: 'bestaetigen' }, '/e-mail');
  expect(right.html.textContent).toContain(`Wir schreiben an ${address}`);
  const mail = await mailTo(address, 2);
  expect(mail.subject).toBe(`Ihr Antrag ist eingegangen: ${row.reference}`);
  for (const part of [
    row.reference,
    'Unterhaltsvorschuss Bcc: alle@boese.example',
    '1. Wir prüfen den Antrag.',
    'https://dienste.probe.example/status',
  ])
    expect(mail.text).toContain(part);
  for (const secret of ['Zoë', 'Müller', id]) expect(mail.text).not.toContain(secret);
  expect(mail.headers).not.toHaveProperty('bcc');
  expect(mail.recipients).toEqual([address]);
});

it('tells of a question and a decision, without saying what, and not of what the person did', async () => {
  const { row, address } = await confirmed();
  const { office } = portal.running.portal;
  const clerk = { actor: 'clerk', account: 'a' } as const;
  await changeState(office, row.id, 'receive', { actor: 'system' }).catch(() => null);
  await changeState(office, row.id, 'start-review', clerk);
  const current = await findApplication(office.database, row.id);
  if (!current) throw new Error('gone');
  await askCitizen(office, current, 'a', 'Wie heißt Ihr Sohn Kevin?');
  const mail = await mailTo(address, 3);
  expect(mail.subject).toBe(`Es gibt etwas Neues zu Ihrem Antrag ${row.reference}`);
  for (const secret of ['Kevin', 'Zoë', 'Frage', 'Unterhalt']) expect(mail.text).not.toContain(secret);
  await changeState(office, row.id, 'provide-information', { actor: 'citizen' });
  await changeState(office, row.id, 'decide', clerk, { decision: 'Abgelehnt' });
  expect((await mailTo(address, 4)).text).not.toContain('gelehnt');
  expect(mailsTo(address)).toHaveLength(4);
});

it('writes in the language in which the address was given', async () => {
  const address = freshAddress();
  const { browser, id } = await submitted();
  const page = await browser.get(`${pageOf(id)}?sprache=en`);
  await send(browser, page, { adresse: address, aktion: 'senden' }, '/e-mail');
  const mail = await mailTo(address);
  expect([mail.subject, mail.headers['content-language']]).toEqual(['Please confirm your e-mail address', 'en']);
});

it.each(['', 'zoe', 'zoe@beispiel', 'a@b.de, c@d.de', 'a@b.de\r\nBcc: c@d.de', '"a b"@c.de'])(
  'takes %j for no address, and keeps what was typed',
  async (typed) => {
    const { browser, page } = await submitted();
    const again = await send(browser, page, { adresse: typed, aktion: 'senden' }, '/e-mail');
    expect([again.status, mistakesOn(again).map(({ href }) => href)]).toEqual([422, ['#adresse']]);
    expect(again.html.querySelector('#adresse')?.getAttribute('aria-describedby')).toContain('adresse-error');
  },
);

it('ends the digits after two hours and after five wrong ones; new ones help', async () => {
  const address = freshAddress();
  const { browser, page } = await submitted();
  const waiting = await send(browser, page, { adresse: address, aktion: 'senden' }, '/e-mail');
  const code = codeIn(await mailTo(address));
  for (let attempt = 0; attempt < 5; attempt += 1)
    await send(browser, waiting, { code: otherThan(code), aktion: 'bestaetigen' }, '/e-mail');
  const guessed = await send(browser, waiting, { code, aktion: 'bestaetigen' }, '/e-mail');
  expect(guessed.html.textContent).toContain('Der Code gilt nicht mehr.');
  const asked = guessed.html.querySelectorAll('button[value="senden"]');
  expect(asked).toHaveLength(1);
  const again = await send(browser, guessed, { aktion: 'senden' }, '/e-mail');
  const second = codeIn(await mailTo(address, 2));
  now = later(now, { seconds: 2 * 3600 });
  expect((await send(browser, again, { code: second, aktion: 'bestaetigen' }, '/e-mail')).html.textContent).toContain(
    'Der Code gilt nicht mehr.',
  );
  const last = await send(browser, await browser.get(again.path), { aktion: 'senden' }, '/e-mail');
  const third = codeIn(await mailTo(address, 3));
  expect((await send(browser, last, { code: third, aktion: 'bestaetigen' }, '/e-mail')).html.textContent).toContain('Wir schreiben an');
});

it('sends one address three mails a day, whoever asks, in whatever spelling; the next day again', async () => {
  const address = freshAddress();
  const spellings = [address, address.toUpperCase(), address.replace('@', '+a@'), address];
  const answers: Page[] = [];
  for (const adresse of spellings) {
    const { browser, page } = await submitted();
    answers.push(await send(browser, page, { adresse, aktion: 'senden' }, '/e-mail'));
  }
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 422]);
  expect(answers[3]?.html.textContent).toContain('morgen noch einmal');
  now = later(now, { days: 1, seconds: 1 });
  const { browser, page } = await submitted();
  expect((await send(browser, page, { adresse: address, aktion: 'senden' }, '/e-mail')).status).toBe(200);
});

it('sends one browser six mails a day, to whatever addresses', async () => {
  const { browser, id } = await submitted();
  const statuses: number[] = [];
  for (let mail = 0; mail < 7; mail += 1) {
    await send(browser, await browser.get(pageOf(id)), { aktion: 'entfernen' }, '/e-mail').catch(() => null);
    const page = await send(browser, await browser.get(pageOf(id)), { adresse: freshAddress(), aktion: 'senden' }, '/e-mail');
    statuses.push(page.status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 422]);
});

it('says that an address does not exist, but nothing of a mail server that is down; the mail goes out later', async () => {
  const unknown = freshAddress();
  const { browser, page, id } = await submitted();
  mailbox.behave('unknownRecipient');
  await send(browser, page, { adresse: unknown, aktion: 'senden' }, '/e-mail');
  await until(async () => (await browser.get(pageOf(id))).html.textContent.includes('können wir keine E-Mail schicken'));

  mailbox.behave('cutBeforeAnswer');
  const other = await submitted();
  const address = freshAddress();
  const waiting = await send(other.browser, other.page, { adresse: address, aktion: 'senden' }, '/e-mail');
  expect([waiting.status, waiting.html.querySelector('.kern-alert--warning')]).toEqual([200, null]);
  await until(() => logged.some((line) => line.includes('smtp-unreachable')));
  const { office } = portal.running.portal;
  const metrics = (await request(portal.base).get('/metrics').set('Authorization', 'Bearer x')).status;
  expect(metrics).toBe(404);
  expect(await portal.running.portal.metrics.registry.getSingleMetricAsString('serviceportal_notices_total')).toMatch(
    /outcome="unavailable"} [1-9]/,
  );
  const row = await office.database.selectFrom('notices').selectAll().where('application_id', '=', other.id).executeTakeFirstOrThrow();
  expect([row.state, row.attempts]).toEqual(['pending', 1]);
  mailbox.behave('honest');
  now = later(now, { seconds: 10 });
  office.wake();
  await until(() => mailsTo(address).length > 1);
  // The same message: whoever got it twice sees it once.
  expect(new Set(mailsTo(address).map(({ headers }) => headers['message-id'])).size).toBe(1);
  expect(logged.join('')).not.toContain('beispiel.de');
});

it('sends no digits that have run out, and nothing about what the person did', async () => {
  const { office } = portal.running.portal;
  const stateOf = async (id: string) =>
    (await office.database.selectFrom('notices').select(['kind', 'state']).where('application_id', '=', id).execute()).map(
      ({ kind, state }) => `${kind} ${state}`,
    );
  const late = freshAddress();
  mailbox.behave('busy');
  const { browser, page, id } = await submitted();
  await send(browser, page, { adresse: late, aktion: 'senden' }, '/e-mail');
  await until(
    async () =>
      (await office.database.selectFrom('notices').select('attempts').where('application_id', '=', id).executeTakeFirst())?.attempts === 1,
  );
  mailbox.behave('honest');
  now = later(now, { seconds: 2 * 3600 });
  office.wake();
  await until(async () => (await stateOf(id))[0] === 'confirm dropped');
  expect(mailsTo(late)).toEqual([]);

  const told = await confirmed();
  // The mail is there before its row says so.
  await until(async () => (await stateOf(told.id)).includes('received sent'));
  await withdraw(office, told.row, { actor: 'citizen' });
  expect(await stateOf(told.id)).toEqual(['confirm sent', 'received sent']);
});

it('keeps the address sealed, and deletes it when the person removes it, or when it was never confirmed', async () => {
  const { office } = portal.running.portal;
  const rowsOf = (id: string) => office.database.selectFrom('mail_addresses').selectAll().where('application_id', '=', id).execute();
  const { browser, id, address, row } = await confirmed();
  const [stored] = await rowsOf(id);
  expect(stored?.sealed.includes(address)).toBe(false);
  expect((await office.database.selectFrom('mail_counts').selectAll().execute()).some(({ scope }) => scope.includes('zoe'))).toBe(false);
  const status = await browser.get(`/antrag/${id}/stand`);
  expect(status.html.textContent).toContain(address);
  const removed = await send(browser, await browser.get(pageOf(id)), { aktion: 'entfernen' }, '/e-mail');
  expect(removed.html.querySelector('#adresse')).not.toBeNull();
  expect(await rowsOf(id)).toEqual([]);
  await changeState(office, row.id, 'withdraw', { actor: 'clerk', account: 'a' });
  expect(await office.database.selectFrom('notices').selectAll().where('application_id', '=', id).execute()).toEqual([]);

  const never = await submitted();
  await send(never.browser, never.page, { adresse: freshAddress(), aktion: 'senden' }, '/e-mail');
  now = later(now, { days: 2 });
  await deleteUnconfirmedBefore(office.database, later(now, { days: -1 }).toISOString());
  expect(await rowsOf(never.id)).toEqual([]);
});

type Submitted = Awaited<ReturnType<typeof submitted>>;

async function lookedUp({ browser, id, row }: Submitted, cookies: Record<string, string> = {}): Promise<{ other: Browser; found: Page }> {
  const done = (await browser.get(`/antrag/${id}/fertig`)).html.querySelectorAll('.portal-reference strong')[1]?.textContent ?? '';
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?=\s|$)/.exec(done)?.[0] ?? '';
  const other = openBrowser(portal.base, () => undefined, cookies);
  return { other, found: await send(other, await other.get('/status'), { reference: row.reference, code }, '/status') };
}

it('sends no more mails to who looks the case up with a cookie of their own making each time', async () => {
  const own = await submitted();
  const statuses: number[] = [];
  for (let mail = 0; mail < 7; mail += 1) {
    const { other } = await lookedUp(own, { besuch: randomBytes(32).toString('base64url') });
    const page = '/status/vorgang/stand/e-mail';
    await send(other, await other.get(page), { aktion: 'entfernen' }, '/e-mail').catch(() => null);
    statuses.push((await send(other, await other.get(page), { adresse: freshAddress(), aktion: 'senden' }, '/e-mail')).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 422]);
});

it('hides the address from who only has number and Abrufcode', async () => {
  const own = await confirmed();
  const { page, address, id } = own;
  expect(page.status).toBe(200);
  const { other, found } = await lookedUp(own);
  expect(found.path).toBe('/status/vorgang/stand');
  expect(found.html.textContent).not.toContain(address);
  expect(found.html.textContent).toContain('z…@beispiel.de');
  expect((await send(other, await other.get('/status/vorgang/stand/e-mail'), { aktion: 'entfernen' }, '/e-mail')).status).toBe(200);
  expect((await openBrowser(portal.base).get(pageOf(id))).status).toBe(404);
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not come to that: ${logged.slice(-8).join('')}`);
}
