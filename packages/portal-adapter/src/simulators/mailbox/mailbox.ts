import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import type { MailboxBehaviour } from './behaviour.js';
import { mailboxPage } from './mailbox-page.js';

/** A message as it came. */
export interface ReceivedMail {
  /** Of the envelope: where it is really delivered. */
  readonly recipients: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: Date;
  readonly encrypted: boolean;
}

export interface MailboxOptions {
  /** Of the mail server; 0: any free one. */
  readonly port?: number;
  /** Of the page for people; absent: none, 0: any free one. */
  readonly pagePort?: number;
  /** PEM. Without it, the server offers no TLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Then nobody sends without it. */
  readonly login?: { readonly user: string; readonly password: string };
}

/** A stand-in for a mail server: delivers nothing, shows what it took, and fails on demand. */
export interface RunningMailbox {
  readonly port: number;
  /** Page for people; null: there is none. */
  readonly url: string | null;
  /** Oldest first. */
  readonly mails: readonly ReceivedMail[];
  behave(behaviour: MailboxBehaviour): void;
  close(): Promise<void>;
}

const mostMails = 500;

const answer = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** Listens on this machine alone. */
export async function startMailbox({ port = 0, pagePort, tls, login }: MailboxOptions = {}): Promise<RunningMailbox> {
  let behaviour: MailboxBehaviour = 'honest';
  const mails: ReceivedMail[] = [];
  const options: SMTPServerOptions = {
    name: 'mailbox.example',
    ...(tls ?? {}),
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    authOptional: login === undefined,
    closeTimeout: 500,
    onAuth: ({ username, password }, _session, done) => {
      const known = username === login?.user && password === login?.password;
      done(known ? null : answer(535, 'Authentication failed'), { user: username ?? '' });
    },
    onConnect: (_session, done) => {
      if (behaviour !== 'deaf') done();
    },
    onMailFrom: (address, _session, done) => done(behaviour === 'senderRefused' ? answer(550, `<${address.address}> not allowed`) : null),
    onRcptTo: (address, _session, done) => {
      if (behaviour === 'unknownRecipient') return done(answer(550, `<${address.address}> unknown`));
      done(behaviour === 'busy' ? answer(451, 'Greylisted, try again') : null);
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (behaviour === 'messageRefused') return done(answer(554, 'Refused'));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        void keep(Buffer.concat(pieces), recipients, session.secure).then(() => {
          if (behaviour === 'cutBeforeAnswer') return cut();
          done();
        }, done);
      });
    },
  };
  const server = new SMTPServer(options);
  const connections = new Set<{ destroy(): void }>();
  server.server.on('connection', (socket) => connections.add(socket));
  const cut = (): void => connections.forEach((socket) => socket.destroy());
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const page = pagePort === undefined ? null : await mailboxPage(() => mails, pagePort);

  async function keep(raw: Buffer, recipients: readonly string[], encrypted: boolean): Promise<void> {
    const mail = await PostalMime.parse(raw);
    mails.push({
      recipients,
      from: mail.from?.address ?? '',
      to: mail.to?.map(({ address }) => address ?? '').join(', ') ?? '',
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
      at: new Date(),
      encrypted,
    });
    if (mails.length > mostMails) mails.shift();
  }

  return {
    port: (server.server.address() as AddressInfo).port,
    url: page && `http://localhost:${(page.address() as AddressInfo).port}`,
    mails,
    behave: (next) => void (behaviour = next),
    async close() {
      cut();
      await Promise.all([new Promise<void>((resolve) => server.close(() => resolve())), closed(page)]);
    },
  };
}

async function closed(page: Server | null): Promise<void> {
  if (!page) return;
  page.closeAllConnections();
  await new Promise((resolve) => page.close(resolve));
}
