import { isTextOutput, outputMediaTypes, renderOutput } from '@serviceportal/form-engine';
import { DeliveryError } from '@serviceportal/portal-adapter';
import type { OutputMeta } from '@serviceportal/form-engine';
import type { Delivery } from '@serviceportal/portal-adapter';
import type { Application } from '../applications/application.js';
import { fileAnswers } from '../applications/content.js';
import type { Office } from '../applications/office.js';
import type { TargetConfiguration } from '../municipalities/configuration.js';
import type { Sender } from '../municipalities/municipality.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { applicationDocument } from './application-document.js';
import { buildSupplement } from './build-supplement.js';
import { madeFile, uploadedFile } from './delivery-file.js';
import type { BuiltFile } from './delivery-file.js';

/** A delivery whose files are not yet all in the attachment store. */
export interface BuiltDelivery extends Omit<Delivery, 'files'> {
  readonly files: readonly BuiltFile[];
}

/** Everything that one target receives of one application, or of a supplement to it. */
export async function buildDelivery(
  office: Office,
  sender: Sender,
  target: TargetConfiguration,
  application: Application,
  row: Pick<DeliveryRow, 'id' | 'application_id' | 'target' | 'supplement'>,
): Promise<BuiltDelivery> {
  const { package: pkg } = application.service;
  return {
    key: row.id,
    reference: application.row.reference,
    service: { key: pkg.key, version: pkg.version, title: pkg.service.title, leika: pkg.service.leika },
    municipality: { name: sender.name, ars: sender.ars },
    submittedAt: application.row.submitted_at,
    ...(row.supplement > 0
      ? await buildSupplement(office, sender, target, application, row)
      : { ...declarationsOf(application), files: applicationFiles(sender, target, application) }),
  };
}

function applicationFiles(sender: Sender, target: TargetConfiguration, application: Application): BuiltFile[] {
  const { package: pkg, form } = application.service;
  const outputs = pkg.outputs.filter(({ key }) => target.outputs === undefined || target.outputs.includes(key));
  const files = outputs.map((output) => {
    const bytes = isTextOutput(output)
      ? Buffer.from(renderOutput(output, pkg, form, application.evaluation, metaOf(application, sender)))
      : Buffer.from(applicationDocument(application, sender));
    return madeFile(output.fileName, outputMediaTypes[output.format], isTextOutput(output) ? 'data' : 'form', bytes);
  });
  return target.attachments ? [...files, ...attachments(application)] : files;
}

function declarationsOf({ content: { declared } }: Application): Pick<Delivery, 'declarations'> {
  return declared && declared.length > 0 ? { declarations: declared } : {};
}

function metaOf({ row, content }: Application, sender: Sender): OutputMeta {
  const declared = (content.declared ?? []).flatMap(({ key, given }) => (given ? [key] : []));
  return { reference: row.reference, submittedAt: row.submitted_at, municipality: sender.name, declared };
}

function attachments({ content }: Application): BuiltFile[] {
  return fileAnswers(content.answers).map((file) => {
    const secret = content.files[file.attachment];
    if (!secret) throw new DeliveryError('attachment-key-missing', 'refused', 'An answer names a file whose key is not stored with it.');
    return uploadedFile(file, secret);
  });
}
