import { attachmentTexts, renderCaseLetter } from './case-letter.js';
import type { DocumentCase } from './case-letter.js';
import type { DocumentFonts } from './fonts/document-fonts.js';
import { berlinTime } from './letter/berlin-time.js';
import type { Block } from './letter/block.js';
import { entries, heading, numbered, paragraph } from './letter/letter-blocks.js';
import { styles } from './letter/sheet.js';
import { documentText } from './texts/document-text.js';
import type { DocumentTextKey } from './texts/document-text.js';

/** What came after an application: `attachments` are those of this supplement. */
export interface SupplementContent extends DocumentCase {
  readonly kind: 'answer' | 'withdrawal';
  /** ISO instant. */
  readonly at: string;
  /** What the office had asked; null: nothing. */
  readonly question: string | null;
  readonly text: string;
}

/** A supplement to an application for the files of the office, as tagged PDF/A-3a. The same content gives the same bytes. */
export function renderSupplement(content: SupplementContent, fonts: DocumentFonts): Uint8Array {
  const { language, serviceTitle, kind } = content;
  const t = (key: DocumentTextKey): string => documentText(language, key);
  const title = t(kind === 'answer' ? 'supplementAnswer' : 'supplementWithdrawal');
  const at = { label: { text: t('supplementAt') }, value: documentText(language, 'receivedAtTime', berlinTime(content.at)) };
  const blocks: Block[] = [
    paragraph({ text: title }, { style: styles.subtitle, keepWithNext: true }),
    heading(1, { text: serviceTitle }),
    entries([at], { before: 12 }),
  ];
  if (content.question !== null) blocks.push(heading(2, { text: t('supplementQuestion') }), paragraph({ text: content.question }));
  if (kind === 'withdrawal') blocks.push(paragraph({ text: t('supplementWithdrawn') }, { before: 18 }));
  else if (content.text !== '') blocks.push(heading(2, { text: t('supplementText') }), paragraph({ text: content.text }));
  if (content.attachments.length > 0) blocks.push(heading(2, { text: t('attachments') }), numbered(attachmentTexts(content)));
  return renderCaseLetter(content, 'to-office', `${title}: ${serviceTitle}`, blocks, fonts);
}
