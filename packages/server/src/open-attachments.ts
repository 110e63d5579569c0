import { join } from 'node:path';
import type { Logger } from 'pino';
import { ConfigurationError } from './municipalities/configuration-error.js';
import { attachmentStore } from './storage/attachment-store.js';
import type { AttachmentStore } from './storage/attachment-store.js';
import { filesInS3 } from './storage/files-in-s3.js';
import { filesOnDisk } from './storage/files-on-disk.js';
import { s3Configuration } from './storage/s3-configuration.js';
import { StoreError } from './storage/store-error.js';

/**
 * Where uploaded files lie: in the object storage that `SERVICEPORTAL_S3_…` names; without it, in the data folder. One that does not answer
 * just now is said in the log: everything but uploads goes on without it.
 *
 * @throws ConfigurationError where it does not let us in
 */
export async function openAttachments(
  data: string,
  environment: Readonly<Record<string, string | undefined>>,
  log: Pick<Logger, 'error'>,
): Promise<AttachmentStore> {
  const s3 = s3Configuration(environment);
  if (s3 === null) return attachmentStore(await filesOnDisk(join(data, 'attachments')));
  const store = attachmentStore(await filesInS3(s3, join(data, 'spool')));
  await store.probe().catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === 'attachment-store-unavailable') return log.error({ code: error.code, reason: error.message }, 'no attachments');
    throw new ConfigurationError('attachment-store-unusable', `${error.message} ${advice}`, { cause: error });
  });
  return store;
}

const advice =
  'Check bucket, region, path style and keys in SERVICEPORTAL_S3_…, and that these keys may put, get, delete and list objects in the bucket.';
