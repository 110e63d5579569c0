import type { Language } from '@serviceportal/form-engine';
import { deSimple } from './de-simple.js';
import { accessibilityDeSimple } from './accessibility/de-simple.js';
import { accessibilityDe } from './accessibility/de.js';
import { accessibilityEn } from './accessibility/en.js';
import { de } from './de.js';
import { en } from './en.js';
import { privacyDeSimple } from './privacy/de-simple.js';
import { privacyDe } from './privacy/de.js';
import { privacyEn } from './privacy/en.js';

export type PortalTextKey = keyof typeof de | keyof typeof privacyDe | keyof typeof accessibilityDe;
/** The texts of `de.ts` in one language. */
export type PortalTexts = Readonly<Record<keyof typeof de, string>>;

const catalogues: Readonly<Record<Language, Readonly<Record<PortalTextKey, string>>>> = {
  de: { ...de, ...privacyDe, ...accessibilityDe },
  en: { ...en, ...privacyEn, ...accessibilityEn },
  'de-simple': { ...deSimple, ...privacyDeSimple, ...accessibilityDeSimple },
};

/** A text of the portal; `{name}` is replaced by the parameter of that name. */
export function portalText(language: Language, key: PortalTextKey, params: Readonly<Record<string, string | number>> = {}): string {
  const text = catalogues[language][key];
  return text.includes('{') ? text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? '')) : text;
}

export function isPortalTextKey(key: string): key is PortalTextKey {
  return Object.hasOwn(catalogues.de, key);
}
