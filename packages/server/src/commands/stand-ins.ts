import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { notificationConfiguration, startFachverfahren, startIdentityProvider, startMailbox } from '@serviceportal/portal-adapter';
import type {
  NotificationConfiguration,
  RunningFachverfahren,
  RunningIdentityProvider,
  RunningMailbox,
} from '@serviceportal/portal-adapter';
import { returnAddress } from '../citizen/prefill/begin-sign-in.js';
import { demonstrationSecret } from './demonstration-secret.js';

/** The counterparts that a demonstration brings along. */
export interface StandIns {
  readonly fachverfahren: RunningFachverfahren;
  readonly mailbox: RunningMailbox;
  /** Where people sign in. */
  readonly account: RunningIdentityProvider;
  /** What the configuration of a demonstration names as `${…}`, and the secrets that it names. */
  readonly environment: Readonly<Record<string, string>>;
  /** Says where the portal listens, so that the Fachverfahren can tell it what became of a case. */
  portalAt(port: number): void;
  close(): Promise<void>;
}

/** On the ports after the portal's where those are free. */
export async function startStandIns(data: string, port: number): Promise<StandIns> {
  const nearby = <T>(distance: number, start: (port: number) => Promise<T>): Promise<T> =>
    port === 0 ? start(0) : start(port + distance).catch(() => start(0));
  let portalPort = port;
  const webhookSecret = randomBytes(32).toString('hex');
  const webhook = { url: () => `http://127.0.0.1:${portalPort}/rueckmeldung/finanzverfahren`, secret: webhookSecret };
  const options = { folder: resolve(data, 'fachverfahren'), title: 'Finanzverfahren Musterstadt', webhook };
  const fachverfahren = await nearby(1, (own) => startFachverfahren({ ...options, port: own }));
  const mailbox = await nearby(2, (pagePort) => startMailbox({ pagePort }));
  const secret = randomBytes(24).toString('base64url');
  const clients = [{ id: 'Stadt Musterstadt', secret, mayReturnTo: isOnThisMachine }];
  const account = await nearby(3, (own) => startIdentityProvider({ clients, port: own }));
  return {
    fachverfahren,
    mailbox,
    account,
    environment: {
      FACHVERFAHREN_URL: fachverfahren.deliveryUrl,
      FACHVERFAHREN_WEBHOOK_SECRET: webhookSecret,
      KONTO_URL: account.issuer,
      KONTO_SECRET: secret,
      MAILBOX_PORT: String(mailbox.port),
      LINK_SECRET: demonstrationSecret(data),
    },
    portalAt: (own) => void (portalPort = own),
    close: async () => void (await Promise.all([fachverfahren.close(), mailbox.close(), account.close()])),
  };
}

/** How a demonstration without a mail server of its own reaches the stand-in mailbox, from what `startStandIns` put into the environment. */
export function standInMailbox(environment: Readonly<Record<string, string | undefined>>): NotificationConfiguration {
  return notificationConfiguration.parse({
    connector: 'smtp',
    host: '127.0.0.1',
    port: Number(environment['MAILBOX_PORT']),
    encryption: 'none',
    sender: { address: 'online-dienste@musterstadt.example', name: 'Stadt Musterstadt' },
  });
}

/** Where a portal of the demonstration may ask people back to: whatever its port. */
function isOnThisMachine(address: string): boolean {
  const parsed = URL.parse(address);
  return parsed !== null && ['localhost', '127.0.0.1', '[::1]'].includes(parsed.hostname) && parsed.pathname === returnAddress;
}
