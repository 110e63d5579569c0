import type { AnswerSection } from '../pages/views.js';
import type { Declared } from '../lifecycle/declared.js';
import { answerBlocks } from './answer-blocks.js';
import { attachmentTexts, renderCaseLetter } from './case-letter.js';
import type { DocumentCase } from './case-letter.js';
import { declarationBlocks } from './declaration-blocks.js';
import type { DocumentFonts } from './fonts/document-fonts.js';
import { berlinTime } from './letter/berlin-time.js';
import type { Block } from './letter/block.js';
import { entries, heading, numbered, paragraph } from './letter/letter-blocks.js';
import { styles } from './letter/sheet.js';
import { documentText } from './texts/document-text.js';
import type { DocumentTextKey } from './texts/document-text.js';

/** A declaration as it was shown. `german`: the same in German, where the person read another language; null: they did not. */
export type DeclaredContent = Declared & { readonly german: string | null };

export interface ApplicationContent extends DocumentCase {
  /** Made by `answerSections` with notes. */
  readonly sections: readonly AnswerSection[];
  /** Amounts as text: "85,80 €". */
  readonly fees: readonly { readonly label: string; readonly amount: string }[];
  /** What was declared and consented to when submitting. Empty: the service asks for nothing. */
  readonly declared: readonly DeclaredContent[];
  /** Submitting itself said that the answers are right, as no declaration did. */
  readonly confirms: boolean;
  /** Who signed as second person, and what; null: nobody had to. `at`: ISO instant. */
  readonly coSignature: {
    readonly who: string;
    readonly name: string;
    readonly at: string;
    readonly declaration: string;
    readonly account?: string;
  } | null;
}

/** The application as it was sent, as tagged PDF/A-3a. The same content and fonts give the same bytes. */
export function renderApplication(content: ApplicationContent, fonts: DocumentFonts): Uint8Array {
  const { language, serviceTitle } = content;
  const t = (key: DocumentTextKey): string => documentText(language, key);
  const blocks: Block[] = [
    paragraph({ text: t('application') }, { style: styles.subtitle, keepWithNext: true }),
    heading(1, { text: serviceTitle }),
    ...answerBlocks(content.sections, language),
  ];
  if (content.fees.length > 0) {
    const fees = content.fees.map(({ label, amount }) => ({ label: { text: label }, value: amount }));
    blocks.push(heading(2, { text: t('fees') }), entries(fees, { ruled: true }));
  }
  if (content.attachments.length > 0) blocks.push(heading(2, { text: t('attachments') }), numbered(attachmentTexts(content)));
  blocks.push(...declarationBlocks(content));
  if (content.coSignature) {
    const { who, name, at, declaration, account } = content.coSignature;
    const signed = [
      { label: { text: who }, value: name },
      { label: { text: t('signedAt') }, value: documentText(language, 'receivedAtTime', berlinTime(at)) },
      ...(account === undefined ? [] : [{ label: { text: t('signedWith') }, value: account }]),
    ];
    blocks.push(heading(2, { text: t('coSignature') }), paragraph({ text: declaration }), entries(signed));
  }
  return renderCaseLetter(content, 'to-office', `${t('application')}: ${serviceTitle}`, blocks, fonts);
}
