import { attachmentTexts, caseEntries, renderCaseLetter } from './case-letter.js';
import type { DocumentCase } from './case-letter.js';
import type { DocumentFonts } from './fonts/document-fonts.js';
import type { Block } from './letter/block.js';
import { entries, heading, letterHead, numbered, paragraph } from './letter/letter-blocks.js';
import type { Entry } from './letter/letter-blocks.js';
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
    letterHead(sender),
    paragraph({ text: t('receipt') }, { style: styles.subtitle, before: 44, keepWithNext: true, rule: true }),
    heading(1, { text: t('receiptTitle') }),
    paragraph({ text: t('keep') }, { before: 10 }),
    entries([{ label: { text: t('service') }, value: serviceTitle }, ...caseEntries(content)], { before: 18 }),
    heading(2, { text: t('status') }),
    entries([{ label: { text: t('code') }, value: content.retrievalCode, style: styles.strong }]),
    paragraph({ text: t('statusHelp') }),
  ];
  if (content.nextSteps.length > 0) blocks.push(heading(2, { text: t('next') }), numbered(content.nextSteps));
  if (content.attachments.length > 0) blocks.push(heading(2, { text: t('attachments') }), numbered(attachmentTexts(content)));
  blocks.push(heading(2, { text: t('questions') }), entries(contactEntries(content)));
  return renderCaseLetter(content, `${t('receipt')}: ${serviceTitle}`, blocks, fonts);
}

function contactEntries({ language, sender }: DocumentCase): Entry[] {
  const { office, phone, email, hours } = sender.contact;
  const lines = { office, phone, email, hours };
  const keys = ['office', 'phone', 'email', 'hours'] as const;
  return keys.flatMap((key) => {
    const value = lines[key];
    return value === undefined ? [] : [{ label: { text: documentText(language, key) }, value }];
  });
}
