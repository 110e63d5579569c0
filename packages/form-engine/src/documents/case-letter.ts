import type { Language } from '../service-package/service-package.js';
import { fileSize } from '../validation/create-message.js';
import type { DocumentFonts } from './fonts/document-fonts.js';
import { replacement } from './fonts/printable-text.js';
import { berlinTime } from './letter/berlin-time.js';
import type { Block } from './letter/block.js';
import type { Entry, LetterSender } from './letter/letter-blocks.js';
import type { LetterFront } from './letter/letter-front.js';
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
  /** Name and address of who applies, in lines; empty: not known. */
  readonly applicant: readonly string[];
}

/** Number and time of arrival, and how the office is reached. */
function informationEntries({ language, reference, submittedAt, sender }: DocumentCase): Entry[] {
  const { phone, email, hours } = sender.contact;
  const contact = (['phone', 'email', 'hours'] as const).flatMap((key) => {
    const value = { phone, email, hours }[key];
    return value === undefined ? [] : [{ label: { text: documentText(language, key) }, value }];
  });
  return [
    { label: { text: documentText(language, 'reference') }, value: reference, style: styles.informationStrong },
    { label: { text: documentText(language, 'receivedAt') }, value: documentText(language, 'receivedAtTime', berlinTime(submittedAt)) },
    ...contact,
  ];
}

export const attachmentTexts = ({ language, attachments }: DocumentCase): string[] =>
  attachments.map(({ name, size }) => documentText(language, 'attachment', { name, size: fileSize(size) }));

/** To whom a letter goes: the application to the office, a receipt to who applied. */
export type Direction = 'to-office' | 'to-applicant';

/** A letter about a case: number in the footer of every page, and the municipality as its author. */
export function renderCaseLetter(
  about: DocumentCase,
  direction: Direction,
  title: string,
  blocks: readonly Block[],
  fonts: DocumentFonts,
): Uint8Array {
  const { language, sender, reference, submittedAt } = about;
  const letter = {
    info: { title, author: sender.name, subject: reference, language, created: submittedAt },
    front: frontOf(about, direction),
    blocks,
    replacedNote: documentText(language, 'replaced', { sign: replacement }),
    footer: `${reference} · ${title}`,
    pageNumber: (page: number, pages: number) => documentText(language, 'page', { page, pages }),
  };
  return renderLetter(letter, fonts);
}

function frontOf(about: DocumentCase, direction: Direction): LetterFront {
  const { sender, applicant } = about;
  const office = [sender.name, ...sender.contact.office.split(/,\s*/)];
  const [address, from] = direction === 'to-office' ? [office, applicant] : [applicant, office];
  return {
    sender,
    address,
    returnLine: from.length > 0 ? from.join(' · ') : null,
    information: informationEntries(about),
  };
}
