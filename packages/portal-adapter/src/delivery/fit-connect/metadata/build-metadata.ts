import { createHash, randomUUID } from 'node:crypto';
import { DeliveryError } from '../../../contract/delivery.js';
import type { Delivery } from '../../../contract/delivery.js';
import type { Metadata1, Metadata2, ReplyChannel } from './schema.js';
import { readMetadata } from './schema.js';

/** What metadata say about one file that was uploaded. */
export interface UploadedAttachment {
  readonly id: string;
  /** Ids of the parts, where it was sent in several. */
  readonly fragments?: readonly string[];
  readonly purpose: 'form' | 'attachment' | 'report';
  readonly mimeType: string;
  readonly filename: string;
  /** Lower-case hex. */
  readonly sha512: string;
}

export interface MetadataContent {
  readonly version: '2.1.0' | '1.0.0';
  readonly data: { readonly bytes: Buffer; readonly schemaUri: string; readonly mimeType: string };
  readonly attachments: readonly UploadedAttachment[];
  readonly serviceIdentifier: string;
  readonly replyChannel?: ReplyChannel;
  readonly author?: Metadata2['author'];
  /** JSON text that both sides agreed on, and the URI of its schema. Version 2 only. */
  readonly description?: { readonly content: string; readonly schemaUri: string };
}

export const sha512 = (bytes: Uint8Array | string): string => createHash('sha512').update(bytes).digest('hex');

/** Metadata of a submission, checked before anybody sees them. @throws DeliveryError `fit-connect-metadata-invalid` */
export function buildMetadata(delivery: Pick<Delivery, 'reference' | 'submittedAt' | 'service'>, content: MetadataContent): Buffer {
  const { version, replyChannel, author } = content;
  const data = {
    hash: hashOf(content.data.bytes),
    submissionSchema: { schemaUri: content.data.schemaUri, mimeType: content.data.mimeType },
  };
  const common = {
    $schema: `https://schema.fitko.de/fit-connect/metadata/${version}/metadata.schema.json`,
    ...(replyChannel && { replyChannel }),
    ...(author && { author }),
    additionalReferenceInfo: { senderReference: delivery.reference, applicationDate: dayInBerlin(delivery.submittedAt) },
    contentStructure: { data, attachments: content.attachments.map(attachmentOf) },
  };
  const metadata =
    version === '2.1.0'
      ? { ...common, ...(content.description && { dataSets: [dataSetOf(content.description)] }) }
      : { ...common, publicServiceType: { identifier: content.serviceIdentifier, name: delivery.service.title } };
  return checked(metadata);
}

function attachmentOf({ id, fragments, sha512: digest, purpose, mimeType, filename }: UploadedAttachment): object {
  const hash = { type: 'sha512', content: digest };
  return { attachmentId: id, purpose, mimeType, filename, hash, ...(fragments && { fragments }) };
}

function dataSetOf({ content, schemaUri }: { readonly content: string; readonly schemaUri: string }): object {
  return { dataSetId: randomUUID(), schema: { schemaUri, mimeType: 'application/json' }, hash: hashOf(content), content };
}

const hashOf = (bytes: Uint8Array | string): Metadata1['contentStructure']['attachments'][number]['hash'] => ({
  type: 'sha512',
  content: sha512(bytes),
});

const berlin = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Berlin' });

/** The day on which the application was made, `2026-12-24`. */
function dayInBerlin(instant: string): string {
  return berlin.format(new Date(instant));
}

function checked(metadata: object): Buffer {
  const read = readMetadata(metadata);
  if (read.kind === 'read') return Buffer.from(JSON.stringify(metadata));
  const where = read.kind === 'invalid' ? read.paths.join(', ') : '$schema';
  throw new DeliveryError(
    'fit-connect-metadata-invalid',
    'refused',
    `The metadata would not be what FIT-Connect describes (${where}). Check the configuration of this target; nothing was sent.`,
  );
}
