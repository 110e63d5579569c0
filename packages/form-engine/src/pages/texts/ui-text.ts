import type { Language } from '../../service-package/service-package.js';
import { de } from './de.js';
import { deSimple } from './de-simple.js';
import { barrierDeSimple } from './barrier/de-simple.js';
import { barrierDe } from './barrier/de.js';
import { barrierEn } from './barrier/en.js';
import { consentDeSimple } from './consent/de-simple.js';
import { consentDe } from './consent/de.js';
import { consentEn } from './consent/en.js';
import { dialogueDeSimple } from './dialogue/de-simple.js';
import { dialogueDe } from './dialogue/de.js';
import { dialogueEn } from './dialogue/en.js';
import { en } from './en.js';
import { mailDeSimple } from './mail/de-simple.js';
import { mailDe } from './mail/de.js';
import { mailEn } from './mail/en.js';
import { prefillDeSimple } from './prefill/de-simple.js';
import { prefillDe } from './prefill/de.js';
import { prefillEn } from './prefill/en.js';
import { resumeDeSimple } from './resume/de-simple.js';
import { resumeDe } from './resume/de.js';
import { resumeEn } from './resume/en.js';

export type TextKey =
  | keyof typeof de
  | keyof typeof resumeDe
  | keyof typeof dialogueDe
  | keyof typeof consentDe
  | keyof typeof prefillDe
  | keyof typeof barrierDe
  | keyof typeof mailDe;
/** The texts of `de.ts` in one language. */
export type TextCatalogue = Readonly<Record<keyof typeof de, string>>;

const catalogues: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  de: { ...de, ...resumeDe, ...dialogueDe, ...consentDe, ...prefillDe, ...barrierDe, ...mailDe },
  en: { ...en, ...resumeEn, ...dialogueEn, ...consentEn, ...prefillEn, ...barrierEn, ...mailEn },
  'de-simple': {
    ...deSimple,
    ...resumeDeSimple,
    ...dialogueDeSimple,
    ...consentDeSimple,
    ...prefillDeSimple,
    ...barrierDeSimple,
    ...mailDeSimple,
  },
};

/** A text of the user interface; `{name}` is replaced by the parameter of that name. */
export function uiText(language: Language, key: TextKey, params: Readonly<Record<string, string | number>> = {}): string {
  const text = catalogues[language][key];
  return text.includes('{') ? text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')) : text;
}
