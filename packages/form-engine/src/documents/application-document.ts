import { uiText } from '../pages/texts/ui-text.js';
import type { AnswerSection } from '../pages/views.js';
import { answerBlocks } from './answer-blocks.js';
import { attachmentTexts, caseEntries, renderCaseLetter } from './case-letter.js';
import type { DocumentCase } from './case-letter.js';
import type { DocumentFonts } from './fonts/document-fonts.js';
import { berlinTime } from './letter/berlin-time.js';
import type { Block } from './letter/block.js';
import { entries, heading, letterHead, numbered, paragraph } from './letter/letter-blocks.js';
import { styles } from './letter/sheet.js';
import { documentText } from './texts/document-text.js';
import type { DocumentTextKey } from './texts/document-text.js';

export interface ApplicationContent extends DocumentCase {
  /** Made by `answerSections` with notes. */
  readonly sections: readonly AnswerSection[];
  /** Amounts as text: "85,80 €". */
  readonly fees: readonly { readonly label: string; readonly amount: string }[];
  /** Who signed as second person, and what; null: nobody had to. `at`: ISO instant. */
  readonly coSignature: { readonly who: string; readonly name: string; readonly at: string; readonly declaration: string } | null;
}

/** The application as it was sent, as tagged PDF/A-3a. The same content and fonts give the same bytes. */
export function renderApplication(content: ApplicationContent, fonts: DocumentFonts): Uint8Array {
  const { language, sender, serviceTitle } = content;
  const t = (key: DocumentTextKey): string => documentText(language, key);
  const blocks: Block[] = [
    letterHead(sender),
    paragraph({ text: t('application') }, { style: styles.subtitle, before: 44, keepWithNext: true, rule: true }),
    heading(1, { text: serviceTitle }),
    entries(caseEntries(content), { before: 12 }),
    ...answerBlocks(content.sections),
  ];
  if (content.fees.length > 0) {
    const fees = content.fees.map(({ label, amount }) => ({ label: { text: label }, value: amount }));
    blocks.push(heading(2, { text: t('fees') }), entries(fees, { ruled: true }));
  }
  if (content.attachments.length > 0) blocks.push(heading(2, { text: t('attachments') }), numbered(attachmentTexts(content)));
  blocks.push(heading(2, { text: t('declaration') }), paragraph({ text: uiText(language, 'check.submitIntro') }));
  if (content.coSignature) {
    const { who, name, at, declaration } = content.coSignature;
    const signed = [
      { label: { text: who }, value: name },
      { label: { text: t('signedAt') }, value: documentText(language, 'receivedAtTime', berlinTime(at)) },
    ];
    blocks.push(heading(2, { text: t('coSignature') }), paragraph({ text: declaration }), entries(signed));
  }
  return renderCaseLetter(content, `${t('application')}: ${serviceTitle}`, blocks, fonts);
}
