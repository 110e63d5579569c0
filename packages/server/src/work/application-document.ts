import {
  answerSections,
  applicantAddress,
  coSignIn,
  declarationsIn,
  missingDeclarations,
  renderApplication,
  renderReceipt,
  serviceIn,
  uiText,
} from '@serviceportal/form-engine';
import type { ApplicationContent, DeclaredContent, DocumentCase, Language } from '@serviceportal/form-engine';
import type { Application } from '../applications/application.js';
import { fileAnswers } from '../applications/content.js';
import { feesOf } from '../citizen/overview.js';
import type { Sender } from '../municipalities/municipality.js';
import { documentFonts } from './document-fonts.js';

/** The application as a tagged PDF, in German: the office's language. The same application gives the same bytes. */
export function applicationDocument(application: Application, sender: Sender): Uint8Array {
  const { service, evaluation } = application;
  const wording = service.wording('de');
  const sections = answerSections(
    { form: service.form, evaluation, wording, prefilled: application.content.prefilled ?? {} },
    { changeHref: () => null, fimIds: false, notes: true },
  );
  const fees = feesOf(service, { evaluation, wording });
  const declared = declaredOf(application);
  const confirms = missingDeclarations(service.package, []).length === 0;
  const content = { ...caseOf(application, sender, 'de'), sections, fees, declared, confirms, coSignature: coSignatureOf(application) };
  return renderApplication(content, documentFonts());
}

/** In the words that were shown; where those are not German, in German too. */
function declaredOf({ service, content }: Application): DeclaredContent[] {
  const german = new Map(declarationsIn(service.package, 'de').map(({ key, text }) => [key, text]));
  return (content.declared ?? []).map((one) => ({ ...one, german: one.language === 'de' ? null : (german.get(one.key) ?? null) }));
}

function coSignatureOf({ service, content }: Application): ApplicationContent['coSignature'] {
  const demand = coSignIn(service.package, 'de');
  const { coSignature } = content;
  // Shown to the person in their language; the office reads the German wording of the same package.
  if (!demand || !coSignature) return null;
  const { name, at, account } = coSignature;
  const level = account && uiText('de', `prefill.level.${account.level}`);
  return {
    who: demand.who,
    name,
    at,
    declaration: demand.declaration,
    ...(account && { account: `${account.name} (Vertrauensniveau ${level})` }),
  };
}

/** The receipt as a tagged PDF, with the Abrufcode, in the language in which the citizen applied. */
export function receiptDocument(application: Application, sender: Sender, retrievalCode: string): Uint8Array {
  const { service, content } = application;
  const { nextSteps } = serviceIn(service.package, content.language);
  return renderReceipt({ ...caseOf(application, sender, content.language), retrievalCode, nextSteps }, documentFonts());
}

function caseOf({ row, service, content, evaluation }: Application, sender: Sender, language: Language): DocumentCase {
  return {
    language,
    sender,
    serviceTitle: serviceIn(service.package, language).title,
    reference: row.reference,
    submittedAt: row.submitted_at,
    attachments: fileAnswers(content.answers),
    applicant: applicantAddress(service.form, evaluation, service.wording(language)),
  };
}
