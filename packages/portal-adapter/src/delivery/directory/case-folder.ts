import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Delivery, Receipt } from '../../contract/delivery.js';
import { fileBytes } from '../file-bytes.js';
import { distinctFileNames } from '../file-name.js';
import { makeFolder, syncFolder, writeDurably } from './durable.js';
import type { Modes } from './durable.js';
import { feedbackName } from './feedback.js';

/** `uebergabe.json`: what the folder holds, for the recipient. */
export interface Manifest {
  readonly format: 'serviceportal/uebergabe@1';
  readonly key: string;
  readonly reference: string;
  readonly submittedAt: string;
  readonly receipt: Receipt;
  readonly service: Delivery['service'];
  readonly municipality: Delivery['municipality'];
  readonly supplement?: Delivery['supplement'];
  readonly declarations?: Delivery['declarations'];
  readonly files: readonly ManifestFile[];
}

interface ManifestFile {
  /** From the case's folder, with `/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly purpose: 'data' | 'form' | 'attachment';
}

const manifestName = 'uebergabe.json';
const attachmentFolder = 'anlagen';

function filePaths(delivery: Delivery): string[] {
  const isAttachment = delivery.files.map((file) => file.purpose === 'attachment');
  const ofPurpose = (wanted: boolean) => delivery.files.filter((_, index) => isAttachment[index] === wanted);
  const inRoot = distinctFileNames(ofPurpose(false), [manifestName, attachmentFolder, feedbackName]);
  const attached = distinctFileNames(ofPurpose(true));
  return isAttachment.map((attachment) => (attachment ? `${attachmentFolder}/${attached.shift()}` : String(inRoot.shift())));
}

/** Writes a whole case into a new folder and returns when it is on the disk. */
export async function writeCaseFolder(
  folder: string,
  delivery: Delivery,
  receipt: Receipt,
  modes: Modes,
  signal: AbortSignal,
): Promise<void> {
  const paths = filePaths(delivery);
  await makeFolder(folder, modes.folder);
  if (delivery.files.some((file) => file.purpose === 'attachment')) await makeFolder(join(folder, attachmentFolder), modes.folder);
  for (const [index, file] of delivery.files.entries()) {
    await writeDurably(join(folder, paths[index] as string), fileBytes(file), modes.file, signal);
  }
  const { key, reference, submittedAt, service, municipality, supplement, declarations } = delivery;
  const files = delivery.files.map(({ mediaType, size, sha256, purpose }, index) => ({
    path: paths[index] as string,
    mediaType,
    size,
    sha256,
    purpose,
  }));
  const about = {
    key,
    reference,
    submittedAt,
    receipt,
    service,
    municipality,
    ...(supplement && { supplement }),
    ...(declarations && { declarations }),
  };
  const manifest: Manifest = { format: 'serviceportal/uebergabe@1', ...about, files };
  await writeDurably(join(folder, manifestName), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), modes.file, signal);
  if (files.some((file) => file.purpose === 'attachment')) await syncFolder(join(folder, attachmentFolder));
  await syncFolder(folder);
}

const handedOver = z.object({ key: z.string(), receipt: z.object({ counterpartReference: z.string(), acceptedAt: z.string() }) });

/** The receipt of the case in this folder. @throws Error when it is the folder of another case */
export async function receiptIn(folder: string, key: string): Promise<Receipt> {
  const manifest = handedOver.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  if (manifest.key !== key) throw new Error('The folder of the case exists already, with another case in it.');
  return manifest.receipt;
}
