import { readFile } from 'node:fs/promises';
import { compactDecrypt } from 'jose';
import { privateKey } from './keys.js';
import type { StoredSubmission } from './submission-store.js';
import type { FitConnectWorld } from './world.js';

/** One file of a submission, opened with the destination's key. */
export interface OpenedFile {
  /** Absent: the structured data. */
  readonly attachmentId?: string;
  readonly name: string;
  readonly mimeType: string;
  readonly purpose: 'data' | 'form' | 'attachment' | 'report';
  readonly bytes: Buffer;
}

export interface OpenedSubmission {
  readonly metadata: SubmissionMetadata;
  readonly data: OpenedFile | null;
  readonly attachments: readonly OpenedFile[];
}

/** As far as the pages need them. */
export interface SubmissionMetadata {
  readonly contentStructure: {
    readonly data?: { readonly submissionSchema: { readonly schemaUri: string; readonly mimeType: string } };
    readonly attachments: readonly {
      readonly attachmentId: string;
      readonly fragments?: readonly string[];
      readonly filename?: string;
      readonly mimeType: string;
      readonly purpose: OpenedFile['purpose'];
    }[];
  };
  readonly additionalReferenceInfo?: { readonly senderReference?: string };
  readonly dataSets?: readonly { readonly schema: { readonly schemaUri: string }; readonly content: unknown }[];
}

/** Everything in it, held in memory: for looking at, not for work. */
export async function openSubmission(world: FitConnectWorld, submission: StoredSubmission): Promise<OpenedSubmission> {
  const { submissionId } = submission;
  const read = (part: string): Promise<Buffer> => opened(world, submissionId, part);
  const metadata = JSON.parse((await read('metadata')).toString('utf8')) as SubmissionMetadata;
  const { data, attachments } = metadata.contentStructure;
  const files = attachments.map(async ({ attachmentId, fragments, filename, mimeType, purpose }): Promise<OpenedFile> => {
    const parts = await Promise.all((fragments ?? [attachmentId]).map(read));
    return { attachmentId, name: filename ?? attachmentId, mimeType, purpose, bytes: Buffer.concat(parts) };
  });
  const hasData = await world.store.hasPart(submissionId, 'data.jwe');
  const mimeType = data?.submissionSchema.mimeType ?? 'application/octet-stream';
  const name = mimeType === 'application/json' ? 'fachdaten.json' : 'fachdaten.xml';
  return {
    metadata,
    data: hasData ? { name, mimeType, purpose: 'data', bytes: await read('data') } : null,
    attachments: await Promise.all(files),
  };
}

async function opened({ store, keys }: FitConnectWorld, submissionId: string, part: string): Promise<Buffer> {
  const jwe = await readFile(store.pathOf(submissionId, `${part}.jwe`), 'utf8');
  const { plaintext } = await compactDecrypt(jwe, privateKey(keys.decryption), {
    keyManagementAlgorithms: ['RSA-OAEP-256'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  return Buffer.from(plaintext);
}
