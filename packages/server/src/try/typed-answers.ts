import { withoutDatePart } from './decisions.js';
import type { PageAnswers } from './fill-in.js';
import type { FormOnPage } from './form-on-page.js';
import type { SampleFile } from './values/sample-files.js';

/** What a person typed or chose at one input. */
export interface TypedAnswer {
  /** The page on which it was asked, and the words with which. */
  readonly page: string;
  readonly label: string;
  /** More than one if the page named a mistake: it may have kept the newest or the one before. Empty text: left out. */
  readonly candidates: readonly (string | SampleFile)[];
}

/** What happened at the form, as seen from outside: kept to hold what arrives against it. */
export class TypedAnswers {
  /** By input name; a date's three inputs are one. */
  readonly byName = new Map<string, TypedAnswer>();
  /** How many entries each list showed last, by the name of its group. */
  readonly entries = new Map<string, number>();

  /** @param mistaken names of the inputs that the answer to the post calls wrong */
  posted(page: string, form: FormOnPage, answers: PageAnswers, mistaken: readonly string[]): void {
    const doubtful = new Set(mistaken.map(withoutIndex));
    for (const input of form.inputs) {
      if (input.kind === 'hidden') continue;
      const name = withoutDatePart(input.name);
      const before = this.byName.get(name)?.candidates ?? [''];
      const answer = answers.get(name) ?? '';
      // A file stays until another one is sent.
      const now = input.kind === 'file' && answer === '' ? before : [answer];
      // Radio buttons of which none is chosen are no part of the post.
      const unsure = doubtful.has(withoutIndex(name)) || (input.kind !== 'text' && answer === '');
      const candidates = unsure ? [...new Set([...now, ...before])] : now;
      this.byName.set(name, { page, label: input.label, candidates });
    }
  }
}

/** `F3[1]` → `F3`: what a list of answers is called. */
export const withoutIndex = (name: string): string => name.replace(/\[\d+\]$/, '');
