import { deliveryTargets } from './delivery-targets.js';
import { services } from './services.js';
import type { Simulator } from './simulator.js';

/** Every counterpart that `serviceportal simulate` knows, by its name on the command line. */
export const simulators: Readonly<Record<string, Simulator>> = { ...deliveryTargets, ...services };
import { randomBytes } from 'node:crypto';
import {
  behaviours,
  clamdBehaviours,
  cmisBehaviours,
  fitConnectBehaviours,
  identityBehaviours,
  mailboxBehaviours,
  startClamd,
  startCmis,
  startFachverfahren,
  startFitConnect,
  startIdentityProvider,
  startMailbox,
} from '@serviceportal/portal-adapter';
import { returnAddress } from '../../citizen/prefill/begin-sign-in.js';
import { simulator } from './simulator.js';
import type { Simulator, SimulatorOptions } from './simulator.js';

/** Every counterpart that `serviceportal simulate` knows, by its name on the command line. One entry each; nothing else need be changed. */
export const simulators: Readonly<Record<string, Simulator>> = {
  fachverfahren: simulator('specialist system that takes cases over HTTP (docs/connectors/http.md)', behaviours, async (options) => {
    const { port, host, folder, webhook, hangSeconds } = options;
    const token = secretFrom(options, 'FACHVERFAHREN_TOKEN');
    const secret = secretFrom(options, 'FACHVERFAHREN_WEBHOOK_SECRET');
    const tells = webhook === undefined ? {} : { webhook: { url: webhook, secret } };
    const running = await startFachverfahren({ port, host, folder, token, hangSeconds, ...tells });
    return {
      page: running.url,
      configuration: lines(
        'delivery:',
        '  connector: http',
        `  url: ${running.deliveryUrl}`,
        '  tokenEnv: FACHVERFAHREN_TOKEN',
        '  confirm: true',
        '  statusBack: true',
        ...(webhook === undefined ? [] : ['  webhook: { secretEnv: FACHVERFAHREN_WEBHOOK_SECRET }']),
      ),
      environment: { FACHVERFAHREN_TOKEN: token, ...(webhook === undefined ? {} : { FACHVERFAHREN_WEBHOOK_SECRET: secret }) },
      behave: running.behave,
      close: running.close,
    };
  }),

  cmis: simulator('records system that speaks CMIS 1.1, Browser Binding (docs/connectors/cmis.md)', cmisBehaviours, async (options) => {
    const { port, host, folder } = options;
    const password = secretFrom(options, 'DMS_PASSWORD');
    const running = await startCmis({ port, host, folder, login: { user: 'portal', password } });
    const [repository = ''] = Object.keys(await repositoriesOf(running.serviceUrl, password));
    return {
      page: running.url,
      configuration: lines(
        'delivery:',
        '  connector: cmis',
        `  url: ${running.serviceUrl}`,
        `  repository: ${repository}`,
        '  user: portal',
        '  passwordEnv: DMS_PASSWORD',
        "  folderPath: '/Portal/{year}/{reference} {keyDigest}'",
        '  key: { lookup: path }',
      ),
      environment: { DMS_PASSWORD: password },
      behave: (behaviour) => running.behave(behaviour),
      close: running.close,
    };
  }),

  'fit-connect': simulator(
    'FIT-Connect: access tokens, routing, delivery service and one destination (docs/connectors/fit-connect.md)',
    fitConnectBehaviours,
    async (options) => {
      const { port, host, folder } = options;
      const secret = secretFrom(options, 'FIT_CONNECT_SECRET');
      const clients = [
        { id: 'online-dienst', secret, role: 'sender' },
        { id: 'fachamt', secret, role: 'subscriber' },
      ] as const;
      const running = await startFitConnect({ port, host, folder, clients });
      return {
        page: running.url,
        configuration: lines(
          'delivery:',
          '  connector: fit-connect',
          '  environment: test',
          '  addresses:',
          ...Object.entries(running.addresses).map(([name, address]) => `    ${name}: ${address}`),
          '  clientId: online-dienst',
          '  clientSecretEnv: FIT_CONNECT_SECRET',
          '  caseDescription: { schemaUri: https://schema.musterstadt.example/serviceportal/case.schema.json }',
        ),
        environment: { FIT_CONNECT_SECRET: secret },
        behave: running.behave,
        close: running.close,
      };
    },
  ),

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

const lines = (...all: string[]): string => all.join('\n');

function secretFrom({ environment }: SimulatorOptions, name: string): string {
  return environment[name] ?? randomBytes(24).toString('hex');
}

async function repositoriesOf(serviceUrl: string, password: string): Promise<object> {
  const Authorization = `Basic ${Buffer.from(`portal:${password}`).toString('base64')}`;
  return (await (await fetch(serviceUrl, { headers: { Authorization } })).json()) as object;
}

/** The stand-in account knows only invented persons: it may send them to any portal. */
const leadsToPortal = (address: string): boolean => URL.parse(address)?.pathname === returnAddress;
