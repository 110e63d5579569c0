import { createTransport } from 'nodemailer';
import type { Notice, Notifier } from '../../contract/notification.js';
import { NotificationError } from '../../contract/notification.js';
import type { SmtpConfiguration } from './configuration.js';
import { smtpError } from './smtp-error.js';

export interface SmtpSecrets {
  readonly password?: string | undefined;
  /** Certificates in PEM that are trusted instead of the usual ones. */
  readonly ca?: string;
}

/** Hands messages to a mail server (RFC 5321, RFC 6409), one connection a message. */
export function createSmtpNotifier(configuration: SmtpConfiguration, { password, ca }: SmtpSecrets = {}): Notifier {
  const { host, port, encryption, user, timeoutSeconds, sender, replyTo } = configuration;
  const timeout = timeoutSeconds * 1000;
  const transport = createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    tls: { minVersion: 'TLSv1.2', ...(ca !== undefined && { ca }) },
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    // A message consists of what is given here; nothing in it makes the portal read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  const messageOf = ({ id, to, subject, text, language }: Notice) => ({
    from: { name: sender.name ?? '', address: sender.address },
    // As an object: a text would be read as a list of addresses.
    to: { name: '', address: to },
    ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
    subject,
    text,
    textEncoding: 'quoted-printable' as const,
    messageId: `<${id}@${domain}>`,
    headers: {
      'Content-Language': language,
      // RFC 3834: no out-of-office note comes back.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  });
  return {
    sheet: {
      kind: 'notification',
      name: 'smtp',
      limits: ['That the mail server took a message does not say that it arrived: what comes back later goes to the sender’s mailbox.'],
    },
    async send(notice, { signal }) {
      const sending = transport.sendMail(messageOf(notice)).then(
        () => undefined,
        (error: unknown) => {
          throw smtpError(error);
        },
      );
      await withinTime(sending, AbortSignal.any([signal, AbortSignal.timeout(timeout)]));
    },
  };
}

/** A server that sends a byte now and then would never come to an end. */
function withinTime(sending: Promise<void>, signal: AbortSignal): Promise<void> {
  const late = () => new NotificationError('smtp-slow', 'unavailable', 'The mail server did not finish in time.');
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(late());
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    sending.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
