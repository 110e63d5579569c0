import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import type { Notice } from '../../contract/notification.js';
import { NotificationError } from '../../contract/notification.js';
import { startMailbox } from '../../simulators/mailbox/mailbox.js';
import type { MailboxOptions, RunningMailbox } from '../../simulators/mailbox/mailbox.js';
import { smtpConfiguration } from './configuration.js';
import { createSmtpNotifier } from './smtp-notifier.js';
import type { SmtpSecrets } from './smtp-notifier.js';

const notice: Notice = {
  id: 'n-1',
  to: 'zoe@beispiel.de',
  subject: 'Ihr Antrag: Müll ß – Änderung',
  text: 'Guten Tag,\n\nes gibt etwas Neues. Größe: 1.234,50 €\n.\nEnde\n',
  language: 'de',
};

let mailbox: RunningMailbox;
afterEach(() => mailbox?.close());

const open = async (options: MailboxOptions = {}): Promise<void> => {
  mailbox = await startMailbox(options);
};

const notifier = (changes: object = {}, secrets: SmtpSecrets = {}) => {
  const sender = { address: 'noreply@musterstadt.de', name: 'Stadt Müsterstadt' };
  const configuration = {
    connector: 'smtp',
    host: 'localhost',
    port: mailbox.port,
    encryption: 'none',
    sender,
    timeoutSeconds: 60,
    ...changes,
  };
  return createSmtpNotifier(smtpConfiguration.parse(configuration), secrets);
};

const patient = () => ({ signal: new AbortController().signal });

async function failure(sending: Promise<void>): Promise<NotificationError> {
  const error: unknown = await sending.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof NotificationError) return error;
  throw new Error(`No NotificationError: ${String(error)}`);
}

describe('a message', () => {
  it('arrives as it was written, umlauts, long dashes and a lonely dot included', async () => {
    await open();
    await notifier().send(notice, patient());
    const [mail] = mailbox.mails;
    expect(mail).toMatchObject({ from: 'noreply@musterstadt.de', recipients: [notice.to], to: notice.to, subject: notice.subject });
    expect(mail?.text.replace(/\r\n/g, '\n').trimEnd()).toBe(notice.text.trimEnd());
    expect(mail?.headers).toMatchObject({
      'message-id': '<n-1@musterstadt.de>',
      // RFC 3834, section 5.
      'auto-submitted': 'auto-generated',
      'content-language': 'de',
    });
    expect(mail?.headers['from']).toContain('noreply@musterstadt.de');
  });

  it('goes to one address and has no header but ours, whatever subject and address hold', async () => {
    await open();
    await notifier().send({ ...notice, subject: 'Antrag\r\nBcc: alle@boese.example\r\n\r\nHallo' }, patient());
    await notifier()
      .send({ ...notice, to: 'a@b.de>,<c@boese.example' }, patient())
      .catch(() => undefined);
    await notifier()
      .send({ ...notice, to: 'a@b.de\r\nRCPT TO:<c@boese.example>' }, patient())
      .catch(() => undefined);
    expect(mailbox.mails[0]?.headers).not.toHaveProperty('bcc');
    expect(mailbox.mails[0]?.text).not.toContain('Bcc');
    expect(mailbox.mails.flatMap(({ recipients }) => recipients)).not.toContain('c@boese.example');
    expect(mailbox.mails.every(({ recipients }) => recipients.length === 1)).toBe(true);
  });

  it('reaches a domain with umlauts under its name in ASCII', async () => {
    await open();
    await notifier().send({ ...notice, to: 'zoe@bürgeramt-köln.de' }, patient());
    // The stand-in reads the envelope back. In ASCII as Python's codec "idna" writes it (RFC 3492).
    expect(mailbox.mails[0]?.recipients).toEqual(['zoe@bürgeramt-köln.de']);
    expect(mailbox.mails[0]?.headers['to']).toBe('zoe@xn--brgeramt-kln-ejb8e.de');
  });

  it('names where answers go', async () => {
    await open();
    await notifier({ replyTo: 'buergerbuero@musterstadt.de' }).send(notice, patient());
    expect(mailbox.mails[0]?.headers['reply-to']).toBe('buergerbuero@musterstadt.de');
  });
});

