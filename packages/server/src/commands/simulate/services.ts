import {
  clamdBehaviours,
  identityBehaviours,
  mailboxBehaviours,
  startClamd,
  startIdentityProvider,
  startMailbox,
} from '@serviceportal/portal-adapter';
import { returnAddress } from '../../citizen/prefill/begin-sign-in.js';
import { lines, secretFrom } from './printed.js';
import { simulator } from './simulator.js';
import type { Simulator } from './simulator.js';

/** What a portal needs besides targets. */
export const services: Readonly<Record<string, Simulator>> = {
  'identity-provider': simulator(
    'account with which people sign in by OpenID Connect (docs/connectors/identity-oidc.md)',
    identityBehaviours,
    async (options) => {
      const secret = secretFrom(options, 'KONTO_SECRET');
      const clients = [{ id: 'online-dienste', secret, mayReturnTo: leadsToPortal }];
      const running = await startIdentityProvider({ port: options.port, clients });
      return {
        page: null,
        configuration: lines(
          'identity:',
          '  name: Muster-Konto',
          '  lockFrom: substantial',
          `  signIn: { connector: oidc, issuer: '${running.issuer}', clientId: online-dienste, clientSecret: '\${KONTO_SECRET}' }`,
        ),
        environment: { KONTO_SECRET: secret },
        behave: running.behave,
        close: running.close,
      };
    },
  ),

  mailbox: simulator(
    'mail server that delivers nothing and shows what it took (docs/connectors/notification-smtp.md)',
    mailboxBehaviours,
    async ({ port }) => {
      const running = await startMailbox({ port, pagePort: 0 });
      return {
        page: running.url,
        configuration: lines(
          'notification:',
          '  connector: smtp',
          '  host: 127.0.0.1',
          `  port: ${running.port}`,
          '  encryption: none',
          '  sender: { address: online-dienste@musterstadt.example, name: Stadt Musterstadt }',
        ),
        environment: {},
        behave: running.behave,
        close: running.close,
      };
    },
  ),

  clamd: simulator(
    'virus scanner that knows one virus, the EICAR test file (docs/connectors/clamd.md)',
    clamdBehaviours,
    async ({ port }) => {
      const running = await startClamd({ port });
      return {
        page: null,
        configuration: lines('virusScan:', '  scanner: clamd', '  host: 127.0.0.1', `  port: ${running.port}`),
        environment: {},
        behave: running.behave,
        close: running.close,
      };
    },
  ),
};

/** The stand-in account knows only invented persons: it may send them to any portal. */
const leadsToPortal = (address: string): boolean => URL.parse(address)?.pathname === returnAddress;
