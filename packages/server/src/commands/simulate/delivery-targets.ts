import {
  behaviours,
  cmisBehaviours,
  fitConnectBehaviours,
  startCmis,
  startFachverfahren,
  startFitConnect,
  startXdomea,
  xdomeaBehaviours,
} from '@serviceportal/portal-adapter';
import { lines, secretFrom } from './printed.js';
import { simulator } from './simulator.js';
import type { Simulator } from './simulator.js';

/** To which applications are handed over. */
export const deliveryTargets: Readonly<Record<string, Simulator>> = {
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
    'FIT-Connect with one destination: token server, routing, delivery service (docs/connectors/fit-connect.md)',
    fitConnectBehaviours,
    async (options) => {
      const { port, host, folder, webhook } = options;
      const secret = secretFrom(options, 'FIT_CONNECT_CALLBACK_SECRET');
      const running = await startFitConnect({ port, host, folder });
      const sender = running.clients.find(({ role }) => role === 'sender');
      const { token, submission, routing } = running.addresses;
      return {
        page: running.url,
        configuration: lines(
          'delivery:',
          '  connector: fit-connect',
          '  environment: test',
          `  addresses: { token: '${token}', submission: '${submission}', routing: '${routing}' }`,
          `  clientId: ${sender?.id ?? ''}`,
          '  clientSecretEnv: FIT_CONNECT_SECRET',
          `  destinationId: ${running.destinationId}`,
          '  schemas: [{ mimeType: application/json, schemaUri: https://schema.musterstadt.example/antrag.schema.json }]',
          '  caseDescription: { schemaUri: https://schema.musterstadt.example/case.schema.json }',
          ...(webhook === undefined ? [] : [`  callback: { url: '${webhook}', secretEnv: FIT_CONNECT_CALLBACK_SECRET }`]),
        ),
        environment: {
          FIT_CONNECT_SECRET: sender?.secret ?? '',
          ...(webhook === undefined ? {} : { FIT_CONNECT_CALLBACK_SECRET: secret }),
        },
        behave: running.behave,
        close: running.close,
      };
    },
  ),

  xdomea: simulator(
    'records system that takes messages of xdomea 3.0.0 from a folder (docs/connectors/xdomea.md)',
    xdomeaBehaviours,
    async ({ port, host, folder }) => {
      const running = await startXdomea({ port, host, folder });
      return {
        page: running.url,
        configuration: lines(
          'delivery:',
          '  connector: xdomea',
          `  outbox: ${JSON.stringify(running.outbox)}`,
          `  inbox: ${JSON.stringify(running.inbox)}`,
          '  sender: { name: Stadt Musterstadt }',
          '  recipient: { name: Aktenablage der Stadt Musterstadt }',
          '  createdBy: serviceportal',
        ),
        environment: {},
        behave: running.behave,
        close: running.close,
      };
    },
  ),
};

async function repositoriesOf(serviceUrl: string, password: string): Promise<object> {
  const Authorization = `Basic ${Buffer.from(`portal:${password}`).toString('base64')}`;
  return (await (await fetch(serviceUrl, { headers: { Authorization } })).json()) as object;
}
