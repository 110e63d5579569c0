import { Readable } from 'node:stream';
import type { Delivery, DeliveryFile } from '@serviceportal/portal-adapter';
import { applicationKey, ApplicationUnreadable } from '../applications/application.js';
import type { Office } from '../applications/office.js';
import { removeFiles } from '../applications/remove-files.js';
import type { ApplicationRow } from '../storage/applications.js';
import { deleteAttachments, insertSentFiles } from '../storage/attachments.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { seal, unseal } from '../storage/sealing.js';
import type { BuiltDelivery } from './build-delivery.js';
import type { BuiltFile, SentFile } from './delivery-file.js';

/** What is handed over, as it is stored: made once, the same at every attempt, and shown later byte for byte. */
export interface SentContent extends Omit<Delivery, 'files'> {
  readonly files: readonly SentFile[];
}

const purpose = (deliveryId: string): string => `sent:${deliveryId}`;

/** The content of a delivery; null: it was never put together. @throws ApplicationUnreadable */
export function openContent(
  office: Pick<Office, 'key'>,
  application: ApplicationRow,
  { id, content }: Pick<DeliveryRow, 'id' | 'content'>,
): SentContent | null {
  if (!content) return null;
  const plain = unseal(content, applicationKey(office, application), purpose(id));
  if (!plain) throw new ApplicationUnreadable('The content of a delivery does not open with the key of its application.');
  return JSON.parse(plain.toString('utf8')) as SentContent;
}

/**
 * Puts the files that were made into the attachment store, each with a key of its own, and seals the whole. `keep` writes it to the delivery;
 * false: somebody else has the delivery now, and what was stored is taken away again; so it is where the store does not take all.
 */
export async function storeContent(
  office: Office,
  application: ApplicationRow,
  built: BuiltDelivery,
  keep: (content: Buffer) => Promise<boolean>,
): Promise<SentContent | null> {
  const created_at = office.clock.now().toISOString();
  const files = built.files.map((file) => (isMade(file) ? { file, attachment: office.random.uuid(), key: office.random.bytes(32) } : file));
  const made = files.filter((one) => 'file' in one);
  // Noted first: what a crash leaves behind is deleted with the application.
  const rows = made.map(({ attachment: id, file: { size } }) => ({ id, application_id: application.id, size, created_at }));
  await insertSentFiles(office.database, rows);
  const takeAway = async (): Promise<void> => {
    const ids = made.map(({ attachment }) => attachment);
    await removeFiles(office.files, ids);
    await deleteAttachments(office.database, ids);
  };
  const writing = made.map(({ attachment, key, file }) => office.files.write(attachment, key, Readable.from([file.bytes])));
  // All of them end first: a full disk is not filled further by what every attempt leaves behind.
  const failed = (await Promise.allSettled(writing)).find(({ status }) => status === 'rejected');
  if (failed) await takeAway();
  await Promise.all(writing);
  const content: SentContent = { ...built, files: files.map((one) => ('file' in one ? stored(one) : one)) };
  const sealed = seal(Buffer.from(JSON.stringify(content)), applicationKey(office, application), purpose(built.key));
  if (await keep(sealed)) return content;
  await takeAway();
  return null;
}

const isMade = (file: BuiltFile): file is Extract<BuiltFile, { bytes: Buffer }> => 'bytes' in file;

function stored({ file, attachment, key }: { file: Extract<BuiltFile, { bytes: Buffer }>; attachment: string; key: Uint8Array }): SentFile {
  const { name, mediaType, size, sha256, purpose: kind } = file;
  return { name, mediaType, size, sha256, purpose: kind, attachment, key: Buffer.from(key).toString('base64url') };
}

/** As a connector takes it. Files are unsealed only while they are sent. */
export const deliveryFrom = (office: Office, content: SentContent): Delivery => ({
  ...content,
  files: content.files.map((file) => deliveryFile(office, file)),
});

function deliveryFile(office: Office, { attachment, key, ...file }: SentFile): DeliveryFile {
  return { ...file, open: () => office.files.read(attachment, Buffer.from(key, 'base64url')) };
}

/**
 * Size and digest of each file, one a line, for the event log. Names of uploads come from citizens: the log, which nothing is ever
 * deleted from, has their number instead.
 */
export function filesInLog(files: readonly SentFile[]): string {
  let uploads = 0;
  return files
    .map(({ name, size, sha256, purpose: kind }) => `${kind === 'attachment' ? `Anlage ${++uploads}` : name} ${size} sha256:${sha256}`)
    .join('\n');
}
