import { applicantAddress, renderSupplement, serviceIn } from '@serviceportal/form-engine';
import type { Delivery } from '@serviceportal/portal-adapter';
import type { Application } from '../applications/application.js';
import { lettersOf } from '../applications/letters.js';
import type { Letter } from '../applications/letters.js';
import type { Office } from '../applications/office.js';
import { deliveryId } from '../applications/supplement.js';
import type { TargetConfiguration } from '../municipalities/configuration.js';
import { findDelivery } from '../storage/deliveries.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import type { Sender } from '../municipalities/municipality.js';
import { madeFile, uploadedFile } from './delivery-file.js';
import type { BuiltFile } from './delivery-file.js';
import { documentFonts } from './document-fonts.js';

/** Files and meaning of a supplement: as data, as a document, and what the citizen sent along. */
export async function buildSupplement(
  office: Office,
  sender: Sender,
  target: TargetConfiguration,
  application: Application,
  row: Pick<DeliveryRow, 'application_id' | 'target' | 'supplement'>,
): Promise<Required<Pick<Delivery, 'supplement'>> & { readonly files: readonly BuiltFile[] }> {
  const letters = await lettersOf(office, application.row);
  const letter = letters.find(({ number }) => number === row.supplement);
  if (!letter || letter.kind === 'question') throw new Error('A supplement without its letter');
  const { kind } = letter;
  const question =
    kind === 'answer' ? (letters.filter((asked) => asked.kind === 'question' && asked.number < letter.number).at(-1) ?? null) : null;
  const files: BuiltFile[] = [
    madeFile('nachtrag.json', 'application/json', 'data', supplementData(application, letter, question)),
    madeFile('nachtrag.pdf', 'application/pdf', 'form', supplementDocument(application, sender, { ...letter, kind }, question)),
  ];
  const attached = target.attachments ? letter.files.map((file) => uploadedFile(file, file)) : [];
  const of = deliveryId(row.application_id, row.target);
  const counterpartReference = (await findDelivery(office.database, of))?.counterpart_reference;
  return { supplement: { kind, of, ...(counterpartReference && { counterpartReference }) }, files: [...files, ...attached] };
}

/** `nachtrag.json`, described in docs/connectors/README.md. */
function supplementData({ row }: Application, { kind, number, at, text, files }: Letter, question: Letter | null): Buffer {
  const data = {
    format: 'serviceportal/supplement@1',
    reference: row.reference,
    kind,
    number,
    at,
    ...(question && { question: { text: question.text, at: question.at } }),
    ...(kind === 'answer' && { text, files: files.map(({ name }) => name) }),
  };
  return Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
}

/** In German, the office's language. */
function supplementDocument(
  { row, service, evaluation }: Application,
  sender: Sender,
  { kind, at, text, files }: Letter & { readonly kind: 'answer' | 'withdrawal' },
  question: Letter | null,
): Buffer {
  const content = {
    language: 'de' as const,
    sender,
    serviceTitle: serviceIn(service.package, 'de').title,
    reference: row.reference,
    submittedAt: row.submitted_at,
    attachments: files,
    applicant: applicantAddress(service.form, evaluation, service.wording('de')),
    kind,
    at,
    question: question?.text ?? null,
    text,
  };
  return Buffer.from(renderSupplement(content, documentFonts()));
}
