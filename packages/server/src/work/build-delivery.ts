import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { isTextOutput, outputMediaTypes, renderOutput } from '@serviceportal/form-engine';
import { DeliveryError } from '@serviceportal/portal-adapter';
import type { Delivery, DeliveryFile } from '@serviceportal/portal-adapter';
import { openApplication } from '../applications/application.js';
import type { Application } from '../applications/application.js';
import { fileAnswers } from '../applications/content.js';
import type { Office } from '../applications/office.js';
import type { MunicipalityConfiguration, TargetConfiguration } from '../municipalities/configuration.js';
import { findApplication } from '../storage/applications.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { applicationDocument } from './application-document.js';

/** Who hands over, and whom documents name to ask. */
export type Sender = Pick<MunicipalityConfiguration, 'name' | 'ars' | 'contact'>;

/** Everything that one target receives of one application. The same content at every attempt. */
export async function buildDelivery(office: Office, sender: Sender, target: TargetConfiguration, row: DeliveryRow): Promise<Delivery> {
  const stored = await findApplication(office.database, row.application_id);
  if (!stored) throw new Error('A delivery without its application');
  const application = await openApplication(office, stored);
  const { package: pkg } = application.service;
  const outputs = pkg.outputs.filter(({ key }) => target.outputs === undefined || target.outputs.includes(key));
  const files: DeliveryFile[] = [];
  for (const output of outputs) {
    const bytes = isTextOutput(output)
      ? Buffer.from(renderOutput(output, pkg, application.service.form, application.evaluation, metaOf(application, sender)))
      : Buffer.from(applicationDocument(application, sender));
    files.push(bytesFile(output.fileName, outputMediaTypes[output.format], isTextOutput(output) ? 'data' : 'form', bytes));
  }
  return {
    key: row.id,
    reference: stored.reference,
    service: { key: pkg.key, version: pkg.version, title: pkg.service.title, leika: pkg.service.leika },
    municipality: { name: sender.name, ars: sender.ars },
    submittedAt: stored.submitted_at,
    files: target.attachments ? [...files, ...attachments(office, application)] : files,
  };
}

function metaOf({ row }: Application, sender: Sender): { reference: string; submittedAt: string; municipality: string } {
  return { reference: row.reference, submittedAt: row.submitted_at, municipality: sender.name };
}

function bytesFile(name: string, mediaType: string, purpose: DeliveryFile['purpose'], bytes: Buffer): DeliveryFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType, size: bytes.length, sha256, purpose, open: () => Readable.from([bytes]) };
}

/** Uploaded files; each is unsealed only while it is sent. */
function attachments(office: Office, { content }: Application): DeliveryFile[] {
  return fileAnswers(content.answers).map((file) => {
    const secret = content.files[file.attachment];
    if (!secret) throw new DeliveryError('attachment-key-missing', 'refused', 'An answer names a file whose key is not stored with it.');
    const key = Buffer.from(secret.key, 'base64url');
    const open = (): Readable => office.files.read(file.attachment, key);
    return { name: file.name, mediaType: file.mediaType, size: file.size, sha256: secret.sha256, purpose: 'attachment', open };
  });
}
