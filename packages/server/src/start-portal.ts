import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createRenderer, formEngineTemplates } from '@serviceportal/form-engine';
import { createNotifier, createScanner } from '@serviceportal/portal-adapter';
import type { Logger } from 'pino';
import { createApp } from './app.js';
import { expressServer } from './express-server.js';
import type { Clock, Random } from './applications/clock.js';
import { systemClock, systemRandom } from './applications/clock.js';
import type { Office } from './applications/office.js';
import type { Offer } from './applications/services.js';
import { tellCoverage } from './applications/tell-coverage.js';
import { startServices } from './applications/services.js';
import { loadAssets } from './citizen/assets.js';
import { warnOfAccessibilityGaps } from './citizen/accessibility/gaps.js';
import { lookUpSecret } from './citizen/case-by-code.js';
import { generatedAssets } from './citizen/generated-assets.js';
import { createImageCheck } from './images/image-check.js';
import { warnOfPrivacyGaps } from './citizen/privacy/warn-of-gaps.js';
import { accountOf } from './municipalities/account.js';
import { checkIdentity } from './municipalities/check-identity.js';
import { ConfigurationError } from './municipalities/configuration-error.js';
import type { Municipality } from './municipalities/municipality.js';
import { retentionOf } from './municipalities/retention-configuration.js';
import { openAttachments } from './open-attachments.js';
import { openPortalDatabase } from './open-portal-database.js';
import type { Portal } from './portal.js';
import type { ReadMetrics } from './processes/member.js';
import { hasCode } from './storage/has-code.js';
import { municipalityKey } from './storage/municipality-key.js';
import { templates } from './templates.generated.js';
import { formTokens } from './security/form-token.js';
import { visitOf } from './security/visit.js';
import { documentFonts } from './work/document-fonts.js';
import { startClockWatch } from './work/clock-watch.js';
import { connectorsOf } from './work/connectors.js';
import { createJournal } from './work/journal.js';
import type { Journal } from './work/journal.js';
import { createMetrics } from './work/metrics.js';
import { startNotifying } from './work/notify.js';
import { startPeriodicWork } from './work/periodic.js';
import { reportRemovedTargets } from './work/removed-targets.js';
import { createVirusCheck } from './work/virus-check.js';
import { watchStore } from './work/watch-store.js';
import { startWorkers } from './work/worker.js';

export interface PortalOptions {
  readonly municipality: Municipality;
  readonly offers: readonly Offer[];
  /** Folder for database, key and attachments. */
  readonly data: string;
  /** 0: any free port. */
  readonly port: number;
  /** Without it, all of them. A demonstration, whose passwords are published, listens on this machine alone. */
  readonly host?: string;
  readonly log: Logger;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How the figures become text, where this process is not the only one. */
  readonly readMetrics?: ReadMetrics;
  readonly clock?: Clock;
  readonly random?: Random;
  /** For tests: what is put around the journal of hand-overs. */
  readonly journal?: (own: Journal) => Journal;
}

export interface RunningPortal {
  readonly portal: Portal;
  readonly port: number;
  /** On which address it listens: `::` is every one of this machine. */
  readonly host: string;
  /** Stops taking requests, lets running hand-overs end, closes the database. */
  stop(): Promise<void>;
}

const stepSeconds = 120;
/** Longer than a reverse proxy keeps a connection (nginx: 60): else it sends a request into one that is being closed. */
const keptOpenMs = 65_000;
const graceSeconds = 5;

