import PDFDocument from 'pdfkit';
import type { Language } from '../../service-package/service-package.js';
import type { DocumentFonts, FaceName } from '../fonts/document-fonts.js';
import { printableText } from '../fonts/printable-text.js';
import { sheet } from '../letter/sheet.js';
import { InfoText, pdfUaIdentifier } from './conformance.js';

export type Pdf = PDFKit.PDFDocument;

/** What the file says about itself. */
export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: Language;
  /** ISO instant; nothing is read from a clock. */
  readonly created: string;
}

/** Language tag for the document: simple German is German to a screen reader. */
const languageTags: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en', 'de-simple': 'de-DE' };

/** A tagged, still empty PDF, marked as PDF/A-3a and PDF/UA-1. The same information gives the same bytes. */
export function openPdf(info: PdfInfo, fonts: DocumentFonts): Pdf {
  const pdf = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: languageTags[info.language],
    displayTitle: true,
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    // Deflate's output changes with the version of zlib and the processor; a document sent again must not.
    compress: false,
    // Otherwise pdfkit begins with Helvetica, which would not be embedded.
    font: fonts.regular.font as unknown as string,
    info: {
      Title: text(info.title),
      Author: text(info.author),
      Subject: text(info.subject),
      Creator: 'serviceportal',
      Producer: 'serviceportal',
      CreationDate: new Date(info.created),
    },
  });
  const names: readonly FaceName[] = ['regular', 'bold'];
  for (const name of names) pdf.registerFont(name, fonts[name].font as unknown as string);
  pdf.appendXML(pdfUaIdentifier);
  return pdf;
}

const text = (value: string): string => new InfoText(printableText(value).replaceAll('\n', ' ')) as string;

/** Ends the document. All of its bytes are there at once: nothing in it waits. */
export function pdfBytes(pdf: Pdf): Uint8Array {
  pdf.end();
  const bytes: unknown = pdf.read();
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}
