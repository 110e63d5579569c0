export { renderApplication, type ApplicationContent, type DeclaredContent } from './application-document.js';
export { renderReceipt, type ReceiptContent } from './receipt-document.js';
export { renderSupplement, type SupplementContent } from './supplement-document.js';
export type { DocumentAttachment, DocumentCase } from './case-letter.js';
export type { LetterLogo, LetterSender } from './letter/letter-blocks.js';
export { prepareFonts, type DocumentFonts } from './fonts/document-fonts.js';
export { DocumentError, type DocumentErrorCode } from './fonts/document-error.js';
