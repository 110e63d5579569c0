import type { MessageTexts } from './message-texts.js';

export const en: MessageTexts = {
  required: ({ label }) => `“${label}” is missing. Please answer this question.`,
  format: ({ label, example = '1.234,50' }) => `Please enter a number for “${label}”, for example ${example}.`,
  'too-short': ({ label, bound }) => `Please enter at least ${bound} characters for “${label}”.`,
  'too-long': ({ label, bound }) => `Please shorten “${label}” to ${bound} characters or fewer.`,
  'too-small': ({ label, bound }) => `Please enter a number of at least ${bound} for “${label}”.`,
  'too-large': ({ label, bound }) => `Please enter a number of at most ${bound} for “${label}”.`,
  pattern: ({ label, example }) =>
    example ? `Please check “${label}”. A valid answer looks like this: ${example}.` : `Please check how you wrote “${label}”.`,
  'not-in-list': ({ label }) => `Please choose one of the answers offered for “${label}”.`,
  date: ({ label }) => `Please enter a date with day, month and year for “${label}”, for example 24.12.2026.`,
  'too-early': ({ label, bound }) => `Please enter a date on or after ${bound} for “${label}”.`,
  'too-late': ({ label, bound }) => `Please enter a date on or before ${bound} for “${label}”.`,
  'too-few': ({ label, bound }) => `Please give at least ${bound} answers for “${label}”.`,
  'too-many': ({ label, bound }) => `“${label}” takes at most ${bound} answers. Please remove the others.`,
  choice: ({ label }) => `Please fill in exactly one of the sections of “${label}”.`,
  conflict: ({ label, bound }) => `These answers exclude each other: ${bound ?? `“${label}”`}. Please remove one of them.`,
  'file-type': ({ label, bound }) => `We cannot read the format of the file for “${label}”. Possible formats: ${bound}.`,
  'file-size': ({ label, bound }) => `The file for “${label}” is too large. It may have at most ${bound}.`,
  'file-broken': ({ label }) => `The file for “${label}” is empty or damaged. Please choose it again.`,
};
