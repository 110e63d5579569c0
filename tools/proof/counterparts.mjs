// The stand-in counterparts of a proof, each with the target that an operator would configure for it. They live in the process of the
// proof: what they have is counted by them, not by the portal.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const dist = (path) => import(join(root, 'packages/portal-adapter/dist', path));

/** A system behind the `http` connector. @param knowsKeys false: it cannot be asked */
async function fachverfahren(name, folder, knowsKeys) {
  const { startFachverfahren } = await dist('simulators/fachverfahren/fachverfahren.js');
  const options = { folder: join(folder, name), knowsKeys, hangSeconds: 60 };
  let running = await startFachverfahren({ ...options, port: 0 });
  const port = Number(new URL(running.url).port);
  return {
    delivery: { connector: 'http', url: running.deliveryUrl, knowsKeys, confirm: knowsKeys, timeoutSeconds: 10 },
    environment: {},
    // A system that knows no keys has added something to each.
    keys: () => running.store.list().map(({ key }) => key.replace(/ \(.*/, '')),
    behave: (behaviour) => running.behave(behaviour),
    behaviours: knowsKeys ? ['busy', 'cutMidBody', 'cutAfterCommit', 'failAfterCommit', 'wrongContentType', 'garbage'] : ['busy'],
    stop: () => running.close(),
    restart: async () => void (running = await startFachverfahren({ ...options, port })),
    close: () => running.close(),
  };
}

async function directory(name, folder) {
  const path = join(folder, name);
  mkdirSync(path);
  const manifests = () => readdirSync(path).filter((entry) => !entry.startsWith('.'));
  return {
    delivery: { connector: 'directory', path },
    environment: {},
    keys: () => manifests().map((entry) => JSON.parse(readFileSync(join(path, entry, 'uebergabe.json'), 'utf8')).key),
    close: () => undefined,
  };
}

async function cmis(name, folder) {
  const { startCmis } = await dist('simulators/cmis/cmis.js');
  const login = { user: 'portal', password: 'geheim:1' };
  const running = await startCmis({ folder: join(folder, name), login, port: 0 });
  return {
    delivery: {
      connector: 'cmis',
      url: running.serviceUrl,
      repository: 'portal',
      user: login.user,
      passwordEnv: 'PROOF_CMIS_PASSWORD',
      folderPath: '/Portal/{service}/{year}/{reference}',
      folder: { type: 'akte:vorgang', properties: { 'akte:vorgangsnummer': '{reference}' } },
      document: { type: 'akte:schriftstueck', properties: { 'akte:zweck': '{purpose}' } },
      key: { property: 'akte:uebergabeschluessel', documentProperty: 'akte:dateischluessel' },
      complete: { property: 'akte:vollstaendig', value: 'true' },
      referenceProperty: 'akte:aktenzeichen',
      timeoutSeconds: 10,
    },
    environment: { PROOF_CMIS_PASSWORD: login.password },
    keys: () => {
      const folders = running.store.all().filter(({ properties }) => properties['akte:uebergabeschluessel'] !== undefined);
      // A document twice in a folder is as bad as a folder twice.
      const doubled = folders.flatMap(({ id, properties }) => {
        const documents = running.store.children(id).map((document) => document.properties['akte:dateischluessel']);
        return new Set(documents).size < documents.length ? [String(properties['akte:uebergabeschluessel'])] : [];
      });
      const complete = folders.filter(({ properties }) => properties['akte:vollstaendig'] === true);
      return [...complete.map(({ properties }) => String(properties['akte:uebergabeschluessel'])), ...doubled];
    },
    behave: (behaviour) => running.behave(behaviour),
    behaviours: ['busy', 'cutMidBody', 'cutAfterCommit', 'failAfterCommit', 'wrongContentType', 'garbage'],
    close: () => running.close(),
  };
}

/** The description of the case goes along, by which the recipient knows our key. */
async function fitConnect(name, folder) {
  const { startFitConnect } = await dist('simulators/fit-connect/fit-connect.js');
  const running = await startFitConnect({ folder: join(folder, name), port: 0 });
  const [sender] = running.clients;
  return {
    delivery: {
      connector: 'fit-connect',
      environment: 'test',
      addresses: running.addresses,
      clientId: sender.id,
      clientSecretEnv: 'PROOF_FIT_CONNECT_SECRET',
      destinationId: running.destinationId,
      serviceIdentifier: 'urn:de:fim:leika:leistung:99102013104000',
      caseDescription: { schemaUri: 'https://schema.messhausen.example/fall.schema.json' },
      confirmationSeconds: 5,
      timeoutSeconds: 10,
    },
    environment: { PROOF_FIT_CONNECT_SECRET: sender.secret },
    keys: () =>
      Promise.all(
        running.store
          .list()
          .filter(({ state }) => state !== 'incomplete')
          .map(async ({ submissionId }) => {
            const { metadata } = await running.opened(submissionId);
            return JSON.parse(metadata.dataSets[0].content).key;
          }),
      ),
    behave: (behaviour) => running.behave(behaviour),
    behaviours: ['down', 'cutMidBody', 'cutAfterCommit', 'failAfterCommit', 'wrongContentType', 'garbage'],
    close: () => running.close(),
  };
}

async function xdomea(name, folder) {
  const { startXdomea } = await dist('simulators/xdomea/xdomea.js');
  const { processId } = await dist('records/xdomea/identifiers.js');
  const running = await startXdomea({ folder: join(folder, name), port: 0, everyMs: 200 });
  return {
    delivery: {
      connector: 'xdomea',
      outbox: running.outbox,
      inbox: running.inbox,
      sender: { name: 'Stadt Messhausen', unit: 'Steueramt' },
      recipient: { name: 'Aktenablage der Stadt Messhausen' },
      createdBy: 'serviceportal',
      filingPlan: '20.4',
    },
    environment: {},
    async keys(expected) {
      await running.look();
      const ours = new Map(expected.map((key) => [processId(key), key]));
      return (await running.room.list()).map((record) => ours.get(record.processId) ?? record.processId);
    },
    close: () => running.close(),
  };
}

export const kinds = {
  http: (folder) => fachverfahren('http', folder, true),
  'http-ohne-schluessel': (folder) => fachverfahren('http-ohne-schluessel', folder, false),
  directory: (folder) => directory('directory', folder),
  'fit-connect': (folder) => fitConnect('fit-connect', folder),
  cmis: (folder) => cmis('cmis', folder),
  xdomea: (folder) => xdomea('xdomea', folder),
};

/** Counterparts where a step that nobody can ask about waits for a person. */
export const unaskable = ['http-ohne-schluessel'];

/** @returns counterparts by name of their target, `targets` and `environment` of a portal that hands over to them */
export async function startCounterparts(folder, names = Object.keys(kinds)) {
  const all = {};
  for (const name of names) all[name] = await kinds[name](folder);
  return {
    all,
    targets: names.map((name) => ({ name, label: name, delivery: all[name].delivery })),
    environment: Object.assign({}, ...names.map((name) => all[name].environment)),
    close: async () => {
      for (const name of names) await all[name].close();
    },
  };
}