/** Starts everything that one process does: database, workers, HTTP. Others may do the same on the same database. */
export async function startPortal(options: PortalOptions): Promise<RunningPortal> {
  const { municipality, data, log, clock = systemClock, random = systemRandom } = options;
  const { configuration } = municipality;
  // A font that is missing stops the start, not the first hand-over.
  documentFonts();
  for (const offer of options.offers) checkIdentity(offer.package, configuration.identity !== undefined);
  const key = municipalityKey(join(data, 'key'), options.environment['SERVICEPORTAL_KEY']);
  const files = await openAttachments(data, options.environment, log);
  const connectors = connectorsOf(municipality.targets, options.environment);
  const database = await openPortalDatabase(data, options.environment, log);
  const metrics = createMetrics(database, options.readMetrics);
  const virusCheck = configuration.virusScan ? createVirusCheck(createScanner(configuration.virusScan), { log, metrics }) : null;
  const notifier = configuration.notification ? createNotifier(configuration.notification, options.environment) : null;
  let wake: () => void = () => undefined;
  const office: Office = {
    clock,
    random,
    database,
    files,
    virusCheck,
    images: createImageCheck({ megapixels: configuration.limits.imageMegapixels, log }),
    key,
    services: await startServices(database, options.offers, clock, municipality.uploadLimit),
    land: configuration.land,
    referencePrefix: configuration.referencePrefix,
    targetsOf: (packageKey) => municipality.targetsOf(packageKey).map(({ name }) => name),
    supplementTargetsOf: (packageKey) =>
      municipality
        .targetsOf(packageKey)
        .filter(({ supplements }) => supplements)
        .map(({ name }) => name),
    notifies: notifier !== null,
    wake: () => wake(),
  };
  const cookies = { secure: configuration.baseUrl?.startsWith('https://') ?? false };
  const portal: Portal = {
    office,
    municipality,
    renderer: createRenderer(formEngineTemplates, templates),
    assets: loadAssets(generatedAssets(), municipality.brand),
    cookies,
    formTokens: formTokens((request) => visitOf(request, cookies) ?? lookUpSecret(request, cookies)),
    account: accountOf(configuration),
    connectors,
    linkIssuers: configuration.prefillLinks.map(({ secret, ...issuer }) => ({ ...issuer, secret: Buffer.from(secret, 'hex') })),
    log,
    metrics,
  };
  for (const warning of municipality.brand.warnings) log.warn(warning);
  tellCoverage(office.services.offered, log);
  warnOfAccessibilityGaps(municipality, log);
  warnOfPrivacyGaps(municipality, options.offers, log);
  await reportRemovedTargets(office, [...connectors.keys()], log);
  const server = expressServer(createApp(portal), { keepAliveTimeout: keptOpenMs });
  if (!portal.cookies.secure && !configuration.demonstration) {
    log.warn('"baseUrl" with https:// is not configured: cookies and logins are not bound to https');
  }
  const { port, address: host } = await listen(
    server,
    options.port,
    options.host ?? (configuration.demonstration ? '127.0.0.1' : undefined),
  ).catch(async (error: unknown) => {
    await database.destroy();
    throw error;
  });
  const own = createJournal(office);
  const workers = startWorkers({ ...portal, stepSeconds, journal: options.journal?.(own) ?? own });
  const sender = () => ({ municipality: configuration, baseUrl: configuration.baseUrl ?? `http://localhost:${port}` });
  const notifying = notifier && startNotifying({ ...portal, notifier, sender, attemptSeconds: stepSeconds });
  wake = () => {
    workers.wake();
    notifying?.wake();
  };
  const endWatch = virusCheck?.watch();
  const endStoreWatch = watchStore(files, { log, metrics });
  const stopClockWatch = startClockWatch(office, log);
  const stopPeriodicWork = startPeriodicWork(
    office,
    { reportDays: configuration.accessibility.reportDays, retentionOf: retentionOf(configuration) },
    log,
  );
  return {
    portal,
    port,
    host,
    async stop() {
      await closeServer(server);
      endWatch?.();
      endStoreWatch();
      await Promise.all([stopPeriodicWork(), stopClockWatch()]);
      await Promise.all([workers.stop(graceSeconds), notifying?.stop(graceSeconds)]);
      await database.destroy();
    },
  };
}

function listen(server: Server, port: number, host: string | undefined): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = hasCode(error, 'EADDRINUSE');
      const message = `Port ${port} is already in use. Stop the other program, or choose another port with PORT=8081 or --port 8081.`;
      reject(taken ? new ConfigurationError('port-in-use', message, { cause: error }) : error);
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/** Running requests may end; connections that are only kept open are closed. */
function closeServer(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), 3_000);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
