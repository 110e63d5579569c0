import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DeliveryError } from '../../contract/delivery.js';
import type { CapabilitySheet, Delivery, DeliveryConnector, Receipt } from '../../contract/delivery.js';
import { errorCode } from '../error-code.js';
import { claim, handOver, readAcceptance, writeAcceptance } from './acceptance.js';
import { writeCaseFolder } from './case-folder.js';
import type { DirectoryConfiguration } from './configuration.js';
import { makeFolder, syncFolder } from './durable.js';
import type { Modes } from './durable.js';
import { readFeedback } from './feedback.js';
import { clearLeftovers } from './leftovers.js';
import { attemptName, caseFolderName, keyDigest, placesIn } from './places.js';
import type { Places } from './places.js';

/** Why the folder connector leaves out parts of the contract suite. */
export const directoryLimits = {
  passive: 'A folder refuses nothing and answers nothing while a case is handed over; a recipient can say later what became of it.',
  statusByHand: 'What became of a case the portal learns only from a recipient who writes rueckmeldung.json.',
} as const;

const sheet: CapabilitySheet = {
  kind: 'delivery',
  name: 'directory',
  lookupByKey: true,
  idempotentCreate: true,
  attachments: true,
  statusBack: true,
  limits: [directoryLimits.passive, directoryLimits.statusByHand],
};

/** A folder for each case, complete from the moment it can be seen. Layout: docs/connectors/directory.md. */
export function createDirectoryConnector(configuration: DirectoryConfiguration, now: () => Date = () => new Date()): DeliveryConnector {
  const places = placesIn(configuration.path);
  const modes: Modes = { file: Number.parseInt(configuration.fileMode, 8), folder: Number.parseInt(configuration.folderMode, 8) };
  return {
    sheet,
    steps: [
      {
        name: 'create',
        whenUnclear: 'ask',
        run: (delivery, { signal }) =>
          explained(configuration.path, async () => {
            await prepare(configuration, places, modes);
            await clearLeftovers(places, now().getTime());
            return { receipt: (await known(places, delivery.key)) ?? (await put(places, delivery, modes, now(), signal)) };
          }),
        find: ({ key }) =>
          explained(configuration.path, async () => {
            await stat(places.root);
            const receipt = await known(places, key);
            return receipt && { receipt };
          }),
      },
    ],
    status: (delivery) =>
      explained(configuration.path, async () => {
        await stat(places.root);
        return readFeedback(places, delivery);
      }),
  };
}

async function known(places: Places, key: string): Promise<Receipt | null> {
  const given = await readAcceptance(places, keyDigest(key));
  return given && handOver(places, given);
}

async function prepare(configuration: DirectoryConfiguration, places: Places, modes: Modes): Promise<void> {
  if (configuration.create) await mkdir(places.root, { recursive: true, mode: modes.folder });
  for (const folder of [places.inWork, places.acceptances]) {
    await makeFolder(folder, modes.folder).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
  await syncFolder(places.root);
}

async function put(places: Places, delivery: Delivery, modes: Modes, now: Date, signal: AbortSignal): Promise<Receipt> {
  const attempt = attemptName(delivery.key);
  const work = join(places.inWork, attempt);
  const folder = caseFolderName(delivery);
  const acceptedAt = now.toISOString();
  await makeFolder(work, modes.folder);
  try {
    await writeCaseFolder(join(work, 'fall'), delivery, { counterpartReference: folder, acceptedAt }, modes, signal);
    await writeAcceptance(join(work, 'quittung'), { key: delivery.key, attempt, folder, acceptedAt }, modes);
    // After the promise a missing case counts as handed over, so its names must be on the disk before.
    await syncFolder(work);
    await syncFolder(places.inWork);
    signal.throwIfAborted();
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
  const receipt = await commit(places, delivery.key, work);
  await rm(work, { recursive: true, force: true });
  return receipt;
}

/** From the claim on the case is handed over: now, or by whoever asks next. */
async function commit(places: Places, key: string, work: string): Promise<Receipt> {
  try {
    await claim(places, key, join(work, 'quittung'));
    const receipt = await known(places, key);
    if (!receipt) throw new Error('The receipt just written cannot be read.');
    return receipt;
  } catch (cause) {
    const message = `Putting a case into ${places.root} was interrupted at the last step (${reason(cause)}). Asking for its key completes it.`;
    throw new DeliveryError('directory-interrupted', 'unclear', message);
  }
}

async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DeliveryError) throw cause;
    throw new DeliveryError(
      'directory-unavailable',
      'unavailable',
      `The folder ${path} cannot be used (${reason(cause)}). Check that it exists, is mounted, writable and has space left.`,
    );
  }
}

/** Without the message, which names files: their names come from citizens. */
function reason(cause: unknown): string {
  return errorCode(cause) || (cause instanceof Error ? cause.name : 'unknown');
}
