import type { Office } from './office.js';
import { dropUploads, receiveUpload } from './upload.js';
import type { IncomingFile, Upload } from './upload.js';

/** The files of one post. Those that are not kept by its end are deleted. */
export interface Uploads {
  readonly received: readonly Upload[];
  /** Seals a file on disk. `limit`: bytes that are kept of it. @throws PortalError `too-many-files` */
  receive(file: IncomingFile, limit: number): Promise<void>;
  /** These are answers now, and stay. */
  keep(attachments: readonly string[]): void;
  /** Deletes everything that was begun and not kept. */
  dropRest(): Promise<void>;
}

export function openUploads(office: Office, applicationId: string): Uploads {
  const received: Upload[] = [];
  // Noted before the first byte is written: also a file that breaks off is deleted.
  const begun = new Set<string>();
  return {
    received,
    async receive(file, limit) {
      const attachment = office.random.uuid();
      begun.add(attachment);
      received.push(await receiveUpload(office, applicationId, attachment, file, limit));
    },
    keep: (attachments) => attachments.forEach((attachment) => begun.delete(attachment)),
    dropRest: () => dropUploads(office, [...begun]),
  };
}
