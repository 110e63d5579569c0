import type { Language } from '@serviceportal/form-engine';
import { mailDeSimple } from './de-simple.js';
import { mailDe } from './de.js';
import { mailEn } from './en.js';

export type MailTextKey = keyof typeof mailDe;

const catalogues: Readonly<Record<Language, Readonly<Record<MailTextKey, string>>>> = { de: mailDe, en: mailEn, 'de-simple': mailDeSimple };

/** A part of an e-mail; `{name}` is replaced by the parameter of that name. */
export function mailText(language: Language, key: MailTextKey, params: Readonly<Record<string, string>> = {}): string {
  return catalogues[language][key].replace(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? '');
}
