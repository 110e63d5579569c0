import type { Language } from '../service-package/service-package.js';
import { fileSize } from '../validation/create-message.js';
import type { DocumentFonts } from './fonts/document-fonts.js';
import { replacement } from './fonts/printable-text.js';
import { berlinTime } from './letter/berlin-time.js';
import type { Block } from './letter/block.js';
import type { Entry, LetterSender } from './letter/letter-blocks.js';
import { styles } from './letter/sheet.js';
import { renderLetter } from './pdf/render-letter.js';
import { documentText } from './texts/document-text.js';

/** A file that came with the application. */
export interface DocumentAttachment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** What both documents say. */
export interface DocumentCase {
  readonly language: Language;
  readonly sender: LetterSender;
  /** In the document's language. */
  readonly serviceTitle: string;
  readonly reference: string;
  /** ISO instant. */
  readonly submittedAt: string;
  readonly attachments: readonly DocumentAttachment[];
}

/** Number and time of arrival. */
export function caseEntries({ language, reference, submittedAt }: DocumentCase): Entry[] {
  return [
    { label: { text: documentText(language, 'reference') }, value: reference, style: styles.strong },
    { label: { text: documentText(language, 'receivedAt') }, value: documentText(language, 'receivedAtTime', berlinTime(submittedAt)) },
  ];
}

export const attachmentTexts = ({ language, attachments }: DocumentCase): string[] =>
  attachments.map(({ name, size }) => documentText(language, 'attachment', { name, size: fileSize(size) }));

/** A letter about a case: number in the footer of every page, and the municipality as its author. */
export function renderCaseLetter(about: DocumentCase, title: string, blocks: readonly Block[], fonts: DocumentFonts): Uint8Array {
  const { language, sender, reference, submittedAt } = about;
  const letter = {
    info: { title, author: sender.name, subject: reference, language, created: submittedAt },
    blocks,
    replacedNote: documentText(language, 'replaced', { sign: replacement }),
    footer: `${reference} · ${title}`,
    pageNumber: (page: number, pages: number) => documentText(language, 'page', { page, pages }),
  };
  return renderLetter(letter, fonts);
}
