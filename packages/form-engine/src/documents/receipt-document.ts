import { attachmentTexts, renderCaseLetter } from './case-letter.js';
import type { DocumentCase } from './case-letter.js';
import type { DocumentFonts } from './fonts/document-fonts.js';
import type { Block } from './letter/block.js';
import { entries, heading, numbered, paragraph } from './letter/letter-blocks.js';
import { styles } from './letter/sheet.js';
import { documentText } from './texts/document-text.js';
import type { DocumentTextKey } from './texts/document-text.js';

export interface ReceiptContent extends DocumentCase {
  readonly retrievalCode: string;
  /** What happens after submitting, in order. */
  readonly nextSteps: readonly string[];
}

/** The receipt (Quittung) for the citizen as tagged PDF/A-3a: what arrived, when, under which number, and what comes next. */
export function renderReceipt(content: ReceiptContent, fonts: DocumentFonts): Uint8Array {
  const { language, sender, serviceTitle } = content;
  const t = (key: DocumentTextKey): string => documentText(language, key);
  const blocks: Block[] = [
    paragraph({ text: t('receipt') }, { style: styles.subtitle, keepWithNext: true }),
    heading(1, { text: t('receiptTitle') }),
    paragraph({ text: t('keep') }, { before: 10 }),
    entries([{ label: { text: t('service') }, value: serviceTitle }], { before: 18 }),
    heading(2, { text: t('status') }),
    entries([{ label: { text: t('code') }, value: content.retrievalCode, style: styles.strong }]),
    paragraph({ text: t('statusHelp') }),
  ];
  if (content.nextSteps.length > 0) blocks.push(heading(2, { text: t('next') }), numbered(content.nextSteps));
  if (content.attachments.length > 0) blocks.push(heading(2, { text: t('attachments') }), numbered(attachmentTexts(content)));
  blocks.push(
    heading(2, { text: t('questions') }),
    paragraph({ text: documentText(language, 'questionsHelp', { office: `${sender.name}, ${sender.contact.office}` }) }),
  );
  return renderCaseLetter(content, 'to-applicant', `${t('receipt')}: ${serviceTitle}`, blocks, fonts);
}
