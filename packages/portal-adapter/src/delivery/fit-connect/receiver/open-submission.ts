import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { XMLValidator } from 'fast-xml-parser';
import type { Delivery, DeliveryFile } from '../../../contract/delivery.js';
import type { Submission } from '../api/answers.js';
import { parsedJson } from '../api/json.js';
import type { PrivateKeys } from '../encryption/opened-stream.js';
import type { AuthenticationTags } from '../events/security-event.js';
import { sha512 } from '../metadata/build-metadata.js';
import { readMetadata } from '../metadata/schema.js';
import type { Metadata1, Metadata2 } from '../metadata/schema.js';
import type { FitConnectReceiverConfiguration } from './configuration.js';
import { openAttachment, openBytes } from './open-content.js';
import type { OpenedBytes } from './open-content.js';
import { Rejection } from './rejection.js';

export interface OpenedSubmission {
  readonly metadata: Metadata1 | Metadata2;
  readonly files: readonly DeliveryFile[];
  /** Of everything that was opened. */
  readonly tags: AuthenticationTags;
}

export interface Opening {
  readonly configuration: Pick<
    FitConnectReceiverConfiguration,
    'schemas' | 'maxDataMegabytes' | 'maxAttachmentMegabytes' | 'maxSubmissionMegabytes'
  >;
  readonly keys: PrivateKeys;
  /** Folder for opened attachments. */
  readonly folder: string;
  download(id: string): AsyncIterable<Buffer>;
}

/** Opens a submission and checks everything that it says about itself. @throws Rejection; UnopenableJwe of the kind `key`; DeliveryError */
export async function openSubmission(submission: Submission, opening: Opening): Promise<OpenedSubmission> {
  const { configuration, keys, folder, download } = opening;
  const maxBytes = configuration.maxDataMegabytes * 1_000_000;
  const opened = await openBytes(submission.encryptedMetadata, keys, maxBytes, 'metadata');
  const metadata = checkedMetadata(opened.bytes);
  const data = submission.encryptedData === null ? null : await openBytes(submission.encryptedData, keys, maxBytes, 'data');
  const dataFile = checkData(metadata, data, configuration.schemas);
  const { attachments } = metadata.contentStructure;
  checkAttachmentIds(attachments, submission.attachments);
  const files: DeliveryFile[] = [...(dataFile ? [dataFile] : []), inMemory('metadaten.json', 'application/json', opened.bytes)];
  const tags: Record<string, string> = {};
  let left = configuration.maxSubmissionMegabytes * 1_000_000 - opened.bytes.length - (data?.bytes.length ?? 0);
  for (const attachment of attachments) {
    const source = { keys, folder, download, maxBytes: Math.min(configuration.maxAttachmentMegabytes * 1_000_000, left) };
    const { file, tags: found } = await openAttachment(attachment, source);
    left -= file.size;
    files.push(file);
    Object.assign(tags, found);
  }
  return { metadata, files, tags: { metadata: opened.tag, ...(data && { data: data.tag }), attachments: tags } };
}

function checkedMetadata(bytes: Buffer): Metadata1 | Metadata2 {
  const value = parsedJson(bytes.toString('utf8'));
  if (value === undefined) throw new Rejection('syntax-violation', 'metadata', 'Die Metadaten sind kein JSON.');
  const read = readMetadata(value);
  if (read.kind === 'version') throw new Rejection('unsupported-schema', 'metadata', 'Diese Version der Metadaten wird nicht gelesen.');
  if (read.kind === 'invalid')
    throw new Rejection('schema-violation', 'metadata', `Die Metadaten entsprechen nicht ihrem Schema: ${read.paths.join(', ')}.`);
  const { metadata } = read;
  for (const { content, hash } of 'dataSets' in metadata ? (metadata.dataSets ?? []) : []) {
    const isRight = typeof content !== 'string' || sha512(content) === hash.content;
    if (!isRight) throw new Rejection('hash-mismatch', 'metadata', 'Der Hash eines Datensatzes stimmt nicht.');
  }
  return metadata;
}

function checkData(
  { contentStructure }: Metadata1 | Metadata2,
  data: OpenedBytes | null,
  known: FitConnectReceiverConfiguration['schemas'],
): DeliveryFile | null {
  const described = contentStructure.data;
  if (!described && !data) return null;
  if (!data) throw new Rejection('missing-data', 'data', 'Die Metadaten beschreiben Fachdaten, die fehlen.');
  if (!described) throw new Rejection('missing-schema', 'metadata', 'Die Metadaten beschreiben die Fachdaten nicht.');
  const { schemaUri, mimeType } = described.submissionSchema;
  if (sha512(data.bytes) !== described.hash.content)
    throw new Rejection('hash-mismatch', 'data', 'Der Hash der Fachdaten stimmt nicht mit den Metadaten überein.');
  const isKnown = known.length === 0 || known.some((schema) => schema.schemaUri === schemaUri && schema.mimeType === mimeType);
  if (!isKnown) throw new Rejection('unsupported-schema', 'data', 'Das Schema der Fachdaten ist hier nicht bekannt.');
  const declared = data.mediaType?.split(';')[0]?.trim().toLowerCase();
  if (declared !== undefined && declared !== mimeType)
    throw new Rejection('syntax-violation', 'data', 'Die Fachdaten haben einen anderen Typ als angegeben.');
  if (!isReadable(data.bytes, mimeType))
    throw new Rejection(
      'syntax-violation',
      'data',
      `Die Fachdaten sind kein wohlgeformtes ${mimeType === 'application/json' ? 'JSON' : 'XML'}.`,
    );
  return inMemory(mimeType === 'application/json' ? 'fachdaten.json' : 'fachdaten.xml', mimeType, data.bytes);
}

function isReadable(bytes: Buffer, mimeType: string): boolean {
  const text = bytes.toString('utf8');
  return mimeType === 'application/json' ? parsedJson(text) !== undefined : XMLValidator.validate(text) === true;
}

function checkAttachmentIds(
  described: Metadata1['contentStructure']['attachments'] | Metadata2['contentStructure']['attachments'],
  uploaded: readonly string[],
): void {
  const parts = described
    .flatMap((attachment) => ('fragments' in attachment && attachment.fragments) || [attachment.attachmentId])
    .map((id) => id.toLowerCase());
  const there = new Set(uploaded.map((id) => id.toLowerCase()));
  const isSame = parts.length === there.size && new Set(parts).size === parts.length && parts.every((id) => there.has(id));
  if (!isSame) throw new Rejection('attachments-mismatch', 'metadata', 'Die Metadaten beschreiben andere Anlagen als die angekündigten.');
}

function inMemory(name: string, mediaType: string, bytes: Buffer): DeliveryFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType, size: bytes.length, sha256, purpose: 'data', open: () => Readable.from(bytes.length > 0 ? [bytes] : []) };
}

/** A submission as any sink takes it. Its key is its number, so that it becomes one case however often it is put there. */
export function deliveryOf(
  { submissionId, caseId, service }: Submission,
  { metadata, files }: OpenedSubmission,
  submittedAt: string,
  municipality: Delivery['municipality'],
): Delivery {
  const identifier = service?.identifier ?? 'unbekannt';
  const leika = /^urn:de:fim:leika:leistung:(\d{14})$/.exec(identifier)?.[1];
  return {
    key: submissionId,
    reference: (metadata.additionalReferenceInfo?.senderReference ?? caseId).slice(0, 100) || caseId,
    service: { key: identifier, version: '0', title: service?.name ?? identifier, leika: leika === undefined ? [] : [leika] },
    municipality,
    submittedAt,
    files,
  };
}
