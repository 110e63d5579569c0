import { Readable } from 'node:stream';
import { acceptUpload, Refusal, unstored } from './accept-upload.js';
import type { AcceptedUpload, UploadLimits } from './accept-upload.js';
import { StoreError } from '../storage/store-error.js';
import type { Office } from './office.js';
import { dropUploads, receiveUpload } from './upload.js';
import type { IncomingFile, Upload } from './upload.js';

/** The files of one post. Those that are not kept by its end are deleted. */
export interface Uploads {
  readonly received: readonly Upload[];
  /** Seals a file on disk. `limit`: bytes that are kept of it. @throws PortalError `too-many-files` */
  receive(file: IncomingFile, limit: number): Promise<void>;
  /** Looks into a received file. Looks once, however often it is asked. */
  accept(upload: Upload, limits: UploadLimits): Promise<AcceptedUpload | Refusal>;
  /** These are answers now, and stay. */
  keep(attachments: readonly string[]): void;
  /** Deletes everything that was begun and not kept. */
  dropRest(): Promise<void>;
}

export function openUploads(office: Office, applicationId: string): Uploads {
  const received: Upload[] = [];
  // Noted before the first byte is written: also a file that breaks off is deleted.
  const begun = new Set<string>();
  const accepted = new Map<Upload, AcceptedUpload | Refusal>();
  const write = (file: IncomingFile, limit: number): Promise<Upload> => {
    const attachment = office.random.uuid();
    begun.add(attachment);
    return receiveUpload(office, applicationId, attachment, file, limit);
  };
  async function look(upload: Upload, limits: UploadLimits): Promise<AcceptedUpload | Refusal> {
    const replace = async (bytes: Buffer): Promise<Upload> => {
      // First gone, then written anew: it takes no more room than it has.
      await dropUploads(office, [upload.attachment]);
      begun.delete(upload.attachment);
      return write({ input: upload.input, name: upload.name, stream: Readable.from([bytes]) }, bytes.length);
    };
    return acceptUpload(office, upload, limits, replace).catch((error: unknown) => {
      if (error instanceof StoreError) return unstored;
      throw error;
    });
  }
  return {
    received,
    async receive(file, limit) {
      received.push(await write(file, limit));
    },
    async accept(upload, limits) {
      // Where nobody scans, the citizen does not wait for that file by file.
      const stuck = [...accepted.values()].find((outcome) => outcome instanceof Refusal && outcome.forAll);
      const outcome = accepted.get(upload) ?? stuck ?? (await look(upload, limits));
      accepted.set(upload, outcome);
      return outcome;
    },
    keep: (attachments) => attachments.forEach((attachment) => begun.delete(attachment)),
    dropRest: () => dropUploads(office, [...begun]),
  };
}
