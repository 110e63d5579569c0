import type { MessageParts, MessageTexts } from './message-texts.js';

const theFile = ({ label, file }: MessageParts): string =>
  file === undefined ? `the file for “${label}”` : `the file “${file}” for “${label}”`;

export const en: MessageTexts = {
  required: ({ label }) => `“${label}” is missing. Please answer this question.`,
  format: ({ label, example = '1.234,50' }) => `Please enter a number for “${label}”, for example ${example}.`,
  'too-short': ({ label, bound }) => `Please enter at least ${bound} characters for “${label}”.`,
  'too-long': ({ label, bound }) => `Please shorten “${label}” to ${bound} characters or fewer.`,
  'too-small': ({ label, bound }) => `Please enter a number of at least ${bound} for “${label}”.`,
  'too-large': ({ label, bound }) => `Please enter a number of at most ${bound} for “${label}”.`,
  pattern: ({ label, example }) =>
    example ? `Please check “${label}”. A valid answer looks like this: ${example}.` : `Please check how you wrote “${label}”.`,
  email: ({ label }) => `Please check “${label}”. An e-mail address has an @ and then a name with a dot, for example name@beispiel.de.`,
  tel: ({ label }) => `Please write only digits for “${label}”, also a + at the beginning, for example 0123 456789.`,
  'iban-country': ({ label }) => `Please check “${label}”. An IBAN begins with two letters for the country, for example DE.`,
  'iban-length': ({ label }) => `Please check “${label}”. Characters are missing, or there are too many. A German IBAN has 22 characters.`,
  bic: ({ label }) => `Please check “${label}”. A BIC has 8 or 11 characters, for example BYLADEM1001.`,
  'tax-id': ({ label }) => `Please check “${label}”. The number has 11 digits and does not begin with 0.`,
  postcode: ({ label }) => `Please check “${label}”. A German postcode has 5 digits, for example 12345.`,
  'check-digits': ({ label }) => `Please check “${label}”. A digit is wrong or swapped: the check digit does not fit.`,
  'not-in-list': ({ label }) => `Please choose one of the answers offered for “${label}”.`,
  date: ({ label }) => `Please enter a date with day, month and year for “${label}”, for example 24.12.2026.`,
  'too-early': ({ label, bound }) => `Please enter a date on or after ${bound} for “${label}”.`,
  'too-late': ({ label, bound }) => `Please enter a date on or before ${bound} for “${label}”.`,
  'too-few': ({ label, bound }) => `Please give at least ${bound} answers for “${label}”.`,
  'too-many': ({ label, bound }) => `“${label}” takes at most ${bound} answers. Please remove the others.`,
  choice: ({ label }) => `Please fill in exactly one of the sections of “${label}”.`,
  conflict: ({ label, bound }) => `These answers exclude each other: ${bound ?? `“${label}”`}. Please remove one of them.`,
  'file-type': (parts) => `We cannot read the format of ${theFile(parts)}. Possible formats: ${parts.bound}.`,
  'file-size': (parts) => `Please choose a smaller file: ${theFile(parts)} is too large. It may have at most ${parts.bound}.`,
  'file-broken': (parts) => `Please choose again: ${theFile(parts)} is empty or damaged.`,
  'file-infected': (parts) => `We found what seems to be a virus in ${theFile(parts)}, so we did not keep it. Please choose another file.`,
  'file-unscanned': (parts) =>
    `We cannot check ${theFile(parts)} just now. Please choose it again in a few minutes. Nothing else that you entered is lost.`,
  'file-unstored': (parts) =>
    `We cannot store ${theFile(parts)} just now. Please choose it again in a few minutes. Nothing else that you entered is lost.`,
  'file-unscannable': (parts) => `Please choose a smaller file: ${theFile(parts)} is too large to be checked for viruses.`,
  'file-pixels': (parts) =>
    `Please make the picture smaller: ${theFile(parts)} has too many pixels. ${parts.bound} megapixels are possible.`,
  'file-encrypted': (parts) => `Please save without a password and choose again: ${theFile(parts)} can only be opened with a password.`,
};
