import { createHash } from 'node:crypto';
import type { OpenedFile, OpenedSubmission } from './open-submission.js';
import type { StoredSubmission } from './submission-store.js';

const berlin = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });
const states: Record<StoredSubmission['state'], string> = {
  incomplete: 'angekündigt',
  submitted: 'eingereicht, noch nicht entschieden',
  accepted: 'angenommen',
  rejected: 'zurückgewiesen',
  deleted: 'gelöscht',
};
const purposes: Record<OpenedFile['purpose'], string> = {
  data: 'Fachdaten',
  form: 'Antrag',
  attachment: 'Anlage',
  report: 'Weitere Unterlage',
};

function inBerlin(instant: string | undefined): string {
  return instant === undefined ? '–' : `${berlin.format(new Date(instant)).replace(',', '')} Uhr`;
}

export function submissionRow(
  { submissionId, submittedAt, service, state }: StoredSubmission,
  { metadata, data, attachments }: OpenedSubmission,
): object {
  const reference = metadata.additionalReferenceInfo?.senderReference ?? '–';
  const fileCount = attachments.length + (data ? 1 : 0);
  return { caseNumber: submissionId, receivedAt: inBerlin(submittedAt), service: service.name, reference, fileCount, state: states[state] };
}

export function submissionFacts(
  submission: StoredSubmission,
  { metadata }: OpenedSubmission,
): readonly { readonly name: string; readonly value: string }[] {
  const { service, caseId, destinationId, state, submittedAt, region } = submission;
  return [
    { name: 'Leistung', value: service.name },
    { name: 'Leistungsschlüssel', value: service.identifier },
    { name: 'Gebiet', value: region ?? '–' },
    { name: 'Vorgangsnummer des Portals', value: metadata.additionalReferenceInfo?.senderReference ?? '–' },
    { name: 'Vorgang (caseId)', value: caseId },
    { name: 'Zustellpunkt', value: destinationId },
    { name: 'Eingereicht', value: inBerlin(submittedAt) },
    { name: 'Stand', value: states[state] },
    { name: 'Schema der Fachdaten', value: metadata.contentStructure.data?.submissionSchema.schemaUri ?? '–' },
  ];
}

export function submissionFile({ submissionId }: StoredSubmission, { attachmentId, name, mimeType, purpose, bytes }: OpenedFile): object {
  return {
    name,
    mediaType: mimeType,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    link: `/faelle/${submissionId}/${attachmentId ?? 'fachdaten'}`,
    purpose: purposes[purpose],
    size: `${bytes.length.toLocaleString('de-DE')} Byte`,
  };
}

export function decisionChoices({
  state,
}: StoredSubmission): readonly { readonly key: string; readonly label: string; readonly chosen: boolean }[] {
  const choices = { accepted: 'Annehmen', rejected: 'Zurückweisen' };
  return Object.entries(choices).map(([key, label]) => ({ key, label, chosen: key === state }));
}