describe('a mail server on a bad day', () => {
  it.each([
    ['unknownRecipient', 'smtp-recipient-refused', 'refused'],
    ['messageRefused', 'smtp-message-refused', 'refused'],
    ['senderRefused', 'smtp-sender-refused', 'unavailable'],
    ['busy', 'smtp-busy', 'unavailable'],
    ['cutBeforeAnswer', 'smtp-unreachable', 'unavailable'],
    ['deaf', 'smtp-slow', 'unavailable'],
  ] as const)('that is %s: %s', async (behaviour, code, kind) => {
    await open();
    mailbox.behave(behaviour);
    const error = await failure(notifier({ timeoutSeconds: behaviour === 'deaf' ? 1 : 60 }).send(notice, patient()));
    expect([error.code, error.kind]).toEqual([code, kind]);
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('zoe');
    expect(error.cause).toBeUndefined();
  });

  it('that is not there', async () => {
    await open();
    const sender = notifier();
    await mailbox.close();
    expect((await failure(sender.send(notice, patient()))).code).toBe('smtp-unreachable');
  });

  it('that drips a byte now and then does not hold the message up for ever', async () => {
    await open();
    const dripping = createServer((socket) => {
      const timer = setInterval(() => socket.write('2'), 100);
      socket.on('close', () => clearInterval(timer)).on('error', () => undefined);
    });
    await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve));
    const { port } = dripping.address() as AddressInfo;
    expect((await failure(notifier({ port, timeoutSeconds: 1 }).send(notice, patient()))).code).toBe('smtp-slow');
    dripping.close();
  });

  it('is left alone when the attempt is aborted', async () => {
    await open();
    mailbox.behave('deaf');
    expect((await failure(notifier().send(notice, { signal: AbortSignal.timeout(50) }))).kind).toBe('unavailable');
  });
});

it('logs in where a login is needed, and says so where it is refused', async () => {
  await open({ login: { user: 'portal', password: 'geheim' } });
  await notifier({ user: 'portal', passwordEnv: 'X' }, { password: 'geheim' }).send(notice, patient());
  expect(mailbox.mails).toHaveLength(1);
  expect((await failure(notifier({ user: 'portal', passwordEnv: 'X' }, { password: 'falsch' }).send(notice, patient()))).code).toBe(
    'smtp-login',
  );
});

describeWith('openssl', 'encryption', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serviceportal-smtp-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const about = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...about], { stdio: 'ignore' });
  const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });

  it('is used before anything is said, with a certificate that is trusted', async () => {
    await open({ tls });
    await notifier({ encryption: 'starttls' }, { ca: tls.cert }).send(notice, patient());
    expect(mailbox.mails).toMatchObject([{ encrypted: true }]);
  });

  it('with a certificate of anybody else sends nothing', async () => {
    await open({ tls });
    expect(['smtp-unreachable', 'smtp-tls']).toContain((await failure(notifier({ encryption: 'starttls' }).send(notice, patient()))).code);
    expect(mailbox.mails).toEqual([]);
  });

  it('is not given up where the server offers none', async () => {
    await open();
    expect((await failure(notifier({ encryption: 'starttls' }).send(notice, patient()))).kind).toBe('unavailable');
    expect(mailbox.mails).toEqual([]);
  });
});

describe('the configuration', () => {
  const sender = { address: 'noreply@musterstadt.de' };
  const parse = (changes: object) => smtpConfiguration.safeParse({ connector: 'smtp', host: 'mail.musterstadt.de', sender, ...changes });

  it('encrypts unless told otherwise', () => {
    expect(parse({}).data).toMatchObject({ port: 587, encryption: 'starttls' });
    expect(parse({ port: 465 }).data?.encryption).toBe('tls');
  });

  it.each([
    ['an unencrypted way to another machine', { encryption: 'none' }],
    ['a password in the clear', { encryption: 'none', insecure: true, user: 'a', passwordEnv: 'B' }],
    ['a user without a password', { user: 'a' }],
    ['a sender with a line break', { sender: { address: 'a@b.de', name: 'A\nBcc: c@d.de' } }],
    ['a sender that is a list', { sender: { address: 'a@b.de,c@d.de' } }],
    ['a password in the file', { user: 'a', password: 'geheim' }],
  ])('refuses %s', (_, changes) => expect(parse(changes).success).toBe(false));
});
