import { answerSections, coSignIn, renderApplication, renderReceipt, serviceIn } from '@serviceportal/form-engine';
import type { ApplicationContent, DocumentCase, Language } from '@serviceportal/form-engine';
import type { Application } from '../applications/application.js';
import { fileAnswers } from '../applications/content.js';
import { feesOf } from '../citizen/overview.js';
import type { Sender } from './build-delivery.js';
import { documentFonts } from './document-fonts.js';

/** The application as a tagged PDF, in German: the office's language. The same application gives the same bytes. */
export function applicationDocument(application: Application, sender: Sender): Uint8Array {
  const { service, evaluation } = application;
  const wording = service.wording('de');
  const sections = answerSections({ form: service.form, evaluation, wording }, { changeHref: () => null, fimIds: false, notes: true });
  const fees = feesOf(service, { evaluation, wording });
  return renderApplication(
    { ...caseOf(application, sender, 'de'), sections, fees, coSignature: coSignatureOf(application) },
    documentFonts(),
  );
}

function coSignatureOf({ service, content }: Application): ApplicationContent['coSignature'] {
  const demand = coSignIn(service.package, 'de');
  const { coSignature } = content;
  // Shown to the person in their language; the office reads the German wording of the same package.
  return demand && coSignature ? { who: demand.who, name: coSignature.name, at: coSignature.at, declaration: demand.declaration } : null;
}

/** The receipt as a tagged PDF, with the Abrufcode, in the language in which the citizen applied. */
export function receiptDocument(application: Application, sender: Sender, retrievalCode: string): Uint8Array {
  const { service, content } = application;
  const { nextSteps } = serviceIn(service.package, content.language);
  return renderReceipt({ ...caseOf(application, sender, content.language), retrievalCode, nextSteps }, documentFonts());
}

function caseOf({ row, service, content }: Application, { name, contact }: Sender, language: Language): DocumentCase {
  return {
    language,
    sender: { name, contact },
    serviceTitle: serviceIn(service.package, language).title,
    reference: row.reference,
    submittedAt: row.submitted_at,
    attachments: fileAnswers(content.answers),
  };
}
